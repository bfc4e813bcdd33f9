export interface ListingFields {
  readonly element?: 'INDIVIDUAL' | 'ENTITY';
  readonly reference?: string;
  readonly list?: string;
  readonly listedOn?: string;
  readonly names?: readonly string[];
  /** Any other elements, as they stand. */
  readonly more?: string;
}

/** A listing as the UN list writes one: an element a line. */
export function listing({
  element = 'INDIVIDUAL',
  reference = 'XXi.001',
  list = 'Taliban',
  listedOn = '2011-05-04',
  names = ['ARNE', 'OLAV'],
  more = '',
}: ListingFields = {}): string {
  const parts = names.map((name, index) => {
    const tag = `${['FIRST', 'SECOND', 'THIRD', 'FOURTH'][index] ?? ''}_NAME`;
    return `<${tag}>${name}</${tag}>`;
  });
  return [
    `<${element}>`,
    ...parts,
    `<UN_LIST_TYPE>${list}</UN_LIST_TYPE>`,
    `<REFERENCE_NUMBER>${reference}</REFERENCE_NUMBER>`,
    `<LISTED_ON>${listedOn}</LISTED_ON>`,
    ...(more === '' ? [] : [more]),
    `</${element}>`,
  ].join('\n');
}

/** A whole list: its first listing is in the fourth line. */
export function unList(listings: readonly string[], day = '2024-02-03'): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<CONSOLIDATED_LIST dateGenerated="${day}T00:00:09.554Z">`,
    '<INDIVIDUALS>',
    ...listings,
    '</INDIVIDUALS>',
    '</CONSOLIDATED_LIST>',
    '',
  ].join('\n');
}

import { type Day, FIRST_DAY, LAST_DAY } from '../../time/day.ts';
import { parseEdtf } from '../../time/parseEdtf.ts';

/** An object of FollowTheMoney. */
export interface FtmObject {
  readonly id: string;
  readonly schema: string;
  readonly caption: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
  /** Those that state it, as OpenSanctions has them. */
  readonly datasets: readonly string[];
}

type Properties = Readonly<Record<string, readonly (string | null)[]>>;

/** The object, without the properties that have no value. @param of the record that it is made of */
export function ftmObject(
  { datasets = [] }: { readonly datasets?: readonly string[] },
  id: string,
  schema: string,
  properties: Properties,
): FtmObject {
  const filled = Object.entries(properties)
    .map(
      ([name, values]) =>
        [name, [...new Set(values.filter((value) => value !== null && value !== ''))]] as const,
    )
    .filter(([, values]) => values.length > 0);
  const caption = properties.name?.[0] ?? schema;
  return {
    id: ftmId(id),
    schema,
    caption,
    properties: Object.fromEntries(filled) as FtmObject['properties'],
    datasets,
  };
}

/** Ids in FollowTheMoney consist of letters, digits, dots and hyphens. */
export function ftmId(id: string): string {
  return id.replace(/[^0-9A-Za-z.-]/g, '-').replace(/^[.-]+|[.-]+$/g, '');
}

/**
 * A date in FollowTheMoney: the year, month or day that all possible days have in common, for the day or for begin and
 * end. If the date says more, its text is added.
 */
export function ftmDates(edtf: string): Properties {
  const { earliest, beginLatest, endEarliest, latest, extent } = parseEdtf(edtf);
  const [begin, end] = [common(earliest, beginLatest), common(endEarliest, latest)];
  const isComplete = [begin, end].filter((text) => text !== '').join('/') === edtf || begin === edtf;
  const description = isComplete ? [] : [`Date: ${edtf}`];
  return extent === 'DAY'
    ? { date: [begin], description }
    : { startDate: [begin], endDate: [end], description };
}

function common(first: Day, last: Day): string {
  if (first === FIRST_DAY || last === LAST_DAY) return '';
  const parts = first.split('-');
  const differs = last.split('-').findIndex((part, i) => part !== parts[i]);
  return parts.slice(0, differs === -1 ? undefined : differs).join('-');
}

/** The headings of a weekly file, in their order. */
export const POLECAT_HEADINGS: readonly string[] = [
  ...['Event ID', 'Event Date', 'Event Type', 'Event Mode', 'Intensity', 'Quad Code', 'Contexts'],
  ...['Actor Name', 'Actor Country', 'Actor COW', 'Primary Actor Sector', 'Actor Sectors', 'Actor Title'],
  ...['Actor Name Raw', 'Wikipedia Actor ID'],
  ...[
    'Recipient Name',
    'Recipient Country',
    'Recipient COW',
    'Primary Recipient Sector',
    'Recipient Sectors',
  ],
  ...['Recipient Title', 'Recipient Name Raw', 'Wikipedia Recipient ID'],
  ...['Placename', 'City', 'District', 'Province', 'Country', 'Latitude', 'Longitude', 'GeoNames ID'],
  ...['Raw Placename', 'Feature Type', 'Source', 'Publication Date'],
  ...['Story People', 'Story Organizations', 'Story Locations', 'Language', 'Version'],
];

export type PolecatCells = Readonly<Record<string, string>>;

const PLAIN: PolecatCells = {
  'Event ID': '0a1b2c3d_2',
  'Event Date': '2023-05-04',
  'Event Type': 'REQUEST',
  'Event Mode': 'meet',
  Intensity: '-1.0',
  'Quad Code': 'VERBAL COOPERATION',
  Contexts: 'diplomatic; military',
  'Actor Name': 'Norway',
  'Actor Country': 'NOR',
  'Actor COW': '385',
  'Actor Name Raw': 'Oslo',
  'Recipient Name': 'Finland',
  'Recipient Country': 'FIN',
  'Recipient COW': '375',
  'Recipient Name Raw': 'Helsinki',
  Placename: 'Bergen',
  Country: 'NOR',
  Source: 'Example News',
  'Publication Date': '2023-05-06',
  Language: 'en',
  Version: 'NGEC_1',
};

/** A row as POLECAT writes it: what has no value is `None`. */
export function polecatRow(cells: PolecatCells = {}): string {
  const all = { ...PLAIN, ...cells };
  return POLECAT_HEADINGS.map((heading) => all[heading] ?? 'None').join('\t');
}

/** A file with these rows. */
export function polecatFile(...rows: readonly string[]): string {
  return [POLECAT_HEADINGS.join('\t'), ...rows].join('\n');
}

const COLUMNS = 58;

/** Some columns of GDELT 1.0, by their place. */
const PLACES = {
  GLOBALEVENTID: 0,
  SQLDATE: 1,
  Actor1Code: 5,
  Actor1Name: 6,
  Actor1KnownGroupCode: 8,
  Actor1Type1Code: 12,
  Actor2Code: 15,
  Actor2Name: 16,
  Actor2Type1Code: 22,
  EventCode: 26,
  EventRootCode: 28,
  NumMentions: 31,
  NumSources: 32,
  NumArticles: 33,
  ActionGeo_FullName: 50,
  DATEADDED: 56,
  SOURCEURL: 57,
} as const;

export type GdeltColumns = Partial<Record<keyof typeof PLACES, string>>;

const PLAIN: GdeltColumns = {
  GLOBALEVENTID: '700',
  SQLDATE: '20190304',
  Actor1Code: 'NOR',
  Actor1Name: 'OSLO',
  Actor2Code: 'FIN',
  Actor2Name: 'FINLAND',
  EventCode: '020',
  EventRootCode: '02',
  NumMentions: '6',
  NumSources: '2',
  NumArticles: '5',
  ActionGeo_FullName: 'Bergen, Hordaland, Norway',
  DATEADDED: '20190306',
  SOURCEURL: 'https://www.example.org/2019/03/fish-and-ships.html',
};

/** Where the columns of GDELT 2.0 are that are elsewhere in 1.0. */
const PLACES_2 = { ...PLACES, ActionGeo_FullName: 52, DATEADDED: 59, SOURCEURL: 60 } as const;

/** A row of events of GDELT 2.0. */
export function gdelt2Row(columns: GdeltColumns = {}): string {
  const cells = Array<string>(61).fill('');
  for (const [name, value] of Object.entries({ ...PLAIN, DATEADDED: '20190306101500', ...columns }))
    cells[PLACES_2[name as keyof typeof PLACES]] = value;
  return cells.join('\t');
}

const MENTION = {
  GLOBALEVENTID: '700',
  EventTimeDate: '20190306101500',
  MentionTimeDate: '20190306101500',
  MentionType: '1',
  MentionSourceName: 'example.org',
  MentionIdentifier: 'https://www.example.org/2019/03/fish-and-ships.html',
  SentenceID: '3',
  Actor1CharOffset: '-1',
  Actor2CharOffset: '402',
  ActionCharOffset: '411',
  InRawText: '1',
  Confidence: '80',
  MentionDocLen: '2211',
  MentionDocTone: '-1.5',
  MentionDocTranslationInfo: '',
  Extras: '',
};

/** A row of mentions of GDELT 2.0. */
export function mentionRow(columns: Partial<typeof MENTION> = {}): string {
  return Object.values({ ...MENTION, ...columns }).join('\t');
}

/** A row as GDELT writes it; without SOURCEURL where that is undefined. */
export function gdeltRow(columns: GdeltColumns = {}, { withUrl = true } = {}): string {
  const cells = Array<string>(COLUMNS).fill('');
  for (const [name, value] of Object.entries({ ...PLAIN, ...columns })) {
    cells[PLACES[name as keyof typeof PLACES]] = value;
  }
  return cells.slice(0, withUrl ? COLUMNS : COLUMNS - 1).join('\t');
}

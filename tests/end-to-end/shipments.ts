/** Lines for `npm run import -- jsonl`: two ports between which every part of the file brings a faster way. */

const PART = 2_000;

const SOURCE = 'source:two-log';

export const DATASET = 'test-two-processes';

/** Names of entities, which belong to no other test. */
export const ENDS = { from: 'two-origin', to: 'two-goal' } as const;
export const HARBOURS = Array.from({ length: 40 }, (_, index) => `two-harbour-${index}`);
const HARBOUR = 'two-harbour-0';

/** The days of arrival that the first parts allow: of none of them, of one, of two … */
export const ARRIVALS = ['2020-12-20', '2020-12-15', '2020-12-10', '2020-12-05'] as const;

/** What is there before: a way by a harbour, which arrives on the first of these days. */
export function firstShipment(): string {
  return lines([...declarations(), meeting('way-1', '2020-12-01', ENDS.from, HARBOUR), arrival(0)]);
}

/**
 * As many parts as ways remain. Each ends with what it brings: an earlier arrival; the last with a meeting of the two
 * themselves and an act that opens a status. The rest are meetings elsewhere, to be counted.
 */
export function secondShipment(): string {
  const declared = declarations();
  const records: unknown[] = [...declared];
  for (let part = 1; part < ARRIVALS.length; part++) {
    const news = part < ARRIVALS.length - 1 ? [arrival(part)] : [directMeeting(part), designation()];
    const filled = part * PART - news.length;
    for (let at = records.length; at < filled; at++) records.push(elsewhere(at));
    records.push(...news);
  }
  return lines(records);
}

/** How many events of `elsewhere` the graph holds once these are imported whole. */
export const ELSEWHERE = secondShipment().split('"summary":"A meeting elsewhere."').length - 1;

function declarations() {
  const entities = [ENDS.from, ENDS.to, ...HARBOURS].map((id) => ({
    entity: { id, kind: 'COUNTRY', name: id },
  }));
  const source = { id: SOURCE, title: 'A log', publisher: 'The Test', published: '2021-01-01' };
  return [...entities, { source: { ...source, read: '2021-01-02' } }];
}

function arrival(part: number) {
  return meeting(`arrival-${part}`, ARRIVALS[part] ?? '', HARBOUR, ENDS.to);
}

function directMeeting(part: number) {
  return meeting('direct', ARRIVALS[part] ?? '', ENDS.from, ENDS.to);
}

function elsewhere(at: number) {
  return meeting(`elsewhere-${at}`, '2020-06-01', ...twoHarbours(at), 'A meeting elsewhere.');
}

function twoHarbours(at: number): [string, string] {
  const one = at % HARBOURS.length;
  const other = (one + 1 + (at % (HARBOURS.length - 1))) % HARBOURS.length;
  return [HARBOURS[one] ?? '', HARBOURS[other] ?? ''];
}

function designation() {
  return act('designation', 'DESIGNATED', '2020-12-05', 'One designates the other.', [
    { role: 'AGENT', entity: ENDS.from },
    { role: 'TARGET', entity: ENDS.to },
  ]);
}

function meeting(name: string, date: string, one: string, other: string, summary = 'A meeting.') {
  const parties = [one, other].map((entity) => ({ role: 'PARTY', entity }));
  return act(name, 'MET', date, summary, parties);
}

function act(name: string, type: string, date: string, summary: string, participants: readonly unknown[]) {
  const reports = [{ source: SOURCE, date, locator: 'p1' }];
  return { event: { id: `event:two-${name}`, type, summary, participants, reports } };
}

function lines(records: readonly unknown[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

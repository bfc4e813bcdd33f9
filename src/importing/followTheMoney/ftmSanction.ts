import type { EntityRecord } from '../../record/entity.ts';
import type { EventRecord } from '../../record/event.ts';
import type { Participation } from '../../record/participation.ts';
import { REPORT } from '../../record/report.ts';
import { authoritiesOf, listsOf } from './ftmLists.ts';
import type { FtmReferences } from './ftmReferences.ts';
import type { FtmRow } from './ftmRow.ts';
import {
  END,
  endBySaying,
  endingSource,
  firstSeen,
  isToCome,
  LAST_SEEN,
  lastSeen,
  lastSource,
  openingSource,
  reportOf,
  saysOver,
  type FtmStatement,
  whyNo,
  wordingOf,
} from './ftmSource.ts';
import { earliestOf } from '../../time/day.ts';
import { parseEdtf } from '../../time/parseEdtf.ts';
import { RowError, type RowResult } from '../rows/rowResult.ts';
import { truncateText, slugOf } from '../texts.ts';

/**
 * A sanction: each of its authorities designates each of its targets that the file contains, on the programmes that it
 * names. It begins at its first start; without one, on its first listing day; without either, on the day on which the
 * collection first had it, or before. The last end of a sanction revokes it, once it has come. If its status says that
 * it is over, it was revoked by the day on which the collection last had it. Otherwise it was observed on that day.
 */
export function readSanction(statement: FtmStatement, references: FtmReferences, dataset: string): RowResult {
  const { row } = statement;
  const targets = row.all('entity').flatMap((id) => references.entities.get(id) ?? []);
  if (targets.length === 0) return { skipped: `Sanction of ${whyNo(row.first('entity'), references)}` };
  const authorities = authoritiesOf(row);
  if (authorities.length === 0) return { skipped: 'Sanction without an authority' };
  const { lists, programs } = listsOf(row, references.shared);
  const sides = { authorities, targets, lists };
  const dates = datesOf(statement);
  const opening = openingOf(statement, dates.start, sides, dataset);
  const presence = presenceOf(statement, dates, opening, sides);
  const ending = dates.end === null ? null : endingOf(statement, dates.end, sides, dataset);
  const records = [opening, ending, presence].filter((each) => each !== null);
  return {
    entities: [...authorities, ...targets, ...programs, ...lists],
    sources: records.map(({ source }) => source),
    events: records.map(({ event }) => event),
    replaces: {
      sources: [END, LAST_SEEN].map((ending) => `${opening.source.id}${ending}`),
      events: [END, LAST_SEEN].map((ending) => `${opening.event.id}${ending}`),
    },
  };
}

interface Sides {
  readonly authorities: readonly EntityRecord[];
  readonly targets: readonly EntityRecord[];
  readonly lists: readonly EntityRecord[];
}

interface Dated {
  readonly date: string;
  readonly wording: string | null;
}

/** An end, which is over or expected. */
interface DatedEnd extends Dated {
  readonly isOver: boolean;
}

interface Period {
  readonly start: Dated;
  readonly end: DatedEnd | null;
}

/** @throws RowError if it ends before it begins */
function datesOf(statement: FtmStatement): Period {
  const { row } = statement;
  const dates = row.dates('startDate', 'listingDate', 'date');
  const start = dates[0]?.edtf ?? null;
  const end = endOf(statement, start);
  const last = end?.isOver === true ? parseEdtf(end.date).latest : firstSeen(statement);
  if (end !== null && start !== null && parseEdtf(end.date).latest < parseEdtf(start).earliest)
    throw new RowError('endDate', `is ${end.date}, before the start, ${start}`);
  return {
    start: {
      date: start ?? `[..${earliestOf(firstSeen(statement), last)}]`,
      wording: dates.length === 0 ? 'no date' : wordingOf(dates),
    },
    end,
  };
}

/** The last end, if it has come or is still to come; if the status alone says that it has, on a day since the start. */
function endOf(statement: FtmStatement, start: string | null): DatedEnd | null {
  const { row } = statement;
  const seen = lastSeen(statement);
  const dates = row.dates('endDate');
  const date = dates.at(-1)?.edtf;
  const isDated = date !== undefined && !(saysOver(statement) && isToCome(date, statement));
  if (isDated) {
    const isOver = saysOver(statement) || parseEdtf(date).latest <= seen;
    const { date: since, isVague } = sinceStart(date, start);
    return { date: since, wording: wordingOf(dates) ?? (isVague ? date : null), isOver };
  }
  return saysOver(statement) ? { ...endBySaying(statement, start), isOver: true } : null;
}

/** A vague end is on a day since the start: nothing ends before it begins. */
function sinceStart(end: string, start: string | null): { date: string; isVague: boolean } {
  const first = start === null ? end : parseEdtf(start).earliest;
  const { earliest, latest, extent } = parseEdtf(end);
  const isVague = extent === 'DAY' && earliest < first && first <= latest;
  return { date: isVague ? (first === latest ? latest : `[${first}..${latest}]`) : end, isVague };
}

function openingOf(statement: FtmStatement, { date, wording }: Dated, sides: Sides, dataset: string) {
  const { row } = statement;
  const summary = `${namesOf(sides.authorities)} ${sides.authorities.length === 1 ? 'puts' : 'put'} ${namesOf(sides.targets)} under sanctions${programIn(row)}.`;
  const [title, publisher] = [titleOf(sides), namesOf(sides.authorities)];
  const source = openingSource(statement, { date, title, publisher });
  const report = reportOf(row, source, date, wording, isToCome(date, statement) ? 'EXPECTS' : 'AFFIRMS');
  const event = eventOf('DESIGNATED', `event:${dataset}-${slugOf(row.id, '-')}`, summary, sides);
  return { source, event: { ...event, reports: [report] } };
}

/** The observation that it was in force when the collection last had it; null if it may have been over. */
function presenceOf(
  statement: FtmStatement,
  { start, end }: Period,
  opening: ReturnType<typeof openingOf>,
  sides: Sides,
) {
  const { row } = statement;
  if (isToCome(start.date, statement) || (end !== null && !isToCome(end.date, statement))) return null;
  const source = lastSource(statement, opening.source, start.date);
  if (source === null) return null;
  const summary = `${namesOf(sides.authorities)} ${sides.authorities.length === 1 ? 'has' : 'have'} ${namesOf(sides.targets)} under sanctions${programIn(row)}.`;
  const report = { ...REPORT.empty, source: source.id, date: source.read, locator: row.id };
  const event = eventOf('LISTS', `${opening.event.id}${LAST_SEEN}`, summary, sides);
  return { source, event: { ...event, reports: [report] } };
}

function endingOf(
  statement: FtmStatement,
  { date, wording, isOver }: DatedEnd,
  sides: Sides,
  dataset: string,
) {
  const { row } = statement;
  const id = `event:${dataset}-${slugOf(row.id, '-')}`;
  const [title, publisher] = [titleOf(sides), namesOf(sides.authorities)];
  const summary = `The sanctions of ${publisher} on ${namesOf(sides.targets)} end${programIn(row)}.`;
  const source = endingSource(statement, { end: date, title: `${title}: end`, publisher, isOver });
  const report = reportOf(row, source, date, wording, isOver ? 'AFFIRMS' : 'EXPECTS');
  const event = { ...eventOf('DELISTED', `${id}${END}`, summary, sides), follows: [id] };
  return { source, event: { ...event, reports: [report] } };
}

function eventOf(
  type: 'DESIGNATED' | 'LISTS' | 'DELISTED',
  id: string,
  summary: string,
  { authorities, targets, lists }: Sides,
): Omit<EventRecord, 'reports'> {
  const inRole = (role: Participation['role'], entities: readonly EntityRecord[]) =>
    [...new Set(entities.map((entity) => entity.id))].map((entity) => ({ role, entity, onBehalfOf: null }));
  return {
    ...{ id, type, summary, post: null, intends: null, cameo: null },
    ...{ topics: ['sanctions'], places: [], figures: [], partOf: [], follows: [] },
    participants: [...inRole('AGENT', authorities), ...inRole('TARGET', targets), ...inRole('LIST', lists)],
  };
}

function titleOf({ authorities, targets }: Sides): string {
  return `Sanction by ${namesOf(authorities)}: ${namesOf(targets)}`;
}

function programIn(row: FtmRow): string {
  const program = row.first('program');
  return program === null ? '' : `: ${truncateText(program, 120)}`;
}

function namesOf(entities: readonly EntityRecord[]): string {
  return entities.map(({ name }) => name).join(' and ');
}

import type { EntityRecord } from '../../record/entity.ts';
import { EVENT, type EventRecord } from '../../record/event.ts';
import { parseEdtf } from '../../time/parseEdtf.ts';
import { EdtfError } from '../../time/edtfError.ts';
import type { FtmReferences } from './ftmReferences.ts';
import type { FtmRow } from './ftmRow.ts';
import {
  endBySaying,
  firstSeen,
  type FtmStatement,
  isToCome,
  LAST_SEEN,
  lastSeen,
  lastSource,
  openingSource,
  reportOf,
  saysOver,
  whyNo,
  wordingOf,
} from './ftmSource.ts';
import { RowError, type RowResult } from '../rows/rowResult.ts';
import { slugOf } from '../texts.ts';

/**
 * Types of statements that somebody holds a post or is a member, with the properties that name the person and the body.
 */
const HOLDINGS: Readonly<Record<string, Holding>> = {
  Directorship: { holder: 'director', body: 'organization', post: 'director' },
  Employment: { holder: 'employee', body: 'employer', post: 'employee' },
  Occupancy: { holder: 'holder', body: 'post', post: 'holder of a post' },
  Membership: { holder: 'member', body: 'organization', post: null },
};

interface Holding {
  readonly holder: string;
  readonly body: string;
  /** The name of the post if the statement has no role; null for a membership. */
  readonly post: string | null;
}

export function isFtmHolding({ schema }: FtmRow): boolean {
  return HOLDINGS[schema] !== undefined;
}

/**
 * A post or a membership, as a state that lasts. Only a person holds a post. Without an end that has come, it goes on: a
 * second source knows that up to the day on which the collection last had it. Without a start, it is observed since the
 * day on which the collection first had it. If its status says that it is over, it had ended by the day on which the
 * collection last had it. An end that is still to come is expected.
 */
export function readHolding(statement: FtmStatement, references: FtmReferences, dataset: string): RowResult {
  const { row } = statement;
  const holding = HOLDINGS[row.schema];
  if (holding === undefined) throw new Error(`${row.schema} is no holding.`);
  const holder = references.entities.get(row.first(holding.holder) ?? '');
  const body = bodyOf(row.first(holding.body) ?? '', references);
  const several = [holding.holder, holding.body].find((property) => row.all(property).length > 1);
  if (several !== undefined)
    throw new RowError(several, `names ${row.all(several).length} objects instead of one`);
  if (holder === undefined)
    return { skipped: `${row.schema} of ${whyNo(row.first(holding.holder), references)}` };
  if (typeof body === 'string') return { skipped: `${row.schema} of ${body}` };
  if (holder.id === body.entity.id) return { skipped: `${row.schema} of an entity in itself` };
  if (holding.post !== null && holder.kind !== 'ACTOR') {
    return { skipped: `${row.schema} of an organization, which holds no post` };
  }
  const role = row.all('role').join(', ') || body.post;
  const post = holding.post === null ? null : (role ?? holding.post);
  const event = eventOf({ post, role }, holder, body.entity, `event:${dataset}-${slugOf(row.id, '-')}`);
  const title = `${row.schema}: ${holder.name}, ${body.entity.name}`;
  const { date, wording, expected, goesOn } = dateOf(statement);
  const publisher = row.datasets.join(', ') || 'unknown';
  const source = openingSource(statement, { date, title, publisher });
  const report = reportOf(row, source, date, wording, isToCome(date, statement) ? 'EXPECTS' : 'AFFIRMS');
  const last = goesOn ? lastSource(statement, source, date) : null;
  const reports = [
    report,
    ...(expected === null
      ? []
      : [{ ...report, locator: `${row.id} endDate`, stance: 'EXPECTS' as const, date: expected }]),
    ...(last === null ? [] : [{ ...report, source: last.id }]),
  ];
  return {
    entities: [holder, body.entity],
    sources: [source, ...(last === null ? [] : [last])],
    events: [{ ...event, reports }],
    replaces: { sources: [`${source.id}${LAST_SEEN}`], events: [] },
  };
}

/** The organization of a membership or a post, or else the country of the post; or why there is none. */
function bodyOf(
  id: string,
  references: FtmReferences,
): { entity: EntityRecord; post: string | null } | string {
  const { entities, posts } = references;
  const body = entities.get(id);
  if (body !== undefined) return body.kind === 'ACTOR' ? 'a person as a body' : { entity: body, post: null };
  const post = posts.get(id);
  if (post === undefined) return whyNo(id, references);
  const entity = entities.get(post.organization ?? '') ?? post.country;
  return entity === null ? `a post ${post.noCountry}` : { entity, post: post.name };
}

function eventOf(
  { post, role }: { post: string | null; role: string | null },
  holder: EntityRecord,
  body: EntityRecord,
  id: string,
): Omit<EventRecord, 'reports'> {
  const as = role === null ? '' : ` (${role})`;
  return {
    ...EVENT.empty,
    id,
    type: post === null ? 'MEMBER_OF' : 'HOLDS_POST',
    summary: `${holder.name} ${post === null ? 'is a member of' : 'holds a post in'} ${body.name}${as}.`,
    post,
    participants: [
      { role: 'AGENT', entity: holder.id, onBehalfOf: null },
      { role: 'TARGET', entity: body.id, onBehalfOf: null },
    ],
  };
}

interface HoldingDate {
  readonly date: string;
  readonly wording: string | null;
  /** The date with an end that is still to come, if the statement names one. */
  readonly expected: string | null;
  /** Whether it was certainly held when the collection last had the statement. */
  readonly goesOn: boolean;
}

/** @throws RowError if it ends before it begins */
function dateOf(statement: FtmStatement): HoldingDate {
  const { row } = statement;
  const starts = row.dates(...STARTS);
  const ends = row.dates(...ENDS);
  const start = starts[0]?.edtf ?? '';
  const end = ends.at(-1)?.edtf ?? '';
  const day = row.dates('date')[0]?.edtf ?? '';
  if (start !== '' && end !== '') checkOrder(start, end);
  const isOver = saysOver(statement);
  const isEnd =
    end !== '' && (isOver ? !isToCome(end, statement) : parseEdtf(end).latest <= lastSeen(statement));
  const base = { wording: wordingOf(starts, ends), expected: null, goesOn: false };
  if (start !== '' && isToCome(start, statement)) return { ...base, date: `${start}/${end || '..'}` };
  if (isEnd) return { ...base, date: `${start}/${end}` };
  if (isOver) return { ...base, ...overBySaying(statement, start || day) };
  if (`${start}${end}` === '' && day !== '') return { ...base, date: day };
  return {
    date: `${start || firstSeen(statement)}/..`,
    wording: start !== '' ? base.wording : end === '' ? 'no date' : 'no start',
    expected: end === '' ? null : `${start}/${end}`,
    goesOn: end === '' || isToCome(end, statement),
  };
}

/**
 * In the order in which FollowTheMoney takes them for a begin or an end: of the posting itself, of the term, or the day
 * of the election or of a declaration.
 */
const STARTS = ['startDate', 'periodStart', 'electionDate', 'declarationDate'];
const ENDS = ['endDate', 'periodEnd'];

function checkOrder(start: string, end: string): void {
  try {
    parseEdtf(`${start}/${end}`);
  } catch (error) {
    if (!(error instanceof EdtfError)) throw error;
    throw new RowError('endDate', `is ${end}, before the start, ${start}`);
  }
}

function overBySaying(statement: FtmStatement, start: string): Pick<HoldingDate, 'date' | 'wording'> {
  const end = endBySaying(statement, start || null);
  return { date: `${start}/${end.date}`, wording: end.wording };
}

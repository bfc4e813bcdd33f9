import type { EntityRecord } from '../../record/entity.ts';
import { EVENT, type EventRecord } from '../../record/event.ts';
import { parseEdtf } from '../../time/parseEdtf.ts';
import { EdtfError } from '../../time/edtfError.ts';
import type { FtmReferences } from './ftmReferences.ts';
import type { FtmRow } from './ftmRow.ts';
import {
  firstSeen,
  type FtmStatement,
  isToCome,
  lastSeen,
  openingSource,
  reportOf,
  saysOver,
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
 * A post or a membership, as a state that lasted. Only a person holds a post. If the row has no end, the end is
 * unknown; one that is still to come is expected. If it has no date, it is an observation of the day on which the
 * collection first had it, or of a day before if it says that it is over.
 */
export function readHolding(statement: FtmStatement, references: FtmReferences, dataset: string): RowResult {
  const { row } = statement;
  const holding = HOLDINGS[row.schema];
  const holder = holding && references.entities.get(row.first(holding.holder) ?? '');
  const body = holding && bodyOf(row.first(holding.body) ?? '', references);
  if (!holding || !holder || !body) return { skipped: `${row.schema} with an end that is not in the files` };
  if (holder.id === body.entity.id) return { skipped: `${row.schema} of an entity in itself` };
  if (holding.post !== null && holder.kind !== 'ACTOR') {
    return { skipped: `${row.schema} of an organization, which holds no post` };
  }
  const role = row.all('role').join(', ') || body.post;
  const post = holding.post === null ? null : (role ?? holding.post);
  const event = eventOf({ post, role }, holder, body.entity, `event:${dataset}-${slugOf(row.id, '-')}`);
  const title = `${row.schema}: ${holder.name}, ${body.entity.name}`;
  const { date, wording, expected } = dateOf(statement);
  const publisher = row.datasets.join(', ') || 'unknown';
  const source = openingSource(statement, { date, title, publisher });
  const report = reportOf(row, source, date, wording, isToCome(date, statement) ? 'EXPECTS' : 'AFFIRMS');
  const reports =
    expected === null
      ? [report]
      : [report, { ...report, locator: `${row.id} endDate`, stance: 'EXPECTS' as const, date: expected }];
  const reported = { ...event, reports };
  return { entities: [holder, body.entity], sources: [source], events: [reported] };
}

/** The organization of a membership or a post, or else the country of the post. */
function bodyOf(
  id: string,
  { entities, posts }: FtmReferences,
): { entity: EntityRecord; post: string | null } | null {
  const body = entities.get(id);
  if (body !== undefined) return body.kind === 'ACTOR' ? null : { entity: body, post: null };
  const post = posts.get(id);
  const entity = entities.get(post?.organization ?? '') ?? post?.country ?? null;
  return post === undefined || entity === null ? null : { entity, post: post.name };
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

/** @returns `expected`: the date with an end that is still to come, if the statement names one */
function dateOf(statement: FtmStatement): { date: string; wording: string | null; expected: string | null } {
  const { row } = statement;
  const start = row.dates('startDate')[0] ?? '';
  const end = row.dates('endDate').at(-1) ?? '';
  if (start === '' && end === '') {
    const day = row.dates('date')[0];
    const seen = firstSeen(statement);
    return day === undefined
      ? { date: saysOver(statement) ? `[..${seen}]` : seen, wording: 'no date', expected: null }
      : { date: day, wording: null, expected: null };
  }
  const date = `${start}/${end}`;
  try {
    parseEdtf(date);
  } catch (error) {
    if (!(error instanceof EdtfError)) throw error;
    throw new RowError('endDate', `is ${end}, before the start, ${start}`);
  }
  if (end === '' || isToCome(date, statement) || parseEdtf(end).latest <= lastSeen(statement))
    return { date, wording: null, expected: null };
  return start === ''
    ? { date: firstSeen(statement), wording: 'no start', expected: date }
    : { date: `${start}/..`, wording: null, expected: date };
}

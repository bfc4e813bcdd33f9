import { forStatuses } from '../reasoning/countsBy.ts';
import { regimeTypes } from '../ontology/lookups.ts';
import { GraphError } from '../graph/graphError.ts';
import { PARTICIPANT, type EntityCells, type EventRow } from '../queries/parts/columns.ts';
import { regimeEvents } from '../queries/regimeEvents.ts';
import { eventsKnown, type StatusHistory } from '../reasoning/changes/histories.ts';
import { coursesOf } from '../reasoning/status/course.ts';
import { type Evidence, statusOn } from '../reasoning/status/statusOn.ts';
import type { StatusState } from '../reasoning/status/statusState.ts';
import { ENTITY } from '../record/entity.ts';
import { orderKey } from '../time/bounds.ts';
import type { CombinedDate } from '../time/combineDates.ts';
import { today } from '../time/day.ts';
import { KnownEvents, MAX_STATUS_EVENTS } from './knownEvents.ts';
import type { Reader } from './reader.ts';
import type { DayQuestion } from './status.ts';

/** A post that somebody holds, or held. */
export interface PostAnswer {
  /** `null` if no source names it. */
  readonly title: string | null;
  readonly holder: EntityCells;
  readonly office: EntityCells;
  /** Whether the holder has it on the day asked about, or today. */
  readonly state: StatusState;
  readonly since: CombinedDate | null;
  readonly lastEvidence: CombinedDate | null;
  /** The day lies beyond the last evidence, and none shows later that it was still held. */
  readonly carriedForward: boolean;
  /** Whether it is held on the day asked about, whatever the dates turn out to be; `null` if no day was asked about. */
  readonly isCertain: boolean | null;
  /** What shows it last, by the day. */
  readonly event: EventRow;
  readonly date: CombinedDate;
}

/** More than anybody holds, and than one asks to see of an office. */
const MAX_POSTS = 200;

/**
 * The posts that the entity holds, or that others hold in it, in order of time: with `on` those that by the status of
 * the post are held, or with POSSIBLE may be held, on that day; without, all that were ever held. At most 200.
 */
export async function postsOf(reader: Reader, entity: string, question: DayQuestion): Promise<PostAnswer[]> {
  const statement = (owners: readonly string[]) =>
    regimeEvents(owners, regimeTypes('POST'), [], MAX_STATUS_EVENTS.ofRequest + 1);
  const rows = await reader.readFor(['posts'], entity, statement, ({ owner }) => owner);
  // Statuses that follow from some of the events alone would be wrong.
  if (rows.length > MAX_STATUS_EVENTS.ofRequest)
    throw new GraphError('TOO_MUCH_MEMORY', `more than ${MAX_STATUS_EVENTS.ofRequest} events of posts`);
  // A post is found from either side, so everybody in the events concerns the question.
  const events = new KnownEvents(rows);
  const everybody = new Set(rows.flatMap(({ participants = [] }) => participants.flatMap(idsIn)));
  return await reader.exclusive(() =>
    events
      .statusHistories(rows, { entities: everybody.add(entity), between: null }, ['POST'])
      .filter(({ status }) => [status.authority, status.subject].includes(entity))
      .flatMap((history) => postsIn(events, history, question))
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
      .slice(0, MAX_POSTS),
  );
}

function postsIn(events: KnownEvents, history: StatusHistory, question: DayQuestion): PostAnswer[] {
  const { status } = history;
  const known = eventsKnown(history, forStatuses(question));
  const on = question.on ?? today();
  const isAsked = typeof question.on === 'string';
  return coursesOf(known, status.existed).flatMap(({ name, events: own }) => {
    const stateBy = (certainty: typeof question.certainty) =>
      statusOn(on, own, { certainty, existed: status.existed ?? [] });
    const { state, since, lastEvidence, carriedForward, evidence } = stateBy(question.certainty);
    const [last] = (isAsked ? evidence : allOf(own)).filter(({ bearing }) => bearing === 'FOR').slice(-1);
    if (last === undefined || (isAsked && !HELD[question.certainty].includes(state))) return [];
    return {
      ...{ title: name, state, since, lastEvidence, carriedForward, date: last.date },
      holder: events.entity(status.subject),
      office: events.entity(status.authority),
      isCertain: isAsked ? stateBy('CERTAIN').state === 'IN_FORCE' : null,
      event: events.event(last.event),
    };
  });
}

/** The states in which a post is held, or may be. */
const HELD: Readonly<Record<DayQuestion['certainty'], readonly StatusState[]>> = {
  CERTAIN: ['IN_FORCE'],
  POSSIBLE: ['IN_FORCE', 'POSSIBLE', 'DISPUTED'],
};

function allOf(events: Parameters<typeof statusOn>[1]): readonly Evidence[] {
  return statusOn('9999-12-30', events).evidence;
}

function idsIn(row: NonNullable<EventRow['participants']>[number]): string[] {
  const [entity, side] = [row[PARTICIPANT.place.entity], row[PARTICIPANT.place.onBehalfOf]];
  return [entity, ...(side === null ? [] : [side])].map((cells) => cells[ENTITY.place.id]);
}

function keyOf({ date, event, holder, office }: PostAnswer): string {
  return [orderKey(date), event.id, holder[ENTITY.place.id], office[ENTITY.place.id]].join(' ');
}

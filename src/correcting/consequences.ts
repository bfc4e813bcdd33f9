import type { Graph } from '../graph/graph.ts';
import { KnownEvents, MAX_STATUS_EVENTS, readStatusBasis } from '../answers/knownEvents.ts';
import { entityColumns, type EventRow } from '../queries/parts/columns.ts';
import { knownIds } from '../queries/entities.ts';
import { eventsByIds } from '../queries/events.ts';
import { eventsBecameKnown, KnownPeriod } from '../reasoning/changes/becameKnown.ts';
import { eventsKnown, type StatusHistory, asKnown, type FullEvent } from '../reasoning/changes/histories.ts';
import { forStatuses, type Knowledge } from '../reasoning/countsBy.ts';
import { participationKey } from '../record/participation.ts';
import type { RegimeEvent } from '../reasoning/status/regimeEvent.ts';
import { statusOn } from '../reasoning/status/statusOn.ts';
import { type Day, FIRST_DAY, nextDay, today } from '../time/day.ts';

/** What follows for some events and for the statuses of some entities, as texts to compare and to print. */
export interface Consequences {
  /** By the id of the event, and what the line is about. */
  readonly events: ReadonlyMap<string, Line>;
  /** By the ids of authority and subject, and the regime. */
  readonly statuses: ReadonlyMap<string, Line>;
}

interface Line {
  /** What it is about, as it is printed. */
  readonly about: string;
  readonly text: string;
  /** The number of sources, and the day since which it is known. */
  readonly basis: string;
}

/** As known now: the events with their participants, and the statuses of the entities today. */
export async function consequencesOf(
  graph: Graph,
  eventIds: readonly string[],
  entityIds: readonly string[],
): Promise<Consequences> {
  const events = await graph.read(eventsByIds(eventIds, { participants: true, reports: true }));
  const known = await graph.read(knownIds(entityIds));
  const entities = [...new Set(known.map((row) => row.known))];
  const basis = await readStatusBasis(graph, entities, null, MAX_STATUS_EVENTS.ofDataset);
  return { events: eventsIn(events), statuses: statusesIn(basis ?? [], new Set(entities)) };
}

const CURRENT_KNOWLEDGE: Knowledge = { knownBy: null, certainty: 'POSSIBLE' };
const STATUS_KNOWLEDGE = forStatuses(CURRENT_KNOWLEDGE);

function eventsIn(rows: readonly EventRow[]): Map<string, Line> {
  const events = new KnownEvents(rows);
  return new Map(rows.flatMap(({ id }) => eventLines(events.full(id))));
}

/** The stances and date in one line, the participants in another, as often only one of them changes. */
function eventLines(event: FullEvent): (readonly [string, Line])[] {
  const view = asKnown(event, CURRENT_KNOWLEDGE);
  if (view === null) return [];
  const { date, stances, participations } = view;
  const participants = participations.filter(({ named }) => named).map(participationKey);
  const revisions = eventsBecameKnown([event], { entities: null, between: null }, everUntilToday());
  const texts = [...stances, date.edtf, ...(date.disputed ? ['disputed'] : [])];
  return [
    lineOf(event.id, { text: texts.join(' '), basis: knownSince(revisions.at(-1)?.day) }),
    lineOf(`${event.id}, participants`, { text: participants.join(', '), basis: '' }),
  ];
}

function lineOf(about: string, line: Omit<Line, 'about'>): readonly [string, Line] {
  return [about, { about, ...line }];
}

function statusesIn(rows: readonly EventRow[], entities: ReadonlySet<string>): Map<string, Line> {
  const events = new KnownEvents(rows);
  const nameOf = (id: string) => entityColumns(events.entity(id)).name;
  const histories = events.statusHistories(rows, { entities, between: null }, null);
  return new Map(
    histories.map((history) => {
      const { authority, subject, regime } = history.status;
      const about = [nameOf(authority), nameOf(subject), regime].join(' · ');
      return [`${about} ${authority} ${subject}`, { about, ...statusLine(history) }];
    }),
  );
}

function statusLine(history: StatusHistory): Omit<Line, 'about'> {
  const { text, evidence, disputed } = statusToday(history, eventsKnown(history, STATUS_KNOWLEDGE));
  const revised = everUntilToday(STATUS_KNOWLEDGE)
    .steps(history.events.flatMap(({ reports }) => reports))
    .findLast(({ day, before, after }) => {
      // That a day has passed says nothing of the status: what was known before is compared as of this day.
      const [known, then] = [eventsKnown(history, after), eventsKnown(history, before, day)];
      return statusToday(history, known).text !== statusToday(history, then).text;
    });
  const sources = [...new Set(evidence.flatMap((each) => each.sources))];
  const denying = disputed.flatMap((dispute) => (dispute.about === 'HAPPENING' ? dispute.sources : []));
  return {
    text,
    basis: [`${sources.length} sources`, deniedBy(denying), knownSince(revised?.day)]
      .filter((part) => part !== '')
      .join(', '),
  };
}

/** The status by these events, and in words. */
function statusToday({ status }: StatusHistory, events: readonly RegimeEvent[]) {
  const found = statusOn(today(), events, { existed: status.existed ?? [] });
  const { state, since } = found;
  return { ...found, text: since === null ? state : `${state} since ${since.edtf}` };
}

/** A source that denies what others affirm is no evidence for the state, but may be why it is not settled. */
function deniedBy(sources: readonly string[]): string {
  return sources.length === 0 ? '' : `denied by ${[...new Set(sources)].sort().join(' and ')}`;
}

function everUntilToday(knowledge = CURRENT_KNOWLEDGE): KnownPeriod {
  return new KnownPeriod({ from: FIRST_DAY, to: nextDay(today()) }, knowledge);
}

function knownSince(day: Day | undefined): string {
  return day === undefined || day === FIRST_DAY ? '' : `known since ${day}`;
}

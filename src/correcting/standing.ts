import type { Graph } from '../graph/graph.ts';
import type { EventRow } from '../queries/parts/columns.ts';
import { entitiesByIds } from '../queries/entities.ts';
import { eventsByIds } from '../queries/events.ts';
import { statusBasis } from '../queries/statusBasis.ts';
import { toldEventOf } from '../queries/parts/toldEventOf.ts';
import { eventsBecameKnown } from '../reasoning/changes/eventsBecameKnown.ts';
import { KnownPeriod } from '../reasoning/changes/knownPeriod.ts';
import { statusesBecameKnown } from '../reasoning/changes/statusesBecameKnown.ts';
import { eventsKnown, type StatusHistory, statusHistories } from '../reasoning/changes/statusHistories.ts';
import { asKnown, type Knowledge, type ToldEvent } from '../reasoning/changes/toldEvent.ts';
import { participationKey } from '../reasoning/participations.ts';
import { GENERAL_TYPES, STATUS_TYPES } from '../reasoning/status/regimeTypes.ts';
import { statusOn } from '../reasoning/status/statusOn.ts';
import { type Day, FIRST_DAY, nextDay, today } from '../time/day.ts';

/** What follows from the graph for some events and for the statuses of some entities, as texts to compare and to print. */
export interface Standing {
  /** By the id of the event, and what of it. */
  readonly events: ReadonlyMap<string, Told>;
  /** By authority, subject and regime, as they are printed. */
  readonly statuses: ReadonlyMap<string, Told>;
}

interface Told {
  readonly text: string;
  /** On what it rests, and from which day on it was known. */
  readonly basis: string;
}

/** As known now: who takes part in the events, and their statuses today. */
export async function standingOf(
  graph: Graph,
  eventIds: readonly string[],
  entityIds: readonly string[],
): Promise<Standing> {
  const events = await graph.read(eventsByIds(eventIds, { participants: true, reports: true }));
  const known = await graph.read(entitiesByIds(entityIds, []));
  const entities = [...new Set(known.map(({ entity: [id] }) => id))];
  const basis = await graph.read(
    statusBasis(entities, { types: STATUS_TYPES, generalTypes: GENERAL_TYPES }, MOST_IN_STATUSES),
  );
  return { events: eventsIn(events), statuses: statusesIn(basis, new Set(entities)) };
}

/** More events than statuses of the entities of a seed follow from. */
const MOST_IN_STATUSES = 100_000;

const NOW: Knowledge = { knownBy: null, certainty: 'POSSIBLE' };

function eventsIn(rows: readonly EventRow[]): Map<string, Told> {
  return new Map(rows.map(toldEventOf).flatMap(eventTold));
}

/** When it was and who says what of it, and who took part: each by itself, as often only one of them changes. */
function eventTold(event: ToldEvent): (readonly [string, Told])[] {
  const view = asKnown(event, NOW);
  if (view === null) return [];
  const { date, stances, participations } = view;
  const who = participations.filter(({ named }) => named).map(participationKey);
  const news = eventsBecameKnown([event], { entities: null, between: null }, everUntilToday());
  const texts = [...stances, date.edtf, ...(date.disputed ? ['disputed'] : [])];
  return [
    [event.id, { text: texts.join(' '), basis: knownSince(news.at(-1)?.day) }],
    [`${event.id}, participants`, { text: who.join(', '), basis: '' }],
  ];
}

function statusesIn(rows: readonly EventRow[], entities: ReadonlySet<string>): Map<string, Told> {
  const cards = new Map(
    rows.flatMap(({ participants = [] }) =>
      participants.flatMap(([, entity, onBehalfOf]) =>
        [entity, onBehalfOf].flatMap((card) => (card === null ? [] : [[card[0], card] as const])),
      ),
    ),
  );
  const kindOf = (id: string) => cards.get(id)?.[1] ?? 'ORGANIZATION';
  const nameOf = (id: string) => cards.get(id)?.[2] ?? id;
  const histories = statusHistories(rows.map(toldEventOf), { entities, between: null }, null, kindOf);
  return new Map(
    histories.map((history) => {
      const { authority, subject, regime } = history.asked;
      return [`${nameOf(authority)} · ${nameOf(subject)} · ${regime}`, statusTold(history)];
    }),
  );
}

function statusTold(history: StatusHistory): Told {
  const { state, since, evidence, disputed } = statusOn(today(), eventsKnown(history, NOW));
  const news = statusesBecameKnown([history], everUntilToday()).findLast(({ to }) => to === state);
  const sources = [...new Set(evidence.flatMap((each) => each.sources))];
  const denying = disputed.flatMap((dispute) => (dispute.about === 'HAPPENING' ? dispute.sources : []));
  return {
    text: since === null ? state : `${state} since ${since.edtf}`,
    basis: [`${sources.length} sources`, deniedBy(denying), knownSince(news?.day)]
      .filter((text) => text !== '')
      .join(', '),
  };
}

/** Those who deny what others affirm are no evidence for the state, but may be why it is not settled. */
function deniedBy(sources: readonly string[]): string {
  return sources.length === 0 ? '' : `denied by ${[...new Set(sources)].sort().join(' and ')}`;
}

function everUntilToday(): KnownPeriod {
  return new KnownPeriod({ from: FIRST_DAY, to: nextDay(today()) }, 'POSSIBLE');
}

function knownSince(day: Day | undefined): string {
  return day === undefined || day === FIRST_DAY ? '' : `known since ${day}`;
}

import { ROLE_NAMES, type Role } from '../ontology/roles.ts';
import type { EventType } from '../ontology/lookups.ts';
import type { Corpus } from './corpus.ts';
import type { Item } from './item.ts';
import type { Path } from '../record/fault.ts';
import { participantOf, type ParticipantsSeed } from './seedTypes.ts';

/** The participants of an event, or those that a report gives in their place. */
export interface ParticipantSet {
  /** The event or the report. */
  readonly item: Item<{ readonly participants?: ParticipantsSeed }>;
  /** That of the event; undefined where it is faulty. */
  readonly type: EventType | undefined;
  readonly participants: ParticipantsSeed;
}

/** One participant in a role. */
export interface NamedParticipant {
  readonly role: Role;
  readonly entity: string;
  readonly onBehalfOf: string | null;
  /** In the event or report: of the entity's id. */
  readonly path: Path;
  /** In the event or report: of the participant, with the entity for which it acts. */
  readonly whole: Path;
}

export function* participantSets({ events, reports }: Corpus): Iterable<ParticipantSet> {
  const given = [
    ...events.items.map((event) => ({ event, item: event })),
    ...reports.map(({ event, report }) => ({ event, item: report })),
  ];
  for (const { event, item } of given) {
    const { participants } = item.value;
    if (participants === undefined || !item.isSound('participants')) continue;
    yield { item, participants, type: event.isSound('type') ? event.value.type : undefined };
  }
}

/** In the order of the roles' table. */
export function namedParticipants(participants: ParticipantsSeed): NamedParticipant[] {
  return ROLE_NAMES.flatMap((role) =>
    (participants[role] ?? []).map((seed, index) => {
      const whole: Path = ['participants', role, index];
      return {
        role,
        ...participantOf(seed),
        whole,
        path: typeof seed === 'string' ? whole : [...whole, 'entity'],
      };
    }),
  );
}

import { type Role, ROLES } from '../ontology/roles.ts';
import { link, oneOf, optional, type RecordOf, table } from './attribute.ts';

/** An entity in its role in an event. */
export const PARTICIPATION = table('participant', {
  role: oneOf('The role of the entity in the event.', ROLES),
  entity: link('The entity that takes part, as the sources name it.', 'entity'),
  onBehalfOf: optional(link('The entity for which this one acts.', 'entity'), 'if it acts for itself'),
});

export type Participation = RecordOf<typeof PARTICIPATION>;

/** Who took part according to a report. */
export function participantsIn(
  report: { readonly participants: readonly Participation[] | null },
  event: { readonly participants: readonly Participation[] },
): readonly Participation[] {
  return report.participants ?? event.participants;
}

/** For whom the entity acts, else itself. Two on one side, such as two delegates, did not meet each other. */
export function sideOf({ entity, onBehalfOf }: Participation): string {
  return onBehalfOf ?? entity;
}

/** Names a participation among those of its event, and holds all of it: its role, who, and on whose behalf if any. */
export function participationKey({ role, entity, onBehalfOf }: Participation): string {
  return onBehalfOf === null ? `${role} ${entity}` : `${role} ${entity} ${onBehalfOf}`;
}

/** The participation that the key holds. */
export function participationOf(key: string): Participation {
  const [role, entity = '', onBehalfOf = null] = key.split(' ');
  return { role: role as Role, entity, onBehalfOf };
}

/** Who takes part, and for whom if anyone, by the key of the participation. */
export function entitiesInKey(key: string): string[] {
  return key.split(' ').slice(1);
}

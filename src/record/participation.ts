import type { Role } from '../ontology/roles.ts';

export interface Participation {
  readonly role: Role;
  readonly entity: string;
  readonly onBehalfOf: string | null;
}

/** Who took part according to a report. */
export function participantsIn(
  report: { readonly participants: readonly Participation[] | null },
  event: { readonly participants: readonly Participation[] },
): readonly Participation[] {
  return report.participants ?? event.participants;
}

/** Names a participation among those of its event, and tells it: its role, who, and on whose behalf if any. */
export function participationKey({ role, entity, onBehalfOf }: Participation): string {
  return onBehalfOf === null ? `${role} ${entity}` : `${role} ${entity} ${onBehalfOf}`;
}

/** The participation that the key tells. */
export function participationOf(key: string): Participation {
  const [role, entity = '', onBehalfOf = null] = key.split(' ');
  return { role: role as Role, entity, onBehalfOf };
}

import type { Kind } from '../../ontology/kinds.ts';
import { declarationOf, type EventType } from '../../ontology/lookups.ts';
import type { EventRecord } from '../../record/event.ts';
import type { Participation } from '../../record/participation.ts';
import { ROLE_NAMES } from '../../ontology/roles.ts';
import { RowError } from '../rows/rowResult.ts';

type KindOf = (entity: string) => Kind | undefined;

/** Whether an event has what its type asks for. @throws RowError that names the field where it has not */
export function checkEvent(event: EventRecord, kindOf: KindOf): void {
  const { type, intends, participants, reports } = event;
  if ((declarationOf(type).announces ?? false) !== (intends !== null))
    throw new RowError('event.intends', `is ${intends ?? 'missing'}, but the type is ${type}`);
  checkParticipants('event.participants', type, participants, kindOf);
  const places = new Set<string>();
  for (const [index, report] of reports.entries()) {
    const column = `event.reports.${index}`;
    if (report.participants !== null)
      checkParticipants(`${column}.participants`, type, report.participants, kindOf);
    const place = JSON.stringify([report.source, report.locator]);
    if (places.has(place)) throw new RowError(column, 'is of a source and locator that has one already');
    places.add(place);
  }
}

function checkParticipants(
  column: string,
  type: EventType,
  participants: readonly Participation[],
  kindOf: KindOf,
): void {
  const { roles } = declarationOf(type);
  const named = new Set<string>();
  for (const [index, { role, entity }] of participants.entries()) {
    const kinds = roles[role]?.kinds;
    const kind = kindOf(entity);
    const at = `${column}.${index}`;
    if (kinds === undefined) throw new RowError(at, `${type} has no role ${role}`);
    if (kind !== undefined && !kinds.includes(kind))
      throw new RowError(at, `${entity} is of kind ${kind}, but ${role} of ${type} is ${kinds.join(' or ')}`);
    if (named.has(`${role} ${entity}`)) throw new RowError(at, `${entity} is ${role} twice`);
    named.add(`${role} ${entity}`);
  }
  for (const role of ROLE_NAMES) {
    const least = roles[role]?.min ?? 0;
    const count = participants.filter((each) => each.role === role).length;
    if (count < least)
      throw new RowError(column, `${type} has ${least} or more in the role ${role}, not ${count}`);
  }
}

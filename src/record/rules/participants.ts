import { declarationOf, type EventType } from '../../ontology/lookups.ts';
import { ROLE_NAMES, type Role } from '../../ontology/roles.ts';
import type { Catalogues } from '../catalogue.ts';
import { type Draft, type Drafts, reportsOf } from '../draft.ts';
import type { EventRecord } from '../event.ts';
import { type Fault, faultAt, faultAtKey, type Path, type Wording } from '../fault.ts';
import type { Participation } from '../participation.ts';

/** An event's type says which roles its participants may have, and which kinds of entities may have them. */
export function* rolesOfTheType(
  { events }: Drafts,
  { entities }: Catalogues,
  wording: Wording,
): Iterable<Fault> {
  for (const { type, participants, path } of participantSets(events)) {
    if (type === undefined) continue;
    const { roles } = declarationOf(type);
    for (const role of strangeRoles(type, participants)) {
      const fix = `It takes ${rolesOf(type).join(', ')}.`;
      yield faultAt([...path, ...placeOfRole(participants, role)], `${type} has no role ${role}`, fix);
    }
    for (const [index, { role, entity }] of participants.entries()) {
      const kinds = roles[role]?.kinds;
      const found = entities.find(entity);
      const kind = found?.record.kind;
      if (kinds === undefined || kind === undefined || kinds.includes(kind)) continue;
      const message = `\`${wording.id(entity)}\` is of kind ${kind}, but the ${role} of ${type} must be ${kinds.join(' or ')}`;
      const fix = `Name another, or correct its kind at ${wording.place(found?.path ?? [])}.`;
      yield faultAt([...path, index, 'entity'], message, fix);
    }
  }
}

/** An event's type says how many participants a role has at least. */
export function* enoughParticipants({ events }: Drafts): Iterable<Fault> {
  for (const { type, participants, path } of participantSets(events)) {
    // A participant in a role that the type lacks is missing in another: one fault, not two.
    if (type === undefined || strangeRoles(type, participants).length > 0) continue;
    for (const role of rolesOf(type)) {
      const least = declarationOf(type).roles[role]?.min ?? 0;
      const count = participants.filter((each) => each.role === role).length;
      if (count >= least) continue;
      const message = `${type} needs ${least} or more in the role ${role}, but has ${count}`;
      const fix = `Add whom the source names as ${role}, or choose another type.`;
      yield count === 0
        ? faultAtKey(path, message, fix)
        : faultAt([...path, ...placeOfRole(participants, role)], message, fix);
    }
  }
}

/** An entity has a role in an event once, for whomever it acts. */
export function* participantsAreNamedOnce(
  { events }: Drafts,
  _: Catalogues,
  wording: Wording,
): Iterable<Fault> {
  for (const { participants, path } of participantSets(events)) {
    const seen = new Set<string>();
    for (const [index, { role, entity }] of participants.entries()) {
      const key = `${role} ${entity}`;
      if (seen.has(key)) {
        const message = `\`${wording.id(entity)}\` is ${role} twice`;
        yield faultAt([...path, index, 'entity'], message, 'Keep one of the two.');
      }
      seen.add(key);
    }
  }
}

/** Nobody acts on itself: no relationship would follow. */
export function* nobodyActsOnItself({ events }: Drafts, _: Catalogues, wording: Wording): Iterable<Fault> {
  for (const { participants, path } of participantSets(events)) {
    const agents = new Set(participants.flatMap(({ role, entity }) => (role === 'AGENT' ? [entity] : [])));
    for (const [index, { role, entity }] of participants.entries()) {
      if (role !== 'TARGET' || !agents.has(entity)) continue;
      const message = `\`${wording.id(entity)}\` is AGENT and TARGET of one event`;
      yield faultAt([...path, index, 'entity'], message, 'Name another in one of the two roles.');
    }
  }
}

/** The participants of an event, or those that a report gives in their place. */
interface ParticipantSet {
  readonly type: EventType | undefined;
  readonly participants: readonly Participation[];
  readonly path: Path;
}

export function participantSets(events: readonly Draft<EventRecord>[]): ParticipantSet[] {
  return events.flatMap((event) =>
    [event, ...reportsOf(event)].flatMap(({ record: { participants }, path }) =>
      participants ? [{ type: event.record.type, participants, path: [...path, 'participants'] }] : [],
    ),
  );
}

function rolesOf(type: EventType): Role[] {
  return ROLE_NAMES.filter((role) => declarationOf(type).roles[role] !== undefined);
}

function strangeRoles(type: EventType, participants: readonly Participation[]): Role[] {
  const { roles } = declarationOf(type);
  return ROLE_NAMES.filter(
    (name) => roles[name] === undefined && participants.some(({ role }) => role === name),
  );
}

/** Where the role is first given. */
function placeOfRole(participants: readonly Participation[], role: Role): Path {
  return [participants.findIndex((each) => each.role === role), 'role'];
}

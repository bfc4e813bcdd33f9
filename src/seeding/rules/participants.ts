import { declarationOf, type EventType } from '../../ontology/lookups.ts';
import { ROLE_NAMES } from '../../ontology/roles.ts';
import type { Corpus } from '../corpus.ts';
import type { SeedFault } from '../fault.ts';
import { namedParticipants, participantSets } from '../participantSets.ts';
import type { ParticipantsSeed } from '../seedTypes.ts';

/** An event's type says which roles its participants may have, and which kinds of entities may have them. */
export function* rolesOfTheType(corpus: Corpus): Iterable<SeedFault> {
  for (const { item, type, participants } of participantSets(corpus)) {
    if (type === undefined) continue;
    for (const role of strangeRoles(type, participants)) {
      const takes = rolesOf(type).join(', ');
      yield item.faultAtKey(['participants', role], `${type} has no role ${role}`, `It takes ${takes}.`);
    }
    for (const { role, entity, path } of namedParticipants(participants)) {
      const kinds = declarationOf(type).roles[role]?.kinds;
      const found = corpus.entities.find(entity);
      if (kinds === undefined || !found?.isSound('kind') || kinds.includes(found.value.kind)) continue;
      const message = `\`${entity}\` is of kind ${found.value.kind}, but the ${role} of ${type} must be ${kinds.join(' or ')}`;
      yield item.faultAt(path, message, `Name another, or correct its kind at ${found.place}.`);
    }
  }
}

/** An event's type says how many participants a role has at least. */
export function* enoughParticipants(corpus: Corpus): Iterable<SeedFault> {
  for (const { item, type, participants } of participantSets(corpus)) {
    // Whoever stands in a role that the type has not is missing in one that it has: one fault, not two.
    if (type === undefined || strangeRoles(type, participants).length > 0) continue;
    for (const role of rolesOf(type)) {
      const least = declarationOf(type).roles[role]?.min ?? 0;
      const count = participants[role]?.length ?? 0;
      if (count >= least) continue;
      const path = count === 0 ? ['participants'] : ['participants', role];
      const message = `${type} needs ${least} or more in the role ${role}, but has ${count}`;
      yield item.faultAtKey(path, message, `Add whom the source names as ${role}, or choose another type.`);
    }
  }
}

/** An entity has a role in an event once, for whomever it acts. */
export function* participantsAreNamedOnce(corpus: Corpus): Iterable<SeedFault> {
  for (const { item, participants } of participantSets(corpus)) {
    const seen = new Set<string>();
    for (const { role, entity, path } of namedParticipants(participants)) {
      const key = `${role} ${entity}`;
      if (seen.has(key)) {
        yield item.faultAt(path, `\`${entity}\` is ${role} twice`, 'Keep one of the two.');
      }
      seen.add(key);
    }
  }
}

function rolesOf(type: EventType) {
  return ROLE_NAMES.filter((role) => declarationOf(type).roles[role] !== undefined);
}

function strangeRoles(type: EventType, participants: ParticipantsSeed) {
  return ROLE_NAMES.filter(
    (role) => participants[role] !== undefined && declarationOf(type).roles[role] === undefined,
  );
}

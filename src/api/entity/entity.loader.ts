import { entitiesByIds, knownIds } from '../../queries/entities.ts';
import type { Reader } from '../../answers/reader.ts';
import { badInput } from '../errors.ts';
import { type Entity, entityFrom } from './entity.type.ts';

/** The entity that an argument names. @throws BAD_USER_INPUT where there is none that is known by this id */
export async function entityOf(context: Reader, argument: string, id: string): Promise<Entity> {
  const [row] = await context.readFor(['entities'], id, entitiesByIds, ({ asked }) => asked);
  if (row === undefined) throw noEntity(argument, id);
  if (row.entity[0] !== id) throw joinedEntity(argument, id, row.entity[0]);
  return entityFrom(row.entity);
}

/** @throws BAD_USER_INPUT where an argument names no entity that is known by this id */
export async function checkEntity(context: Reader, argument: string, id: string): Promise<void> {
  const [row] = await context.readFor(['knownIds'], id, knownIds, ({ asked }) => asked);
  if (row === undefined) throw noEntity(argument, id);
  if (row.known !== id) throw joinedEntity(argument, id, row.known);
}

/** Says that an argument names an entity by an id that only `entity` and `node` still understand. */
function joinedEntity(argument: string, id: string, knownAs: string) {
  return badInput(argument, `"${id}" has been joined with "${knownAs}", and is known by that id now.`);
}

/** Says that an argument names no entity, and how to find the one that was meant. */
function noEntity(argument: string, id: string) {
  return badInput(argument, `no entity has the id "${id}"; find it by its name with "entities(search: …)".`);
}

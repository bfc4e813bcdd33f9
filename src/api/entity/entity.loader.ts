import { entitiesByIds } from '../../queries/entities.ts';
import type { Context } from '../context.ts';
import { noEntity } from '../checkIds.ts';
import { type Entity, entityFrom } from './entity.type.ts';

/** The entity that an argument names. @throws BAD_USER_INPUT where there is none */
export async function entityOf(context: Context, argument: string, id: string): Promise<Entity> {
  const [row] = await context.readFor(['entities'], id, entitiesByIds, ({ entity }) => entity[0]);
  if (row !== undefined) return entityFrom(row.entity);
  throw noEntity(argument, id);
}

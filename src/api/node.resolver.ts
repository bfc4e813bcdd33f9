import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { NO_BLOCKS } from '../queries/parts/columns.ts';
import { entitiesByIds } from '../queries/entities.ts';
import { eventsByIds } from '../queries/events.ts';
import { sourcesOf } from '../answers/ids.ts';
import type { Reader } from '../answers/reader.ts';
import { entityFrom } from './entity/entity.type.ts';
import { eventFrom } from './event/event.type.ts';
import { Node } from './node.type.ts';
import { sourceFrom } from './source/source.type.ts';

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description:
      'Finds an entity, an event or a source by its id (Relay). Null if nothing has this id. If a reviewer merged an entity with another, returns that other.',
  })
  async node(
    @Arg('id', () => ID, {
      description: 'The id: a slug for an entity, `event:…` or `source:…` for the others.',
    })
    id: string,
    @Ctx() reader: Reader,
  ): Promise<Node | null> {
    if (id.startsWith('source:')) return (await sourcesOf(reader, [id])).map(sourceFrom)[0] ?? null;
    if (id.startsWith('event:')) {
      const [row] = await reader.read(eventsByIds([id], NO_BLOCKS));
      return row === undefined ? null : eventFrom(row);
    }
    const [row] = await reader.read(entitiesByIds([id]));
    return row === undefined ? null : entityFrom(row.entity);
  }
}

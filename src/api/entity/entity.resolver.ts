import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import type { Kind } from '../../ontology/kinds.ts';
import {
  entitiesByIds,
  entityByIdentifier,
  entityCount,
  entityDetails,
  entityPage,
  type EntityDetailRow,
  joinedEntities,
} from '../../queries/entities.ts';
import { entitySearch, entitySearchCount, type SearchCursor } from '../../queries/entitySearch.ts';
import { type Connection, connectionFrom, connectionTypes, pageOf, PageArguments } from '../connection.ts';
import type { Reader } from '../../answers/reader.ts';
import { KindEnum } from '../enums.ts';
import { checkSearch } from '../event/event.input.ts';
import { checkList } from '../given.ts';
import { IdentifierInput, oneOf } from '../identifierInput.ts';
import { selectedFields } from '../preparedOperation.ts';
import { Entity, entityFrom, Identifier, SameAs, sameAsFrom } from './entity.type.ts';

const EntityConnection = connectionTypes(Entity, 'Entity', 'entities');

const EXAMPLES = { id: 'taliban', identifier: '{ scheme: "wikidata", value: "Q159" }' };

@Resolver(() => Entity)
export class EntityResolver {
  @Query(() => Entity, {
    nullable: true,
    description:
      'The entity with this id or identifier; null where there is none. One that has been joined with another is answered as that one.',
  })
  async entity(
    @Arg('id', () => ID, { nullable: true, description: 'Its slug, such as `taliban`.' }) id: string | null,
    @Arg('identifier', () => IdentifierInput, {
      nullable: true,
      description: 'A key that someone else gave it.',
    })
    identifier: IdentifierInput | null,
    @Ctx() context: Reader,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Entity | null> {
    const asked = oneOf(id, identifier, EXAMPLES);
    const selected = selectedFields(info);
    const [row] = await context.read(
      typeof asked === 'string'
        ? entitiesByIds([asked], selected)
        : entityByIdentifier(asked.scheme, asked.value, selected),
    );
    return row === undefined ? null : entityFrom(row.entity);
  }

  @Query(() => EntityConnection, {
    description:
      'Entities. With `search`, those whose name or alias, or one of what was joined with them, has every word, best first: exact names, exact aliases, then near ones. Without, in the order of their ids.',
  })
  async entities(
    @Arg('search', () => String, {
      nullable: true,
      description: 'Words of a name or alias; forgives case, diacritics and a typo a word.',
    })
    search: string | null,
    @Arg('kinds', () => [KindEnum], { nullable: true, description: 'Only entities of these kinds.' })
    kinds: Kind[] | null,
    @Args(() => PageArguments) args: PageArguments,
    @Ctx() context: Reader,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Entity>> {
    checkSearch('search', search);
    checkList('kinds', kinds);
    const selected = selectedFields(info, 'edges', 'node');
    return search
      ? await found(context, args, search, kinds ?? null, selected)
      : await listed(context, args, kinds ?? null, selected);
  }

  @FieldResolver(() => Entity, { nullable: true, description: 'The state or body that it is an organ of.' })
  async partOf(@Root() { id }: Entity, @Ctx() context: Reader): Promise<Entity | null> {
    const whole = (await detailsOf(context, id))?.partOf ?? null;
    return whole === null ? null : entityFrom(whole);
  }

  @FieldResolver(() => [Entity], { description: 'Its organs, at most 200, in the order of their ids.' })
  async organs(@Root() { id }: Entity, @Ctx() context: Reader): Promise<Entity[]> {
    return (await detailsOf(context, id))?.organs.map(entityFrom) ?? [];
  }

  @FieldResolver(() => [SameAs], {
    description:
      'Entities of other datasets, or of the same, that a reviewer found to be this one; in the order of their ids.',
  })
  async sameAs(@Root() { id }: Entity, @Ctx() context: Reader): Promise<SameAs[]> {
    const rows = await context.readFor(['joinedEntities'], id, joinedEntities, ({ owner }) => owner);
    return rows.map(sameAsFrom);
  }

  @FieldResolver(() => [Identifier], { description: 'Keys that others gave it.' })
  async identifiers(@Root() { id }: Entity, @Ctx() context: Reader): Promise<Identifier[]> {
    return (await detailsOf(context, id))?.identifiers.map(([scheme, value]) => ({ scheme, value })) ?? [];
  }
}

async function listed(
  context: Reader,
  args: PageArguments,
  kinds: Kind[] | null,
  selected: readonly string[],
): Promise<Connection<Entity>> {
  const page = pageOf(args, (value) => typeof value === 'string');
  const rows = await context.read(entityPage(kinds, page, selected));
  const count = async (): Promise<number> => (await context.read(entityCount(kinds)))[0]?.count ?? 0;
  return connectionFrom(
    args,
    page,
    rows,
    ({ entity }) => entity[0],
    ({ entity }) => entityFrom(entity),
    count,
  );
}

async function found(
  context: Reader,
  args: PageArguments,
  search: string,
  kinds: Kind[] | null,
  selected: readonly string[],
): Promise<Connection<Entity>> {
  const page = pageOf(args, isSearchCursor);
  const rows = await context.read(entitySearch(search, kinds, page, selected));
  const count = async (): Promise<number> =>
    (await context.read(entitySearchCount(search, kinds)))[0]?.count ?? 0;
  const cursorOf = ({ rank, score, id }: SearchCursor): SearchCursor => ({ rank, score, id });
  return connectionFrom(args, page, rows, cursorOf, ({ entity }) => entityFrom(entity), count);
}

async function detailsOf(context: Reader, id: string): Promise<EntityDetailRow | undefined> {
  const [row] = await context.readFor(['entityDetails'], id, entityDetails, (details) => details.id);
  return row;
}

function isSearchCursor(value: unknown): value is SearchCursor {
  if (typeof value !== 'object' || value === null) return false;
  const { rank, score, id } = value as Partial<Record<keyof SearchCursor, unknown>>;
  return typeof rank === 'number' && typeof score === 'number' && typeof id === 'string';
}

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
import { identifierOf } from '../../queries/parts/columns.ts';
import { ENTITY } from '../../record/entity.ts';
import { type Connection, connectionFrom, connectionTypes, pageOf, PageArguments } from '../connection.ts';
import type { Reader } from '../../answers/reader.ts';
import { KindEnum } from '../enums.ts';
import { checkSearch, SEARCH_WORDS } from '../event/event.input.ts';
import { checkList } from '../argumentChecks.ts';
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
      'Finds one country, organization or person by its id or by an identifier such as a Wikidata key. Null if no entity has it. If a reviewer merged the entity with another, returns that other.',
  })
  async entity(
    @Arg('id', () => ID, {
      nullable: true,
      description: 'The id of the entity, a slug such as `taliban`. Give this or `identifier`.',
    })
    id: string | null,
    @Arg('identifier', () => IdentifierInput, {
      nullable: true,
      description: 'A key that someone else gave the entity. Give this or `id`.',
    })
    identifier: IdentifierInput | null,
    @Ctx() reader: Reader,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Entity | null> {
    const key = oneOf(id, identifier, EXAMPLES);
    const selected = selectedFields(info);
    const [row] = await reader.read(
      typeof key === 'string'
        ? entitiesByIds([key], selected)
        : entityByIdentifier(key.scheme, key.value, selected),
    );
    return row === undefined ? null : entityFrom(row.entity);
  }

  @Query(() => EntityConnection, {
    description:
      'Lists countries, organizations and actors (persons and unnamed roles), ordered by id. With `search`, only entities with every word in a name or alias, the best match first: exact names, exact aliases, names with the words as written, then similar ones. Names of joined entities count too.',
  })
  async entities(
    @Arg('search', () => String, {
      nullable: true,
      description: `Words of a name or alias, in any script. ${SEARCH_WORDS}`,
    })
    search: string | null,
    @Arg('kinds', () => [KindEnum], { nullable: true, description: 'Only entities of these kinds.' })
    kinds: Kind[] | null,
    @Args(() => PageArguments) args: PageArguments,
    @Ctx() reader: Reader,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Entity>> {
    checkSearch('search', search);
    checkList('kinds', kinds);
    const selected = selectedFields(info, 'edges', 'node');
    return search
      ? await found(reader, args, search, kinds ?? null, selected)
      : await listed(reader, args, kinds ?? null, selected);
  }

  @FieldResolver(() => Entity, {
    nullable: true,
    description: 'The state or body that the entity is an organ of. Null if none.',
  })
  async partOf(@Root() { id }: Entity, @Ctx() reader: Reader): Promise<Entity | null> {
    const whole = (await detailsOf(reader, id))?.partOf ?? null;
    return whole === null ? null : entityFrom(whole);
  }

  @FieldResolver(() => [Entity], { description: 'The organs of the entity, ordered by id. At most 200.' })
  async organs(@Root() { id }: Entity, @Ctx() reader: Reader): Promise<Entity[]> {
    return (await detailsOf(reader, id))?.organs.map(entityFrom) ?? [];
  }

  @FieldResolver(() => [SameAs], {
    description:
      'Entities of this or other datasets that a reviewer found to be the same as this one, ordered by id.',
  })
  async sameAs(@Root() { id }: Entity, @Ctx() reader: Reader): Promise<SameAs[]> {
    const rows = await reader.readFor(['joinedEntities'], id, joinedEntities, ({ owner }) => owner);
    return rows.map(sameAsFrom);
  }

  @FieldResolver(() => [Identifier], { description: 'Keys that others gave the entity.' })
  async identifiers(@Root() { id }: Entity, @Ctx() reader: Reader): Promise<Identifier[]> {
    return (await detailsOf(reader, id))?.identifiers.map(identifierOf) ?? [];
  }

  @FieldResolver(() => [ID], { description: ENTITY.attributes.countries.description })
  async countries(@Root() { id }: Entity, @Ctx() reader: Reader): Promise<readonly string[]> {
    return (await detailsOf(reader, id))?.countries ?? [];
  }
}

async function listed(
  reader: Reader,
  args: PageArguments,
  kinds: Kind[] | null,
  selected: readonly string[],
): Promise<Connection<Entity>> {
  const page = pageOf(args, (value) => typeof value === 'string');
  const rows = await reader.read(entityPage(kinds, page, selected));
  const count = async (): Promise<number> => (await reader.read(entityCount(kinds)))[0]?.count ?? 0;
  return connectionFrom(
    args,
    page,
    rows,
    ({ entity }) => entity[ENTITY.place.id],
    ({ entity }) => entityFrom(entity),
    count,
  );
}

async function found(
  reader: Reader,
  args: PageArguments,
  search: string,
  kinds: Kind[] | null,
  selected: readonly string[],
): Promise<Connection<Entity>> {
  const page = pageOf(args, isSearchCursor);
  const rows = await reader.read(entitySearch(search, kinds, page, selected));
  const count = async (): Promise<number> =>
    (await reader.read(entitySearchCount(search, kinds)))[0]?.count ?? 0;
  const cursorOf = ({ rank, length, id }: SearchCursor): SearchCursor => ({ rank, length, id });
  return connectionFrom(args, page, rows, cursorOf, ({ entity }) => entityFrom(entity), count);
}

async function detailsOf(reader: Reader, id: string): Promise<EntityDetailRow | undefined> {
  const [row] = await reader.readFor(['entityDetails'], id, entityDetails, (details) => details.id);
  return row;
}

function isSearchCursor(value: unknown): value is SearchCursor {
  if (typeof value !== 'object' || value === null) return false;
  const { rank, length, id } = value as Partial<Record<keyof SearchCursor, unknown>>;
  return typeof rank === 'number' && typeof length === 'number' && typeof id === 'string';
}

import type { GraphQLResolveInfo } from 'graphql';
import {
  relationshipCount,
  relationshipCounts,
  relationshipPage,
  relationshipPages,
  type PlacedRelationshipRow,
} from '../../queries/relationshipPage.ts';
import type { RelationshipCriteria } from '../../queries/parts/relationshipCriteria.ts';
import type { RelationshipCursor } from '../../queries/parts/relationshipRows.ts';
import { ENTITY } from '../../record/entity.ts';
import { checkIds } from '../../answers/ids.ts';
import { certaintyIn, withCertainty } from '../event/certainRow.ts';
import { idArguments } from '../event/event.connection.ts';
import { type Connection, connectionFrom, datedConnectionTypes, isTimePlace, pageOf } from '../connection.ts';
import type { Reader } from '../../answers/reader.ts';
import { selectedColumns, selectedFields } from '../preparedOperation.ts';
import { relationshipFilterFrom, type RelationshipListArguments } from './relationship.input.ts';
import { Relationship, relationshipFrom } from './relationship.type.ts';

export const RelationshipConnection = datedConnectionTypes(Relationship, 'Relationship', 'relationships');

/** The page of relationships that the field asks for; those of one entity, if one is given. */
export async function relationshipConnection(
  reader: Reader,
  info: GraphQLResolveInfo,
  args: RelationshipListArguments,
  owner?: string,
): Promise<Connection<Relationship>> {
  const page = pageOf(args, isRelationshipCursor);
  const filter = relationshipFilterFrom(args.where);
  const blocks = {
    ...withCertainty(info, selectedColumns(info, ['edges', 'node'], ['edges', 'node', 'event'])),
    from: selectedFields(info, 'edges', 'node', 'from'),
    to: selectedFields(info, 'edges', 'node', 'to'),
    relationship: selectedFields(info, 'edges', 'node'),
  };
  const whole = { filter, order: args.orderBy, page, blocks };
  const rows: PlacedRelationshipRow[] =
    owner === undefined
      ? await reader.read(relationshipPage(whole))
      : await reader.readFor(
          ['relationships', whole],
          owner,
          (owners) => relationshipPages(owners, whole),
          (row) => row.owner,
        );
  if (rows.length === 0) await checkIds(reader, idArguments(filter));
  const isCertain = certaintyIn(reader, filter);
  return connectionFrom(
    args,
    page,
    rows,
    cursorOf,
    relationshipFrom,
    () => count(reader, filter, owner),
    ({ event }) => isCertain(event),
  );
}

async function count(reader: Reader, filter: RelationshipCriteria, owner?: string): Promise<number> {
  if (owner === undefined) return (await reader.read(relationshipCount(filter)))[0]?.count ?? 0;
  const statement = (owners: readonly string[]) => relationshipCounts(owners, filter);
  const [row] = await reader.readFor(['relationshipCount', filter], owner, statement, (one) => one.owner);
  return row?.count ?? 0;
}

function cursorOf({ open, at, id, fromEntity, toEntity }: PlacedRelationshipRow): RelationshipCursor {
  return { open, at, id, from: fromEntity[ENTITY.place.id], to: toEntity[ENTITY.place.id] };
}

function isRelationshipCursor(value: unknown): value is RelationshipCursor {
  if (!isTimePlace(value)) return false;
  const { id, from, to } = value as Partial<Record<keyof RelationshipCursor, unknown>>;
  return [id, from, to].every((part) => typeof part === 'string');
}

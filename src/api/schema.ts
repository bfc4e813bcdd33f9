import 'reflect-metadata';
import {
  assertObjectType,
  type GraphQLSchema,
  lexicographicSortSchema,
  printSchema,
  type GraphQLArgument,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { buildSchemaSync, getMetadataStorage } from 'type-graphql';
import { DisagreementResolver, EventDisagreementResolver } from './disagreement/disagreement.resolver.ts';
import { ChangeResolver } from './changes/change.resolver.ts';
import { DatasetResolver } from './dataset/dataset.resolver.ts';
import { EntityRelationsResolver } from './entity/entityRelations.resolver.ts';
import { EntityResolver } from './entity/entity.resolver.ts';
import { EventResolver } from './event/event.resolver.ts';
import { EventTypeResolver } from './eventType/eventType.resolver.ts';
import { NodeResolver } from './node.resolver.ts';
import { PathResolver } from './path/path.resolver.ts';
import { PathSupportResolver } from './path/pathSupport.resolver.ts';
import { RelationshipResolver } from './relationship/relationship.resolver.ts';
import { SourceResolver } from './source/source.resolver.ts';
import { EntityStatusResolver, StatusResolver } from './status/status.resolver.ts';
import { StatisticsResolver } from './statistics/statistics.resolver.ts';

/** The GraphQL schema. Without global middlewares, which would run on every field, and without wrappers around plain ones. */
export function buildSchema(): GraphQLSchema {
  const { objectTypes, params } = getMetadataStorage();
  for (const type of objectTypes) type.simpleResolvers = true;
  // Decorators of parameters are called from the last to the first.
  params.sort((one, other) => one.index - other.index);
  const schema = buildSchemaSync({
    resolvers: [
      NodeResolver,
      EntityResolver,
      EntityRelationsResolver,
      EventResolver,
      EventDisagreementResolver,
      DisagreementResolver,
      RelationshipResolver,
      PathResolver,
      PathSupportResolver,
      StatusResolver,
      EntityStatusResolver,
      ChangeResolver,
      SourceResolver,
      EventTypeResolver,
      DatasetResolver,
      StatisticsResolver,
    ],
    validate: false,
  });
  schema.description = DESCRIPTION;
  assertObjectType(schema.getType('Query')).description = QUERY_DESCRIPTION;
  orderArguments(schema);
  for (const [type, names] of Object.entries(HELD_AS_KNOWN_NOW)) resolveFromRow(schema.getType(type), names);
  return schema;
}

/** The first text of GraphiQL's documentation. */
const DESCRIPTION = `Who did what to whom in diplomacy, when, and who says so. Start at **Query**:

- \`entities\` finds countries, organizations and actors, and their ids.
- \`events\` lists what happened, with the report of each source.
- \`relationships\` lists who did what to whom, one row for each pair.
- \`status\` and \`positions\` derive what was in force on a day, such as recognition.
- \`paths\` finds how two entities are connected, also in the order of time.
- \`changes\` lists what changed during a period.
- \`disagreements\` lists the events on which sources differ.`;

const QUERY_DESCRIPTION =
  'The questions that you can ask. Each field is one question; one operation may ask several. Nothing here changes the graph.';

/** Fields with `knownBy` whose values as known now are in the rows under the same names. */
const HELD_AS_KNOWN_NOW = { Event: ['date', 'stances', 'reportCount'], Relationship: ['date'] };

/** Resolves these fields from the row at once: type-graphql makes a promise for each field that takes arguments. */
function resolveFromRow(type: unknown, names: readonly string[]): void {
  const fields = assertObjectType(type).getFields();
  for (const name of names) {
    const field = fields[name];
    const resolve = field?.resolve;
    if (field === undefined || resolve === undefined) throw new TypeError(`No resolver gives ${name}.`);
    field.resolve = (row: Record<string, unknown>, args: { knownBy?: unknown }, context, info) =>
      args.knownBy ? resolve(row, args, context, info) : row[name];
  }
}

/** The schema in SDL as `schema/schema.graphql` keeps it: types, fields and values sorted, arguments in their own order. */
export function printedSchema(): string {
  const sorted = lexicographicSortSchema(buildSchema());
  orderArguments(sorted);
  return `${printSchema(sorted)}\n`;
}

/** Arguments that many fields share. They come after a field's own. */
const SHARED = [
  'on',
  'knownBy',
  'certainty',
  'publicationCertainty',
  'coding',
  'orderBy',
  'first',
  'after',
  'last',
  'before',
  'limit',
];

/** Sorts the arguments of every field: required ones, then its own, then those that many share. */
function orderArguments(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields()))
      field.args = field.args.toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}

function rankOf(argument: GraphQLArgument): number {
  return isRequiredArgument(argument) ? -2 : SHARED.indexOf(argument.name);
}

import 'reflect-metadata';
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { DisagreementResolver, EventDisagreementResolver } from './disagreement/disagreement.resolver.ts';
import { ChangeResolver } from './changes/change.resolver.ts';
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

/** The GraphQL schema. Without global middlewares, which would run on every field. */
export function buildSchema(): GraphQLSchema {
  return buildSchemaSync({
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
      StatisticsResolver,
    ],
    validate: false,
  });
}

/** The schema in SDL, sorted, as `schema/schema.graphql` keeps it. */
export function printedSchema(): string {
  return `${printSchema(lexicographicSortSchema(buildSchema()))}\n`;
}

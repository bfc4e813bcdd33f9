import type { GraphQLSchema } from 'graphql';
import type { Driver } from 'neo4j-driver';
import type { HttpClient } from './arms/httpClient.ts';
import type { SentStatements } from './arms/sentStatements.ts';
import type { Timing } from './measure/interleaved.ts';
import type { Subjects } from './subjects.ts';
import type { Database } from '../src/program/openDatabase.ts';

/** A loaded set, with everything that is needed to ask about it. */
export interface Bench {
  readonly set: string;
  readonly database: Database;
  readonly driver: Driver;
  /** Configured as @neo4j/graphql requires: whole numbers are objects. */
  readonly neo4jGraphqlDriver: Driver;
  readonly chancery: HttpClient;
  readonly chanceryPort: number;
  readonly neo4jGraphql: HttpClient;
  readonly neo4jGraphqlSchema: GraphQLSchema;
  readonly statements: SentStatements;
  readonly subjects: Subjects;
  readonly timing: Timing;
  /** Whether to leave out @neo4j/graphql. */
  readonly alone: boolean;
  /** The number of different questions drawn for each operation. */
  readonly draws: number;
  readonly say: (line: string) => void;
}

import type { GraphQLSchema } from 'graphql';
import type { Driver } from 'neo4j-driver';
import type { HttpClient } from './arms/httpClient.ts';
import type { SentStatements } from './arms/sentStatements.ts';
import type { Timing } from './measure/interleaved.ts';
import type { Subjects } from './subjects.ts';
import type { Database } from '../src/program/openDatabase.ts';

/** A set that is loaded, with everything that can be asked about it. */
export interface Bench {
  readonly set: string;
  readonly database: Database;
  readonly driver: Driver;
  /** As @neo4j/graphql is used: whole numbers come as objects. */
  readonly neo4jGraphqlDriver: Driver;
  readonly chancery: HttpClient;
  readonly chanceryPort: number;
  readonly neo4jGraphql: HttpClient;
  readonly neo4jGraphqlSchema: GraphQLSchema;
  readonly statements: SentStatements;
  readonly subjects: Subjects;
  readonly timing: Timing;
  /** Without @neo4j/graphql. */
  readonly alone: boolean;
  /** How many different questions are drawn of each operation. */
  readonly draws: number;
  readonly say: (line: string) => void;
}

import type { ConnectionSettings } from '../graph/graph.ts';

/** Where a database is, and whose it is. */
export interface Whereabouts {
  readonly connection: ConnectionSettings;
  /** Where Neo4j Browser is; `null` where someone else runs the database. */
  readonly browserUrl: string | null;
  /** Whether it was started here, and so ends with this program. */
  readonly startedHere: boolean;
}

/** The addresses of everything, for the one who started it. */
export function welcome(
  { connection, browserUrl, startedHere }: Whereabouts,
  service?: string,
  { graphiql } = { graphiql: true },
): string {
  const rows = [
    ...(service === undefined
      ? []
      : [...(graphiql ? [['GraphiQL', `${service}/graphiql`]] : []), ['GraphQL', `${service}/graphql`]]),
    ['Bolt', connection.uri],
    ...(browserUrl === null
      ? []
      : [
          ['Neo4j Browser', browserUrl],
          ['user, password', `${connection.user}, ${connection.password}`],
        ]),
  ];
  return [
    '',
    ...rows.map(([name = '', where = '']) => `  ${name.padEnd(15)} ${where}`),
    '',
    startedHere
      ? '  Ctrl-C stops everything.'
      : '  Ctrl-C stops this program. Neo4j keeps running, because another program started it.',
    '',
  ].join('\n');
}

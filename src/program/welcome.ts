import type { Database } from './openDatabase.ts';

/** The addresses of everything, for the one who started it. */
export function welcome(
  { connection, browserUrl, startedHere }: Pick<Database, 'connection' | 'browserUrl' | 'startedHere'>,
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

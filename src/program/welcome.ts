import type { Database } from './openDatabase.ts';

/** Where everything is, for the one who started it. */
export function welcome(
  { connection, browserUrl }: Database,
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
    '  Ctrl-C stops everything.',
    '',
  ].join('\n');
}

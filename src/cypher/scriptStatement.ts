import { Fragment } from './cypher.ts';
import { statement, type Statement } from './statement.ts';

/** `:param name => expression;` is the one form that both cypher-shell and Neo4j Browser understand in a file. */
const PARAMETER = /^:param (\w+) => (.+);\n/gm;

/**
 * The statement of a script of the project's own, as `docs/cypher` has them: a question as a comment, parameters as
 * expressions of Cypher, and one statement. The expressions stand in place of the parameters.
 */
export function scriptStatement(script: string): Statement<Record<string, unknown>> {
  const values = new Map([...script.matchAll(PARAMETER)].map(([, name, value]) => [name, value]));
  const text = script.replace(PARAMETER, '').trim().replace(/;$/, '');
  return statement(
    Fragment.of(
      text.replace(/\$(\w+)/g, (whole, name: string) => (values.has(name) ? `(${values.get(name)})` : whole)),
    ),
  );
}

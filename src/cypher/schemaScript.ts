import { cypher, Fragment } from './cypher.ts';
import { statement, type Statement } from './statement.ts';

/**
 * The statements of a schema script, which defines constraints and indexes, then one that waits for the indexes. The
 * script is the project's own. Each statement ends with a semicolon at the end of its line; lines that begin with `//`
 * are comments.
 */
export function schemaStatements(script: string): Statement<never>[] {
  const texts = script
    .replace(/^\s*\/\/.*$/gm, '')
    .split(/;\s*$/m)
    .map((text) => text.trim())
    .filter((text) => text !== '');
  return [
    ...texts.map((text) => statement<never>(Fragment.of(text))),
    statement(cypher`CALL db.awaitIndexes(300)`),
  ];
}

import { Fragment } from './cypher.ts';
import { statement, type Statement } from './statement.ts';

/** A statement that somebody wrote for Neo4j's shell. */
export interface ShellStatement {
  readonly whole: Statement<never>;
  /** Its text with spaces for comments and for what is between quotes. */
  readonly code: string;
}

/** The statements of a text for the shell, in which each ends with a semicolon. Lines as `:param` are the shell's own. */
export function shellStatements(script: string): ShellStatement[] {
  const text = script.replace(SHELL_LINE, blank);
  const code = text.replace(COMMENT_OR_QUOTED, (part) =>
    part.startsWith('/') ? blank(part) : `${part[0] ?? ''}${blank(part.slice(1, -1))}${part.at(-1) ?? ''}`,
  );
  const found: ShellStatement[] = [];
  let from = 0;
  for (const one of code.split(';')) {
    const to = from + one.length;
    if (one.trim() !== '')
      found.push({ whole: statement(Fragment.of(text.slice(from, to).trim())), code: one.trim() });
    from = to + 1;
  }
  return found;
}

const SHELL_LINE = /^[ \t]*:[a-z].*$/gm;
const COMMENT_OR_QUOTED = /\/\/.*|\/\*[^]*?\*\/|'(?:\\[^]|[^\\'])*'|"(?:\\[^]|[^\\"])*"|`[^`]*`/g;

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

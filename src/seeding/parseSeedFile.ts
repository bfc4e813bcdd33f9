import { LineCounter, parseDocument, visit, type Document, type ErrorCode, type YAMLError } from 'yaml';
import type { SeedFault } from './seedFault.ts';
import { SeedFile, type Section } from './seedFile.ts';

/** Reads the text of one seed file. The file is undefined if its YAML is ambiguous. */
export function parseSeedFile(
  section: Section,
  path: string,
  text: string,
): { file: SeedFile | undefined; faults: readonly SeedFault[] } {
  const lineCounter = new LineCounter();
  // With the failsafe schema a scalar is the text written: no year becomes a number, no `no` a boolean.
  const document = parseDocument(text, { schema: 'failsafe', lineCounter, prettyErrors: false });
  const faultAt = (offset: number, message: string, fix: string): SeedFault => {
    const { line, col } = lineCounter.linePos(offset);
    return { file: path, line, column: col, message, fix };
  };
  const problems = withoutEchoes([...document.errors, ...document.warnings], lineCounter).map(
    ({ code, message, pos }) => {
      const isTab = /^ *\t/.test(lineAround(text, pos[0]));
      const fix = FIXES[isTab ? 'TAB_AS_INDENT' : code] ?? OTHER_FIX;
      return faultAt(pos[0], `this is not the YAML of a seed file: ${lowerFirst(message)}`, fix);
    },
  );
  const faults = [...problems, ...offsetsOfAliases(document).map((offset) => faultAt(offset, ...NO_ALIASES))];
  // Of two equal keys the last one counts, so that the rest can be checked.
  const readable = faults.length === document.errors.filter(({ code }) => code === 'DUPLICATE_KEY').length;
  return { file: readable ? new SeedFile(section, path, document, lineCounter) : undefined, faults };
}

const OTHER_FIX = 'Correct it; the rest of the file is checked once it can be read.';

/** By the code of the YAML package's error. */
const FIXES: Partial<Record<ErrorCode, string>> = {
  DUPLICATE_KEY: 'Keep one of the two.',
  BLOCK_AS_IMPLICIT_KEY: 'Put a text that holds a colon and a space in quotes.',
  BAD_SCALAR_START: 'Put the text in quotes.',
  MISSING_CHAR: 'Close the quote or bracket.',
  MULTIPLE_DOCS: 'Leave out the line `---`, or make it two files.',
  TAB_AS_INDENT: 'Indent with spaces.',
  TAG_RESOLVE_FAILED: 'Leave out the tag that starts with an exclamation mark.',
};

const NO_ALIASES = [
  'this refers to another place of the file by a YAML alias',
  'Write it out; if it is a text that starts with an asterisk, put it in quotes.',
] as const;

/** The first problem of each line, up to the one after which the parser is lost. */
function withoutEchoes(problems: readonly YAMLError[], lines: LineCounter): YAMLError[] {
  const lost = problems.findIndex(({ code }) => code === 'UNEXPECTED_TOKEN');
  const lineOf = ({ pos }: YAMLError): number => lines.linePos(pos[0]).line;
  return (lost < 0 ? problems : problems.slice(0, lost + 1)).filter(
    (problem, index, all) => all.findIndex((other) => lineOf(other) === lineOf(problem)) === index,
  );
}

function lineAround(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1).split('\n', 1)[0] ?? '';
}

/** An alias would stand in two places at once, and a fault in it as well. */
function offsetsOfAliases(document: Document.Parsed): number[] {
  const offsets: number[] = [];
  visit(document, {
    Alias(_, { range }) {
      offsets.push(range?.[0] ?? 0);
    },
  });
  return offsets;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

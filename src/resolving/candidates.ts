import type { Kind } from '../ontology/kinds.ts';
import { countriesAmong } from './countries.ts';
import { wordsOf } from './nameWords.ts';
import type { CandidateRow } from './statements/candidateStatements.ts';

/** An entity that may be another one, with all that is known of those that have been joined with it. */
export interface Candidate {
  readonly id: string;
  /** Its own and those of what has been joined with it. */
  readonly ids: ReadonlySet<string>;
  readonly kind: Kind;
  readonly name: string;
  readonly datasets: ReadonlySet<string>;
  readonly names: readonly CandidateName[];
  /** The keys that others gave it, by their schemes. */
  readonly keys: ReadonlyMap<string, ReadonlySet<string>>;
  /** What it is a part of. */
  readonly wholes: ReadonlySet<string>;
  /** The names of the countries that it belongs to; none where that is not known, and for a country itself. */
  readonly countries: ReadonlySet<string>;
}

export interface CandidateName {
  readonly text: string;
  readonly words: readonly string[];
  /** Without the country in brackets behind it, for those of which the country is known anyway. */
  readonly bare: readonly string[];
}

/** Those that have been joined count as one, under the id that they are known by. */
export function candidatesFrom(rows: readonly CandidateRow[]): Candidate[] {
  const countries = countriesAmong(rows);
  const classes = classesOf(rows);
  return rows.flatMap((row) => {
    const members = classes.get(row.id);
    if (members === undefined || row.canonical !== null) return [];
    const texts = [...new Set(members.flatMap(({ name, aliases }) => [name, ...aliases]))];
    const inBrackets = texts.map((text) => countryInBrackets(text, countries.ofName));
    const known = [
      ...members.flatMap((member) => member.countries.map(countries.ofId)),
      ...inBrackets.map((found) => found?.country),
    ];
    return {
      ...{ id: row.id, kind: row.kind, name: row.name },
      ids: new Set(members.map(({ id }) => id)),
      wholes: new Set(members.flatMap(({ wholes }) => wholes)),
      datasets: new Set(members.flatMap(({ datasets }) => datasets)),
      names: texts.map((text, i) => nameOf(text, inBrackets[i]?.bare ?? text)),
      keys: keysOf(members),
      countries: new Set(row.kind === 'COUNTRY' ? [] : known.filter((country) => country !== undefined)),
    };
  });
}

function classesOf(rows: readonly CandidateRow[]): Map<string, CandidateRow[]> {
  const classes = new Map<string, CandidateRow[]>();
  for (const row of rows) {
    const id = row.canonical ?? row.id;
    const members = classes.get(id);
    if (members === undefined) classes.set(id, [row]);
    else members.push(row);
  }
  return classes;
}

function nameOf(text: string, bare: string): CandidateName {
  return { text, words: distinctWords(text), bare: distinctWords(bare) };
}

function distinctWords(text: string): string[] {
  return [...new Set(wordsOf(text))];
}

/** "Police (Nigeria)", as ICEWS has it. */
function countryInBrackets(
  text: string,
  countryOf: (name: string) => string | undefined,
): { bare: string; country: string } | null {
  const [, bare, bracket] = /^(.*\S)\s*\(([^()]*(?:\([^()]*\))?)\)$/.exec(text) ?? [];
  const country = bracket === undefined ? undefined : countryOf(bracket);
  return bare === undefined || country === undefined ? null : { bare, country };
}

function keysOf(members: readonly CandidateRow[]): Map<string, Set<string>> {
  const keys = new Map<string, Set<string>>();
  for (const [scheme, value] of members.flatMap(({ identifiers }) => identifiers))
    keys.set(scheme, (keys.get(scheme) ?? new Set()).add(value));
  return keys;
}

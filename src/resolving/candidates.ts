import { cypher } from '../cypher/cypher.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import { countryNamed } from '../importing/countries/countries.ts';
import type { Kind } from '../ontology/kinds.ts';
import { wordsOf } from './nameScore.ts';

/** An entity that may be the same as another, together with all entities that were joined with it. */
export interface Candidate {
  readonly id: string;
  /** Its id and those of the entities joined with it. */
  readonly ids: ReadonlySet<string>;
  readonly kind: Kind;
  readonly name: string;
  readonly datasets: ReadonlySet<string>;
  readonly names: readonly CandidateName[];
  /** Its keys in other systems, by scheme. */
  readonly keys: ReadonlyMap<string, ReadonlySet<string>>;
  /** The entities that it is part of. */
  readonly wholes: ReadonlySet<string>;
  /** The names of the countries that it belongs to; empty if they are unknown, and for a country. */
  readonly countries: ReadonlySet<string>;
}

export interface CandidateName {
  readonly text: string;
  readonly words: readonly string[];
  /** The names without a country in brackets at their end, if its countries are known in another way. */
  readonly bare: readonly string[];
}

/** The parts of an entity that may show that it is the same as another. */
export interface CandidateRow {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  readonly aliases: readonly string[];
  /** The id of the entity that it was joined with; `null` if there is none. */
  readonly canonical: string | null;
  readonly datasets: readonly string[];
  readonly identifiers: readonly (readonly [scheme: string, value: string])[];
  /** The entities that it is part of, directly or through others. */
  readonly wholes: readonly string[];
  /** The countries that it is an organ of, and those in which it is observed to hold a post. */
  readonly countries: readonly string[];
}

/** All entities, in the order of their ids. */
export function readCandidates(): Statement<CandidateRow> {
  return statement(cypher`
MATCH (n:Entity)
RETURN n.id AS id, n.kind AS kind, n.name AS name, coalesce(n.aliases, []) AS aliases, n.canonical AS canonical, n.datasets AS datasets,
  COLLECT { MATCH (key:Identifier)-[:IDENTIFIES]->(n) RETURN [key.scheme, key.value] ORDER BY key.key } AS identifiers,
  COLLECT { MATCH (n)-[:PART_OF*1..10]->(whole:Entity) RETURN whole.id } AS wholes,
  COLLECT {
    CALL (n) {
      MATCH (n)-[:PART_OF*1..10]->(country:Country) RETURN country
      UNION
      MATCH (n)-[:HOLDS_POST]->(:Entity)-[:PART_OF*0..10]->(country:Country) RETURN country
    }
    RETURN country.id ORDER BY country.id
  } AS countries
ORDER BY n.id`);
}

/** Joined entities are one candidate, under their canonical id. */
export function candidatesFrom(rows: readonly CandidateRow[]): Candidate[] {
  const countries = countriesAmong(rows);
  const classes = classesOf(rows);
  return rows.flatMap((row) => {
    const members = classes.get(row.id);
    if (members === undefined || row.canonical !== null) return [];
    const texts = [...new Set(members.flatMap(({ name, aliases }) => [name, ...aliases]))];
    const inBrackets = texts.map((text) => countryInBrackets(text, countries.ofName));
    const found = [
      ...members.flatMap((member) => member.countries.map(countries.ofId)),
      ...inBrackets.map((match) => match?.country),
    ];
    return {
      ...{ id: row.id, kind: row.kind, name: row.name },
      ids: new Set(members.map(({ id }) => id)),
      wholes: new Set(members.flatMap(({ wholes }) => wholes)),
      datasets: new Set(members.flatMap(({ datasets }) => datasets)),
      names: texts.map((text, i) => nameOf(text, inBrackets[i]?.bare ?? text)),
      keys: keysOf(members),
      countries: new Set(row.kind === 'COUNTRY' ? [] : found.filter((country) => country !== undefined)),
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

/** "Police (Nigeria)", the form of names in ICEWS. */
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

/** Finds the country that entities stand for, and names it by one of their names. */
interface Countries {
  readonly ofId: (id: string) => string | undefined;
  readonly ofName: (name: string) => string | undefined;
}

/**
 * Every dataset has countries of its own. Those that share a name or a key count as one country here, even if no
 * decision joins them.
 */
function countriesAmong(rows: readonly CandidateRow[]): Countries {
  const names = new Map<string, string>();
  const byId = new Map<string, string>();
  for (const row of rows.filter(({ kind }) => kind === 'COUNTRY')) {
    const keys = countryKeys(row);
    const name = keys.map((key) => names.get(key)).find((found) => found !== undefined) ?? row.name;
    for (const key of keys) if (!names.has(key)) names.set(key, name);
    byId.set(row.id, name);
  }
  return {
    ofId: (id) => byId.get(id),
    ofName: (name) => names.get(nameKey(name)) ?? countryNamed(name)?.name,
  };
}

function countryKeys({ name, aliases, identifiers, id, canonical }: CandidateRow): string[] {
  const keys = identifiers.map(([scheme, value]) => `${scheme}:${value}`);
  return [`id:${canonical ?? id}`, ...keys, ...[name, ...aliases].map(nameKey)];
}

function nameKey(name: string): string {
  return wordsOf(name).sort().join(' ');
}

import { cypher } from '../cypher/cypher.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import { countryNamed, countryWithId } from '../importing/countries/countries.ts';
import type { Kind } from '../ontology/kinds.ts';
import { type Name, nameOf } from './names.ts';

/** An entity that may be the same as another, together with all entities that were joined with it. */
export interface Candidate {
  readonly id: string;
  /** Its id and those of the entities joined with it. */
  readonly ids: ReadonlySet<string>;
  readonly kind: Kind;
  readonly name: string;
  readonly datasets: ReadonlySet<string>;
  readonly names: readonly CandidateName[];
  /** Its keys in other systems, by scheme, without those of a crowd. */
  readonly keys: ReadonlyMap<string, ReadonlySet<string>>;
  /** The entities that it is part of. */
  readonly wholes: ReadonlySet<string>;
  /** The names of the countries that it belongs to; empty if they are unknown, and for a country. */
  readonly countries: ReadonlySet<string>;
}

export interface CandidateName {
  readonly text: string;
  /** Whether it is its name in some dataset, not only an alias. */
  readonly isOwn: boolean;
  readonly whole: Name;
  /** Without a country in brackets at its end, if its countries are known in another way. */
  readonly bare: Name;
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
  /** Those that its dataset states, those that it is an organ of, and those in which it is observed to hold a post. */
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
      UNWIND n.countries AS country RETURN country
      UNION
      MATCH (n)-[:PART_OF*1..10]->(country:Country) RETURN country.id AS country
      UNION
      MATCH (n)-[:HOLDS_POST]->(:Entity)-[:PART_OF*0..10]->(country:Country) RETURN country.id AS country
    }
    RETURN country ORDER BY country
  } AS countries
ORDER BY n.id`);
}

/** Joined entities are one candidate, under their canonical id. */
export function candidatesFrom(rows: readonly CandidateRow[]): Candidate[] {
  const countries = countriesAmong(rows);
  const classes = classesOf(rows);
  const crowded = crowdedKeys(rows);
  return rows.flatMap((row) => {
    const members = classes.get(row.id);
    if (members === undefined || row.canonical !== null) return [];
    const own = new Set(members.map(({ name }) => name));
    const texts = [...new Set([...own, ...members.flatMap(({ aliases }) => aliases)])];
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
      names: texts.map((text, i) => {
        const whole = nameOf(text, row.kind === 'ACTOR');
        const bare = inBrackets[i] ? nameOf(inBrackets[i].bare, row.kind === 'ACTOR') : whole;
        return { text, isOwn: own.has(text), whole, bare };
      }),
      keys: keysOf(members, crowded),
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

/** "Police (Nigeria)", the form of names in ICEWS. */
function countryInBrackets(
  text: string,
  countryOf: (name: string) => string | undefined,
): { bare: string; country: string } | null {
  const [, bare, bracket] = /^(.*\S)\s*\(([^()]*(?:\([^()]*\))?)\)$/.exec(text) ?? [];
  const country = bracket === undefined ? undefined : countryOf(bracket);
  return bare === undefined || country === undefined ? null : { bare, country };
}

function keysOf(members: readonly CandidateRow[], crowded: ReadonlySet<string>): Map<string, Set<string>> {
  const keys = new Map<string, Set<string>>();
  for (const [scheme, value] of members.flatMap(({ identifiers }) => identifiers))
    if (!crowded.has(`${scheme}:${value}`)) keys.set(scheme, (keys.get(scheme) ?? new Set()).add(value));
  return keys;
}

/** What more entities have identifies none of them: the key of a list or a programme. */
const MAX_SHARING = 50;

function crowdedKeys(rows: readonly CandidateRow[]): Set<string> {
  const holders = new Map<string, number>();
  for (const [scheme, value] of rows.flatMap(({ identifiers }) => identifiers)) {
    const key = `${scheme}:${value}`;
    holders.set(key, (holders.get(key) ?? 0) + 1);
  }
  return new Set([...holders].flatMap(([key, count]) => (count > MAX_SHARING ? [key] : [])));
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
  const ofName = (name: string): string | undefined => names.get(nameKey(name)) ?? countryNamed(name)?.name;
  return {
    ofId: (id) => byId.get(id) ?? ofName(countryWithId(id)?.name ?? ''),
    ofName,
  };
}

function countryKeys({ name, aliases, identifiers, id, canonical }: CandidateRow): string[] {
  const keys = identifiers.map(([scheme, value]) => `${scheme}:${value}`);
  return [`id:${canonical ?? id}`, ...keys, ...[name, ...aliases].map(nameKey)];
}

function nameKey(name: string): string {
  return nameOf(name)
    .words.map(({ latin }) => latin)
    .sort()
    .join(' ');
}

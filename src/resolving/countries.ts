import { COUNTRY_NAMES } from '../importing/countryNames.ts';
import { wordsOf } from './nameWords.ts';
import type { CandidateRow } from './statements/candidateStatements.ts';

/** Which country is meant: the name that one of the entities has that are that country. */
export interface Countries {
  readonly ofId: (id: string) => string | undefined;
  readonly ofName: (name: string) => string | undefined;
}

/** Datasets have countries of their own: those that share a name or a key are one country here, decided or not. */
export function countriesAmong(rows: readonly CandidateRow[]): Countries {
  const names = new Map<string, string>();
  const byId = new Map<string, string>();
  for (const row of rows.filter(({ kind }) => kind === 'COUNTRY')) {
    const marks = marksOf(row);
    const known = marks.map((mark) => names.get(mark)).find((name) => name !== undefined);
    const name = known ?? row.name;
    for (const mark of marks) if (!names.has(mark)) names.set(mark, name);
    byId.set(row.id, name);
  }
  return {
    ofId: (id) => byId.get(id),
    ofName: (name) => names.get(markOf(name)) ?? (COUNTRY_NAMES.has(name) ? name : undefined),
  };
}

function marksOf({ name, aliases, identifiers, id, canonical }: CandidateRow): string[] {
  const keys = identifiers.map(([scheme, value]) => `${scheme}:${value}`);
  return [`id:${canonical ?? id}`, ...keys, ...[name, ...aliases].map(markOf)];
}

function markOf(name: string): string {
  return wordsOf(name).sort().join(' ');
}

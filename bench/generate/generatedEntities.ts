import type { Kind } from '../../src/ontology/kinds.ts';
import { ENTITY, type EntityRecord } from '../../src/record/entity.ts';

const KINDS: readonly Kind[] = ['COUNTRY', 'ORGANIZATION', 'ACTOR', 'ACTOR', 'ORGANIZATION'];
const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu'.split(' ');

/** The entity with an index, in a set of this name; index 0 is the hub. No two entities of a set share a name. */
export function generatedEntity(index: number, set: string): EntityRecord {
  const kind = KINDS[index % KINDS.length] ?? 'ACTOR';
  const word = wordOf(index);
  const name = `${word[0]?.toUpperCase()}${word.slice(1)}`;
  return {
    ...ENTITY.empty,
    id: `${set}-${word}`,
    kind,
    name,
    aliases: index % 4 === 0 ? [`${name} ${kind.toLowerCase()}`] : [],
    identifiers: [{ scheme: set, value: String(index) }],
  };
}

/** Four syllables, which count from the first to the last, so that the words of near indexes begin differently. */
function wordOf(index: number): string {
  const base = SYLLABLES.length;
  return [0, 1, 2, 3].map((digit) => SYLLABLES[Math.floor(index / base ** digit) % base]).join('');
}

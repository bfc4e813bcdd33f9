import type { Kind } from '../ontology/kinds.ts';
import { cypher, when } from '../cypher/cypher.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import { askedWords, hasWholeWords } from './parts/askedWords.ts';
import { entityCells, type EntityCells } from './parts/columns.ts';
import { foldName } from '../record/foldName.ts';
import { knownAs } from './parts/canonical.ts';
import { direction, type Page } from './parts/page.ts';
import type { Selected } from './parts/selected.ts';

/**
 * The place of a hit: exact names first, then exact aliases, then names with every word as written, then similar ones;
 * short names before long ones, then by id. It follows from the entity alone, so no other entity moves it.
 */
export interface SearchCursor {
  readonly rank: number;
  readonly length: number;
  readonly id: string;
}

export interface SearchRow extends SearchCursor {
  readonly entity: EntityCells;
}

/**
 * Entities with every word in their name or an alias, or in those of an entity joined with them. Case, diacritics,
 * missing endings and one typo in a word are forgiven.
 */
export function entitySearch(
  text: string,
  kinds: readonly Kind[] | null,
  { limit, beyond, backward }: Page<SearchCursor>,
  selected?: Selected,
): Statement<SearchRow> {
  const order = direction(backward);
  const further = backward ? cypher`<` : cypher`>`;
  return statement(
    cypher`
${HITS}
WITH n, rank, size(n.name) AS length
${when(
  beyond !== null,
  cypher`WHERE rank ${further} $beyondRank OR (rank = $beyondRank AND (length ${further} $beyondLength
  OR (length = $beyondLength AND n.id ${further} $beyondId)))`,
)}
WITH n, rank, length ORDER BY rank${order}, length${order}, n.id${order} LIMIT $limit
RETURN ${entityCells(cypher`n`, selected)} AS entity, rank, length, n.id AS id`,
    {
      ...hitParameters(text, kinds),
      limit,
      beyondRank: beyond?.rank ?? null,
      beyondLength: beyond?.length ?? null,
      beyondId: beyond?.id ?? null,
    },
  );
}

export function entitySearchCount(text: string, kinds: readonly Kind[] | null): Statement<{ count: number }> {
  return statement(cypher`${HITS} RETURN count(n) AS count`, hitParameters(text, kinds));
}

const HITS = cypher`
CALL db.index.fulltext.queryNodes('entity_words', $search) YIELD node AS hit
${knownAs(cypher`hit`)}
WHERE $kinds IS NULL OR known.kind IN $kinds
WITH known AS n, min(CASE
  WHEN hit.folded[0] = $folded THEN 0
  WHEN $folded IN hit.folded THEN 1
  WHEN ${hasWholeWords(cypher`hit`)} THEN 2
  ELSE 3 END) AS rank`;

function hitParameters(text: string, kinds: readonly Kind[] | null) {
  return { ...askedWords(text), folded: foldName(text), kinds };
}

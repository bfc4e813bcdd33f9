import type { Kind } from '../ontology/kinds.ts';
import { cypher, when } from '../cypher/cypher.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import { entityCells, type EntityCells } from './parts/columns.ts';
import { foldName } from '../record/foldName.ts';
import { knownAs } from './parts/canonical.ts';
import { luceneAll } from './parts/lucene.ts';
import { direction, type Page } from './parts/page.ts';
import type { Selected } from './parts/selected.ts';

/** The place of a hit: exact names first, then exact aliases, then by the index's score, then by id. */
export interface SearchCursor {
  readonly rank: number;
  readonly score: number;
  readonly id: string;
}

export interface SearchRow extends SearchCursor {
  readonly entity: EntityCells;
}

/** More hits than anyone pages through. It bounds what a search reads. */
const MAX_HITS = 1_000;

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
WITH n, rank, -score AS score
${when(
  beyond !== null,
  cypher`WHERE rank ${further} $beyondRank OR (rank = $beyondRank AND (score ${further} $beyondScore
  OR (score = $beyondScore AND n.id ${further} $beyondId)))`,
)}
WITH n, rank, score ORDER BY rank${order}, score${order}, n.id${order} LIMIT $limit
RETURN ${entityCells(cypher`n`, selected)} AS entity, rank, score, n.id AS id`,
    {
      ...hitParameters(text, kinds),
      limit,
      beyondRank: beyond?.rank ?? null,
      beyondScore: beyond?.score ?? null,
      beyondId: beyond?.id ?? null,
    },
  );
}

export function entitySearchCount(text: string, kinds: readonly Kind[] | null): Statement<{ count: number }> {
  return statement(cypher`${HITS} RETURN count(n) AS count`, hitParameters(text, kinds));
}

const HITS = cypher`
CALL db.index.fulltext.queryNodes('entity_names', $lucene, {limit: $maxHits}) YIELD node AS hit, score
${knownAs(cypher`hit`)}
WHERE $kinds IS NULL OR known.kind IN $kinds
WITH known AS n, max(score) AS score,
  min(CASE WHEN hit.folded[0] = $folded THEN 0 WHEN $folded IN hit.folded THEN 1 ELSE 2 END) AS rank`;

function hitParameters(text: string, kinds: readonly Kind[] | null) {
  return { lucene: luceneAll(text), folded: foldName(text), kinds, maxHits: MAX_HITS };
}

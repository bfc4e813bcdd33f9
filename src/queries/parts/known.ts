import { cypher, type Fragment } from '../../cypher/cypher.ts';
import type { Parameters } from '../../cypher/statement.ts';
import { publicationCertaintyOf } from '../../reasoning/countsBy.ts';
import type { Day } from '../../time/day.ts';
import type { Certainty } from '../../time/period.ts';

/** The day by which the answer was known. Without a day, the answer is what is known now. */
export interface KnownBy {
  readonly knownBy?: Day;
  /** How imprecise dates count. POSSIBLE by default. */
  readonly certainty?: Certainty;
  /** Whether a source with an inexact publication date counts. By default as `certainty`. */
  readonly publicationCertainty?: Certainty;
}

export function knownParameters({ knownBy }: KnownBy): Parameters {
  return { knownBy: knownBy ?? null };
}

/** Whether the source bound to the name counts: `countsBy` of `src/reasoning`, in Cypher. */
export function sourceCounts(name: Fragment, known: KnownBy): Fragment {
  if (known.knownBy === undefined) return cypher`${name}.retracted IS NULL`;
  return cypher`${countsFrom(name, publicationCertaintyOf(known))} <= date($knownBy) AND (${name}.retracted IS NULL OR ${name}.retracted > date($knownBy))`;
}

/** The last day of what sources affirm, as it was known: not after that day, unless it goes on. */
export function latestBy(name: Fragment, { knownBy }: KnownBy): Fragment {
  if (knownBy === undefined) return cypher`${name}.latest`;
  return cypher`CASE WHEN ${name}.latest > date($knownBy) AND ${name}.latest <> date('9999-12-31')
    THEN date($knownBy) ELSE ${name}.latest END`;
}

/** The day from which the source bound to the name counts. */
export function countsFrom(name: Fragment, certainty: Certainty | undefined): Fragment {
  return certainty === 'CERTAIN' ? cypher`${name}.publishedLatest` : cypher`${name}.publishedEarliest`;
}

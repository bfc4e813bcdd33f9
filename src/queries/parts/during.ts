import { allOf, cypher, type Fragment, when } from '../../cypher/cypher.ts';
import { LAST_DAY } from '../../time/day.ts';
import type { Certainty, Period } from '../../time/period.ts';

/**
 * Whether the dates of the node or relationship bound to the name possibly, or certainly, overlap the period from
 * `$periodFrom` to `$periodTo`.
 */
export function during(name: Fragment, period: Period | undefined, certainty?: Certainty): Fragment {
  if (period === undefined) return cypher``;
  if (certainty !== 'CERTAIN')
    return cypher`${name}.earliest < date($periodTo) AND ${name}.latest >= date($periodFrom)`;
  return allOf([
    // A period without an end goes on, so a thing that begins on an unknown day after a known one begins before its
    // end.
    when(period.to !== LAST_DAY, cypher`${name}.beginLatest < date($periodTo)`),
    cypher`${name}.endEarliest >= date($periodFrom) AND NOT ${name}.qualified`,
  ]);
}

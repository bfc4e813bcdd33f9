import { allOf, cypher, type Fragment, when } from '../../cypher/cypher.ts';
import { LAST_DAY } from '../../time/day.ts';
import type { Period } from '../../time/period.ts';
import type { KnownBy } from './known.ts';

/**
 * Whether the dates of the node or relationship bound to the name possibly, or certainly, overlap the period from
 * `$periodFrom` to `$periodTo`. By `knownBy`, nothing that sources affirm has begun or ended after that day.
 *
 * @param affirmed whether some source affirms it; whatever is only expected may lie after that day
 */
export function during(
  name: Fragment,
  period: Period | undefined,
  { certainty, knownBy = LAST_DAY }: KnownBy,
  affirmed: Fragment = cypher`true`,
): Fragment {
  if (period === undefined) return cypher``;
  const { from, to } = period;
  if (certainty !== 'CERTAIN')
    return allOf([
      cypher`${name}.earliest < date($periodTo) AND ${name}.latest >= date($periodFrom)`,
      when(from > knownBy, cypher`(${name}.latest = date('9999-12-31') OR NOT ${affirmed})`),
    ]);
  const begins = cypher`${name}.beginLatest < date($periodTo)`;
  return allOf([
    // A period without an end goes on, so a thing that begins on an unknown day after a known one begins before its
    // end.
    when(to !== LAST_DAY, to > knownBy ? cypher`(${affirmed} OR ${begins})` : begins),
    cypher`${name}.endEarliest >= date($periodFrom) AND NOT ${name}.qualified`,
  ]);
}

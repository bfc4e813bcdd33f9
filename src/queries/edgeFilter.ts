import type { Kind } from '../ontology/kinds.ts';
import type { EventType } from '../ontology/lookups.ts';
import { allOf, cypher, type Fragment, when } from '../cypher/cypher.ts';
import type { Parameters } from '../cypher/statement.ts';
import type { Level } from '../reasoning/eventView.ts';
import type { Certainty, Period } from '../time/period.ts';
import { during as overlapping } from './during.ts';

/** What a relationship must have by what it carries itself, without its event. */
export interface EdgeFilter {
  readonly types?: readonly EventType[];
  readonly levels?: readonly Level[];
  readonly kinds?: readonly Kind[];
  readonly during?: Period;
  readonly certainty?: Certainty;
  readonly sources?: readonly string[];
  readonly minSources?: number;
}

/** What the relationship bound to `r` must fulfil; its types are in the pattern, kinds are of its ends. */
export function edgeConditions({ levels, during, certainty, sources, minSources }: EdgeFilter): Fragment {
  return allOf([
    overlapping(cypher`r`, during, certainty),
    when(levels !== undefined, cypher`r.level IN $levels`),
    when(sources !== undefined, cypher`any(source IN r.sources WHERE source IN $sources)`),
    when(minSources !== undefined, cypher`size(r.sources) >= $minSources`),
  ]);
}

export function edgeParameters({ levels, during, kinds, sources, minSources }: EdgeFilter): Parameters {
  return {
    levels: levels ?? null,
    periodFrom: during?.from ?? null,
    periodTo: during?.to ?? null,
    kinds: kinds ?? null,
    sources: sources ?? null,
    minSources: minSources ?? null,
  };
}

import type { Kind } from '../../ontology/kinds.ts';
import type { Coding } from '../../ontology/codings.ts';
import { EVENT_TYPE_NAMES, type EventType } from '../../ontology/lookups.ts';
import { allOf, cypher, type Fragment, when } from '../../cypher/cypher.ts';
import { relationshipTypes } from '../../cypher/names.ts';
import type { Parameters } from '../../cypher/statement.ts';
import type { Level } from '../../ontology/levels.ts';
import type { Period } from '../../time/period.ts';
import { during as overlapping } from './during.ts';
import { type KnownBy, knownParameters } from './known.ts';
import { type VersionSource, CURRENT, wasKnown } from './versionSource.ts';

/** The criteria for a relationship that it can be checked against without its event. */
export interface EdgeCriteria extends KnownBy {
  readonly types?: readonly EventType[];
  readonly levels?: readonly Level[];
  readonly kinds?: readonly Kind[];
  readonly during?: Period;
  readonly sources?: readonly string[];
  readonly minSources?: number;
  readonly datasets?: readonly string[];
  readonly coding?: readonly Coding[];
}

/** Binds to `r` the relationships between the entity with this id and the one that it binds to `other`. */
export function edgesOf(id: Fragment, filter: EdgeCriteria, source: VersionSource): Fragment {
  const kinds = when(filter.kinds !== undefined, cypher` AND other.kind IN $kinds`);
  const types = filter.types ?? EVENT_TYPE_NAMES;
  if (source === CURRENT)
    return cypher`MATCH (:Entity {id: ${id}})-[r:${relationshipTypes(types)}]-(other:Entity)
  WHERE ${edgeConditions(filter)}${kinds}`;
  return cypher`MATCH (:Entity {id: ${id}})<-[:FROM|TO]-(r:RelationshipVersion)-[:FROM|TO]->(other:Entity)
  WHERE ${edgeConditions(filter, source)} AND ($edgeTypes IS NULL OR r.type IN $edgeTypes)${kinds}`;
}

/** The conditions for the relationship bound to `r`. Its types are in the pattern; kinds concern its ends. */
export function edgeConditions(filter: EdgeCriteria, source: VersionSource = CURRENT): Fragment {
  const { levels, during, sources, minSources, datasets, coding } = filter;
  return allOf([
    wasKnown(cypher`r`, filter, source),
    overlapping(cypher`r`, during, filter),
    when(levels !== undefined, cypher`r.level IN $levels`),
    when(sources !== undefined, cypher`any(source IN r.sources WHERE source IN $sources)`),
    when(minSources !== undefined, cypher`size(r.sources) >= $minSources`),
    when(datasets !== undefined, cypher`any(dataset IN r.datasets WHERE dataset IN $datasets)`),
    // The coding of several datasets is that of the first by rank; the others have it too.
    when(
      coding !== undefined,
      cypher`(r.coding IN $coding OR (size(r.datasets) > 1 AND EXISTS { MATCH (d:Dataset) WHERE d.id IN r.datasets AND d.coding IN $coding }))`,
    ),
  ]);
}

export function edgeParameters(filter: EdgeCriteria): Parameters {
  const { types, levels, during, kinds, sources, minSources, datasets, coding } = filter;
  return {
    ...knownParameters(filter),
    edgeTypes: types ?? null,
    levels: levels ?? null,
    periodFrom: during?.from ?? null,
    periodTo: during?.to ?? null,
    kinds: kinds ?? null,
    sources: sources ?? null,
    minSources: minSources ?? null,
    datasets: datasets ?? null,
    coding: coding ?? null,
  };
}

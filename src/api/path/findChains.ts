import { PATH_TYPES } from '../../ontology/lookups.ts';
import type { PathHop } from '../../paths/pathHop.ts';
import type { ChainQuestion } from '../../paths/edgeRules.ts';
import { findFewestHops } from '../../paths/findFewestHops.ts';
import { findShortestPaths } from '../../paths/kShortestPaths.ts';
import type { TemporalEdges } from '../../paths/temporalEdges.ts';
import { findTemporalPath } from '../../paths/temporalPath.ts';
import type { Day } from '../../time/day.ts';
import { isTemporal, type PathQuestion } from './path.input.ts';

/** A chain of relationships; its days only where its hops follow one another in time. */
export interface FoundPath {
  readonly hops: readonly ChainHop[];
  readonly departs?: Day | null;
  readonly arrives?: Day | null;
}

interface ChainHop extends PathHop {
  readonly day?: Day | null;
}

export interface Chains {
  readonly chains: readonly FoundPath[];
  readonly truncated: boolean;
}

/** The paths that are asked for, from a copy of all relationships. */
export function findChains(edges: TemporalEdges, asked: PathQuestion): Chains {
  const { mode, strict } = asked;
  const question = questionOf(asked);
  if (isTemporal(mode)) {
    const { path, truncated } = findTemporalPath(edges, { ...question, mode, strict });
    return { chains: path === null ? [] : [path], truncated };
  }
  if (mode === 'K_SHORTEST') return chainsOf(findShortestPaths(edges, { ...question, limit: asked.limit }));
  return chainsOf(findFewestHops(edges, { ...question, mode, maxHops: asked.maxHops, limit: asked.limit }));
}

/** What each hop must fulfil by itself, and in modes of time their order. */
export function questionOf({ from, to, filter, direction, avoid }: PathQuestion): ChainQuestion {
  return { from, to, direction, avoid, ...filter, types: filter.types ?? PATH_TYPES };
}

function chainsOf({ paths, truncated }: ReturnType<typeof findShortestPaths>): Chains {
  return { chains: paths.map((hops) => ({ hops })), truncated };
}

import { PATH_TYPES } from '../../ontology/lookups.ts';
import type { PathHop } from '../../reasoning/temporal/pathHop.ts';
import type { ChainQuestion } from '../../reasoning/temporal/question.ts';
import { findShortestPaths } from '../../reasoning/temporal/shortestPaths.ts';
import type { TemporalEdges } from '../../reasoning/temporal/temporalEdges.ts';
import { findTemporalPath } from '../../reasoning/temporal/temporalPath.ts';
import type { Day } from '../../time/day.ts';
import { isTemporal, type AskedPaths } from './path.input.ts';

/** A chain of relationships; its days only where its hops follow one another in time. */
export interface Chain {
  readonly hops: readonly ChainHop[];
  readonly departs?: Day | null;
  readonly arrives?: Day | null;
}

interface ChainHop extends PathHop {
  readonly day?: Day | null;
}

export interface Chains {
  readonly chains: readonly Chain[];
  readonly truncated: boolean;
}

/** The paths that are asked for, from a copy of all relationships. */
export function findChains(edges: TemporalEdges, asked: AskedPaths): Chains {
  const { mode, strict } = asked;
  const question = questionOf(asked);
  if (isTemporal(mode)) {
    const { path, truncated } = findTemporalPath(edges, { ...question, mode, strict });
    return { chains: path === null ? [] : [path], truncated };
  }
  if (mode === 'K_SHORTEST') return chainsOf(findShortestPaths(edges, { ...question, limit: asked.limit }));
  return shortestChains(edges, question, asked);
}

/** What each hop must fulfil by itself, and in modes of time their order. */
export function questionOf({ from, to, filter, direction, avoid }: AskedPaths): ChainQuestion {
  return { from, to, direction, avoid, ...filter, types: filter.types ?? PATH_TYPES };
}

/** One path of the fewest hops tells how many hops that is; no other may then have more. */
function shortestChains(
  edges: TemporalEdges,
  question: ChainQuestion,
  { mode, maxHops, limit }: AskedPaths,
): Chains {
  const first = findShortestPaths(edges, { ...question, maxHops, limit: 1 });
  const [shortest] = first.paths;
  if (shortest === undefined) return chainsOf(first);
  if (mode === 'SHORTEST') return { chains: [{ hops: shortest }], truncated: false };
  return chainsOf(findShortestPaths(edges, { ...question, maxHops: shortest.length, limit }));
}

function chainsOf({ paths, truncated }: ReturnType<typeof findShortestPaths>): Chains {
  return { chains: paths.map((hops) => ({ hops })), truncated };
}

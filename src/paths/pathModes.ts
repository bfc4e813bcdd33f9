import type { PathSearch } from './edgeRules.ts';
import { findAllShortest, findShortest } from './findFewestHops.ts';
import { findKShortest } from './kShortestPaths.ts';
import type { FoundPaths } from './pathHop.ts';
import type { TemporalEdges } from './temporalEdges.ts';
import {
  type BestRoute,
  fewestHopsInTime,
  findTemporalPath,
  firstToArrive,
  lastToDepart,
  leastTime,
} from './temporalPath.ts';

/** What one row of the table of path modes declares. */
interface PathModeDeclaration {
  /** A sentence for a reader of the API. */
  readonly description: string;
  /** Whether hops follow one another in time; only then can a search be strict. */
  readonly inTime: boolean;
  /** Which bounds of a search the mode takes; it has no other hops or paths to bound. */
  readonly takes: { readonly maxHops: boolean; readonly limit: boolean };
  /** What each path costs beside its fields, in values of an answer: more if it takes searches of its own. */
  readonly cost: number;
  /** Whether the graph can find the same paths by a statement, without all relationships in memory. */
  readonly byStatement: boolean;
  readonly search: (edges: TemporalEdges, search: PathSearch) => FoundPaths;
}

/**
 * The one table of path modes. The GraphQL enum, the descriptions of arguments, what `strict` means, the cost and the
 * search are all derived from it. To add a mode, add a row.
 */
export const PATH_MODES = {
  SHORTEST: {
    description: 'One path with the fewest hops.',
    inTime: false,
    takes: { maxHops: true, limit: false },
    cost: 0,
    byStatement: true,
    search: findShortest,
  },
  ALL_SHORTEST: {
    description: 'All paths with the fewest hops, distinct as sequences of entities.',
    inTime: false,
    takes: { maxHops: true, limit: true },
    cost: 0,
    byStatement: true,
    search: findAllShortest,
  },
  K_SHORTEST: {
    description:
      'The first `limit` paths by number of hops, distinct as sequences of entities. The hops need not follow one another in time.',
    inTime: false,
    takes: { maxHops: false, limit: true },
    cost: 250,
    byStatement: false,
    search: findKShortest,
  },
  EARLIEST_ARRIVAL: {
    description:
      'The path that arrives first and departs on the first day of the period or later. Its hops follow one another in time.',
    ...inTime(firstToArrive),
  },
  LATEST_DEPARTURE: {
    description:
      'The path that departs last and still arrives by the last day of the period. Its hops follow one another in time.',
    ...inTime(lastToDepart),
  },
  FASTEST: {
    description:
      'The path with the fewest days from departure to arrival, within the period. Its hops follow one another in time.',
    ...inTime(leastTime),
  },
  SHORTEST_IN_TIME: {
    description: 'One path with the fewest hops, within the period. Its hops follow one another in time.',
    ...inTime(fewestHopsInTime),
  },
} as const satisfies Record<string, PathModeDeclaration>;

export type PathMode = keyof typeof PATH_MODES;

export const DEFAULT_PATH_MODE: PathMode = 'SHORTEST';

/** The paths of the mode; bounds that it does not take have no effect. */
export function findPaths(edges: TemporalEdges, mode: PathMode, search: PathSearch): FoundPaths {
  const row: PathModeDeclaration = PATH_MODES[mode];
  const { maxHops = Infinity, limit = 1 } = search;
  return row.search(edges, {
    ...search,
    maxHops: row.takes.maxHops ? maxHops : Infinity,
    limit: row.takes.limit ? limit : 1,
  });
}

/** The modes that the bound is for. */
export function modesTaking(bound: keyof PathModeDeclaration['takes']): PathMode[] {
  const modes = Object.keys(PATH_MODES) as PathMode[];
  return modes.filter((mode) => PATH_MODES[mode].takes[bound]);
}

/** A mode that finds one path whose hops follow one another in time, the best by the measure. */
function inTime(best: BestRoute): Omit<PathModeDeclaration, 'description'> {
  return {
    inTime: true,
    takes: { maxHops: false, limit: false },
    cost: 0,
    byStatement: false,
    search: (edges, search) => findTemporalPath(edges, search, best),
  };
}

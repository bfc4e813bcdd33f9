import { independentSources, type SourceOrigin } from './independentSources.ts';

/** The link of a chain, or piece of evidence, with the fewest independent sources. */
export interface WeakestLink<Link> {
  readonly link: Link;
  readonly independentSources: number;
}

/** The weakest of the links; of equals the first. `null` where there are none. */
export function weakestLink<Link>(
  links: readonly Link[],
  sourcesOf: (link: Link) => readonly SourceOrigin[],
): WeakestLink<Link> | null {
  const counted = links.map((link) => ({ link, independentSources: independentSources(sourcesOf(link)) }));
  const fewest = Math.min(...counted.map((one) => one.independentSources));
  return counted.find((one) => one.independentSources === fewest) ?? null;
}

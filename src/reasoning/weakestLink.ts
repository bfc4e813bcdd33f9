/** The link of a chain, or piece of evidence, with the fewest independent sources. */
export interface WeakestLink<Link> {
  readonly link: Link;
  readonly independentSourceCount: number;
}

/** The weakest of the links; of equals the first. `null` where there are none. */
export function weakestLink<Link>(links: readonly WeakestLink<Link>[]): WeakestLink<Link> | null {
  const fewest = Math.min(...links.map((one) => one.independentSourceCount));
  return links.find((one) => one.independentSourceCount === fewest) ?? null;
}

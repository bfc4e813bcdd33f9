declare global {
  /** Set under `npm run check:fast`. */
  var fewRuns: boolean | undefined;
}

/** On how many cases a property is tried: on `n`, or on a twenty-fifth of them in the fast loop. */
export function runs(n: number): number {
  return globalThis.fewRuns === true ? Math.max(20, Math.ceil(n / 25)) : n;
}

/** How many of the cases must be of a kind, so that the property says something. Few runs may miss what is rare. */
export function atLeast(n: number): number {
  return globalThis.fewRuns === true ? Math.floor(n / 100) : n;
}

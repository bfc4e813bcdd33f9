/** The rule of `independentSources`, as descriptions state it. */
export const COUNT_AS_ONE =
  'Pages of one publisher, reprints of one agency, and documents that rewrite another count as one.';

/** Options of the older field, which answers the same. */
export const INDEPENDENT_SOURCES = {
  description: 'An older name of `independentSourceCount`.',
  deprecationReason: 'Use `independentSourceCount`.',
};

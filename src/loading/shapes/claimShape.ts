import type { RowOf, Shape } from '../../cypher/shape.ts';

/** Which datasets declare a node, in the order of their ids, and the fingerprint of each one's declaration. */
export const CLAIM = { datasets: 'TEXTS', fingerprints: 'TEXTS' } as const satisfies Shape;

/** Of a node that one dataset alone declares. */
export function claimRow(dataset: string, fingerprint: string): RowOf<typeof CLAIM> {
  return { datasets: [dataset], fingerprints: [fingerprint] };
}

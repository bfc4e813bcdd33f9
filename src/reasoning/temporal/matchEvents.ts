/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is within its array */

/**
 * One relationship for each hop, from its choices, so that no event recurs; `null` if there is no such selection.
 * Each takes the first choice that leaves one to those before it: a bipartite matching by augmenting paths.
 */
export function matchEvents(choices: readonly (readonly number[])[], events: Int32Array): number[] | null {
  const holder = new Map<number, number>();
  const chosen: number[] = [];

  function place(hop: number, asked: Set<number>): boolean {
    for (const edge of choices[hop]!) {
      const event = events[edge]!;
      if (asked.has(event)) continue;
      asked.add(event);
      const other = holder.get(event);
      if (other !== undefined && !place(other, asked)) continue;
      holder.set(event, hop);
      chosen[hop] = edge;
      return true;
    }
    return false;
  }

  return choices.every((_, hop) => place(hop, new Set())) ? chosen : null;
}

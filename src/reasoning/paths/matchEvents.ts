/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is within its array */

/**
 * One relationship for each hop, from its choices, so that no event recurs: of all such selections the one that comes
 * first, hop by hop, in the order of the choices. `null` if there is none.
 */
export function matchEvents(choices: readonly (readonly number[])[], events: Int32Array): number[] | null {
  const taken = new Set<number>();
  if (!hasMatch(choices, events, taken)) return null;
  return choices.map((edges, hop) => {
    const rest = choices.slice(hop + 1);
    const first = edges.find((edge) => {
      const event = events[edge]!;
      return !taken.has(event) && hasMatch(rest, events, new Set([...taken, event]));
    })!;
    taken.add(events[first]!);
    return first;
  });
}

/** Whether each hop can have an event of its own that is not taken: a bipartite matching by augmenting paths. */
function hasMatch(
  choices: readonly (readonly number[])[],
  events: Int32Array,
  taken: ReadonlySet<number>,
): boolean {
  const holder = new Map<number, number>();

  function place(hop: number, asked: Set<number>): boolean {
    for (const edge of choices[hop]!) {
      const event = events[edge]!;
      if (taken.has(event) || asked.has(event)) continue;
      asked.add(event);
      const other = holder.get(event);
      if (other !== undefined && !place(other, asked)) continue;
      holder.set(event, hop);
      return true;
    }
    return false;
  }

  return choices.every((_, hop) => place(hop, new Set()));
}

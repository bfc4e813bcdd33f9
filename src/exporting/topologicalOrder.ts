/** The ids in such an order that each comes after those it refers to among them; those on a circle come last. */
export function topologicalOrder(links: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  let left = [...links.keys()].sort();
  for (let ready = left; ready.length > 0 && left.length > 0;) {
    ready = left.filter((id) => links.get(id)?.every((other) => done.has(other) || !links.has(other)));
    for (const id of ready) done.add(id);
    left = left.filter((id) => !done.has(id));
  }
  return [...done, ...left];
}

/** Circles among links between ids, each as the ids along it, and each link back reported once. */
export function cyclesOf(links: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const walk = (id: string): void => {
    if (done.has(id)) return;
    const start = trail.indexOf(id);
    if (start >= 0) {
      cycles.push(trail.slice(start));
      return;
    }
    trail.push(id);
    for (const next of links.get(id) ?? []) walk(next);
    trail.pop();
    done.add(id);
  };
  for (const id of links.keys()) walk(id);
  return cycles;
}

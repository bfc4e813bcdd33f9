/** Counts by their names, added up. */
export function sumOf(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const [name, count] of counts.flatMap((one) => Object.entries(one))) {
    sum[name] = (sum[name] ?? 0) + count;
  }
  return sum;
}

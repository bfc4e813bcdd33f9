/** The items in lists of that many, so that no statement grows without bound. */
export function* batches<T>(items: readonly T[], size = BATCH): Generator<T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

/** How many rows one statement takes. */
export const BATCH = 2_000;

/** The items in their order; each next one is already being made while the one before is used. */
export async function* ahead<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
  const iterator = items[Symbol.asyncIterator]();
  const next = (): Promise<IteratorResult<T>> => {
    const made = iterator.next();
    // What fails is told where it is waited for.
    made.catch(() => undefined);
    return made;
  };
  try {
    for (let coming = next(); ;) {
      const made = await coming;
      if (made.done === true) return;
      coming = next();
      yield made.value;
    }
  } finally {
    await iterator.return?.();
  }
}

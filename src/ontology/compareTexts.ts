/** The order of the texts' code units, which no locale changes. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The texts in order, each once. */
export function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}

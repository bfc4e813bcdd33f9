/** What shows whether two sources are independent. */
export interface SourceOrigin {
  readonly id: string;
  /** As the corpus writes it: `Devdiscourse (Reuters)` reprints what the agency in parentheses wrote. */
  readonly publisher: string;
}

/**
 * How many of the sources are independent of each other: how many have a publisher of their own. Two pages of one
 * publisher are one, and so are two reprints of one agency. Case does not matter. A source whose publisher is
 * `unknown` stands by itself: nothing shows that it is the same as another.
 */
export function independentSources(sources: readonly SourceOrigin[]): number {
  return new Set(sources.map(originOf)).size;
}

function originOf({ id, publisher }: SourceOrigin): string {
  const name = publisher.trim().toLowerCase();
  if (name === '' || name === 'unknown') return id;
  return AGENCY.exec(name)?.[1]?.trim() ?? name;
}

const AGENCY = /\(([^()]+)\)$/;

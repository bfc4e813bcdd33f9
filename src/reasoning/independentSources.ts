import { compareTexts } from '../ontology/compareTexts.ts';

/** What shows whether two sources are independent. */
export interface SourceOrigin {
  readonly id: string;
  /** As the corpus writes it: `Devdiscourse (Reuters)` reprints what the agency in parentheses wrote. */
  readonly publisher: string;
  /** The sources that it rewrites, or whose claim it repeats. They need not be known. */
  readonly basedOn: readonly string[];
}

/**
 * How many of the sources are independent: the size of a largest choice of them in which no two have an origin in
 * common. The origins of a source are its publisher and those of all that it is based on, directly or by way of others.
 * So two pages of one publisher count as one, and so do two reprints of one agency, a document and its rewriting, and
 * two rewritings of a third, even if that one is unknown. What draws on two others does not make these one. Case does
 * not matter. A source whose publisher is `unknown` is its own origin: nothing shows that it is the same as another.
 *
 * If sources draw on several each, in ways that cross, the count may be too low, but never too high.
 *
 * @param others sources by way of which these may depend on each other; they are not counted
 */
export function independentSources(
  sources: readonly SourceOrigin[],
  others: readonly SourceOrigin[] = [],
): number {
  const known = new Map([...others, ...sources].map((one) => [one.id, one]));
  const choices = sources.map(({ id }) => originsOf(id, known)).sort(byFewest);
  const taken = new Set<string>();
  let count = 0;
  for (const origins of choices) {
    if (origins.some((origin) => taken.has(origin))) continue;
    for (const origin of origins) taken.add(origin);
    count++;
  }
  return count;
}

function originsOf(id: string, known: ReadonlyMap<string, SourceOrigin>): string[] {
  const reached = new Set([id]);
  // A set visits what is added while it is visited.
  for (const one of reached) for (const base of known.get(one)?.basedOn ?? []) reached.add(base);
  return [...new Set([...reached].map((one) => publisherOf(known.get(one)) ?? one))].sort();
}

/** `null` if unknown. */
function publisherOf(source: SourceOrigin | undefined): string | null {
  const name = source?.publisher.trim().toLowerCase() ?? '';
  if (name === '' || name === 'unknown') return null;
  return AGENCY.exec(name)?.[1]?.trim() ?? name;
}

const AGENCY = /\(([^()]+)\)$/;

/** A source with few origins leaves most to others. Equals are in order of their names, so that the count is always the same. */
function byFewest(a: readonly string[], b: readonly string[]): number {
  return a.length - b.length || compareTexts(a.join(), b.join());
}

import type { SourceCells } from '../../queries/parts/columns.ts';
import type { Knowledge } from '../../reasoning/countsBy.ts';
import { weakestLink, type WeakestLink } from '../../reasoning/weakestLink.ts';
import { allReports } from '../eventDetails.ts';
import { namedSources } from '../ids.ts';
import type { Reader } from '../reader.ts';
import {
  countingPublications,
  type LoadedRelationship,
  relationshipSupport,
  storedRecord,
} from '../support.ts';
import { type PathQuestion, searchOf } from './findPaths.ts';
import { pathBreaks } from './pathBreaks.ts';

/** A hop of a path, as far as its support follows from it. */
interface LoadedHop {
  readonly relationship: LoadedRelationship;
  readonly forward: boolean;
}

/** The hop that the fewest independent sources affirm, by what was known when the question is asked. */
export async function weakestHop<Hop extends LoadedHop>(
  reader: Reader,
  hops: readonly Hop[],
  question: PathQuestion,
): Promise<WeakestLink<Hop> | null> {
  const known = knownIn(question);
  const links = hops.map(async (hop) => {
    const { independentSourceCount } = await relationshipSupport(reader, hop.relationship, known);
    return { link: hop, independentSourceCount };
  });
  return weakestLink(await Promise.all(links));
}

/** The sources whose retraction alone would break the path as an answer to the question. */
export async function sourcesBreakingPath(
  reader: Reader,
  hops: readonly LoadedHop[],
  question: PathQuestion,
): Promise<SourceCells[]> {
  const supported = await Promise.all(
    hops.map(async ({ relationship: { event, from, to }, forward }) => {
      const rows = await allReports(reader, event);
      return { rows, hop: { event: storedRecord(event, rows), from: from.id, to: to.id, forward } };
    }),
  );
  const rows = supported.flatMap((one) => one.rows);
  const ids = await reader.exclusive(() =>
    pathBreaks(
      supported.map(({ hop }) => hop),
      question.mode,
      searchOf(question),
      countingPublications(rows, knownIn(question)),
    ),
  );
  return namedSources(rows, ids);
}

function knownIn({ filter }: PathQuestion): Knowledge {
  const { knownBy = null, certainty = 'POSSIBLE', publicationCertainty = null } = filter;
  return { knownBy, certainty, publicationCertainty };
}

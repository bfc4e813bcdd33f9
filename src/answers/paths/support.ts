import { allReports } from '../../api/event/event.loader.ts';
import { countingPublications, storedRecord } from '../../api/event/storedRecord.ts';
import type { KnownArguments } from '../../api/knownArguments.ts';
import type { Hop } from '../../api/path/path.type.ts';
import { relatingSources } from '../../api/relationship/relatingSources.ts';
import { namedSources } from '../../api/source/source.loader.ts';
import type { Source } from '../../api/source/source.type.ts';
import { weakestLink, type WeakestLink } from '../../reasoning/weakestLink.ts';
import type { Reader } from '../reader.ts';
import { type PathQuestion, searchOf } from './findPaths.ts';
import { pathBreaks } from './pathBreaks.ts';

/** The hop that the fewest independent sources affirm, by what was known when the question is asked. */
export async function weakestHop(
  reader: Reader,
  hops: readonly Hop[],
  question: PathQuestion,
): Promise<WeakestLink<Hop> | null> {
  const known = knownIn(question);
  const links = hops.map(async (hop) => ({
    hop,
    sources: await relatingSources(reader, hop.relationship, known),
  }));
  const weakest = weakestLink(await Promise.all(links), ({ sources }) => sources);
  return weakest && { ...weakest, link: weakest.link.hop };
}

/** The sources whose retraction alone would break the path as an answer to the question. */
export async function pathBreaking(
  reader: Reader,
  hops: readonly Hop[],
  question: PathQuestion,
): Promise<Source[]> {
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

function knownIn({ filter: { knownBy, certainty = 'POSSIBLE' } }: PathQuestion): KnownArguments {
  return { knownBy: knownBy ?? null, certainty };
}

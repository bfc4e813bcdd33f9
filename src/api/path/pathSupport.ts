import { pathBreaks } from '../../answers/paths/pathBreaks.ts';
import { weakestLink, type WeakestLink } from '../../reasoning/weakestLink.ts';
import type { Reader } from '../../answers/reader.ts';
import { allReports } from '../../answers/eventDetails.ts';
import { namedSources } from '../../answers/ids.ts';
import { countingPublications, relatingSources, storedRecord } from '../../answers/support.ts';
import type { KnownArguments } from '../knownArguments.ts';
import { type Source, sourceFrom } from '../source/source.type.ts';
import { questionOf } from './findChains.ts';
import { type PathQuestion, isTemporal } from './path.input.ts';
import type { Hop, Path } from './path.type.ts';

/** The hop that the fewest independent sources affirm, by what was known when the question is asked. */
export async function weakestHop(context: Reader, { hops, asked }: Path): Promise<WeakestLink<Hop> | null> {
  const known = knownIn(asked);
  const links = hops.map(async (hop) => ({
    hop,
    sources: (await relatingSources(context, hop.relationship, known)).map(sourceFrom),
  }));
  const weakest = weakestLink(await Promise.all(links), ({ sources }) => sources);
  return weakest && { ...weakest, link: weakest.link.hop };
}

/** The sources each of whose retraction alone would break the path as an answer to what was asked. */
export async function pathBreaking(context: Reader, { hops, asked }: Path): Promise<Source[]> {
  const held = await Promise.all(
    hops.map(async ({ relationship: { event, from, to }, forward }) => {
      const rows = await allReports(context, event);
      return { rows, hop: { event: storedRecord(event, rows), from: from.id, to: to.id, forward } };
    }),
  );
  const rows = held.flatMap((one) => one.rows);
  const ids = await context.exclusive(() =>
    pathBreaks(
      held.map(({ hop }) => hop),
      { question: questionOf(asked), timeless: !isTemporal(asked.mode), strict: asked.strict },
      countingPublications(rows, knownIn(asked)),
    ),
  );
  return namedSources(rows, ids).map(sourceFrom);
}

function knownIn(asked: PathQuestion): KnownArguments {
  const { knownBy = null, certainty = 'POSSIBLE' } = asked.filter;
  return { knownBy, certainty };
}

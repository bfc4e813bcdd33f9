import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isSymmetric } from '../../src/ontology/lookups.ts';
import { eventView } from '../../src/reasoning/eventView.ts';
import type { ProjectedRecord } from '../../src/reasoning/projectedRecord.ts';
import type { Publication } from '../../src/reasoning/publication.ts';
import { epochDay, FIRST_EPOCH_DAY, LAST_EPOCH_DAY } from '../../src/paths/temporalEdges.ts';
import { pathBreaks } from '../../src/answers/paths/pathBreaks.ts';
import type { TemporalEdgeRow } from '../../src/paths/temporalEdgesBuilder.ts';
import { atLeast, runs } from '../setup/runs.ts';
import { anyEvent, anyPublications } from '../reasoning/arbitraries.ts';
import { type BrutePath, everyPath, holds } from '../paths/temporalBruteForce.ts';
import type { SmallQuestion } from '../paths/temporalGraphs.ts';

type Question = Pick<SmallQuestion, 'certainty' | 'direction'> & Partial<SmallQuestion>;
type Publications = ReadonlyMap<string, Publication>;

interface Asked {
  readonly question: Question;
  readonly timeless: boolean;
  readonly strict: boolean;
}

const anyAsked: fc.Arbitrary<Asked> = fc
  .record({
    certainty: fc.constantFrom('POSSIBLE' as const, 'CERTAIN' as const),
    direction: fc.constantFrom('FORWARD' as const, 'BACKWARD' as const, 'EITHER' as const, 'EITHER' as const),
    more: fc.oneof(
      { weight: 3, arbitrary: fc.constant({}) },
      fc.constantFrom({ levels: ['NAMED' as const] }, { levels: ['PRINCIPAL' as const] }),
      fc.constantFrom({ sources: ['one'] }, { sources: ['two', 'three'] }),
      fc.constantFrom({ minSources: 2 }, { minSources: 1 }),
    ),
    during: fc.constantFrom(
      undefined,
      { from: '2024-02-01', to: '2024-02-05' },
      { from: '2024-02-03', to: '9999-12-31' },
      { from: '2023-01-01', to: '2024-02-04' },
    ),
    timeless: fc.boolean(),
    strict: fc.boolean(),
  })
  .map(({ certainty, direction, more, during, timeless, strict }) => {
    const period = during === undefined ? {} : { during };
    // Without an order in time and without a period there is nothing to be certain of.
    const sure = timeless && during === undefined ? 'POSSIBLE' : certainty;
    return {
      question: { certainty: sure, direction, ...more, ...period },
      timeless,
      strict: strict && !timeless,
    };
  });

const anyEvents = fc
  .array(anyEvent, { minLength: 2, maxLength: 3 })
  .map((events) => events.map((event, i) => ({ ...event, id: `event:${i}` })));

/** The relationships of the events as the reports have it that count; each is one row. */
function rowsOf(events: readonly ProjectedRecord[], publications: Publications): TemporalEdgeRow[] {
  return events.flatMap((event) => {
    const { date, relationships } = eventView(event, publications);
    return relationships.map(({ from, to, level, sources }) => ({
      ...{ from, to, level, sources, type: event.type, event: event.id },
      ...{ symmetric: isSymmetric(event.type), datasets: [], codings: [], qualified: date.qualified },
      earliest: epochDay(date.earliest),
      beginLatest: epochDay(date.beginLatest),
      endEarliest: epochDay(date.endEarliest),
      latest: epochDay(date.latest),
      ...{ asOfPossibly: FIRST_EPOCH_DAY, asOfCertainly: FIRST_EPOCH_DAY, until: null },
    }));
  });
}

/** The events as if the source had never said anything. */
function unsaid(events: readonly ProjectedRecord[], source: string): ProjectedRecord[] {
  return events
    .map((event) => ({ ...event, reports: event.reports.filter((report) => report.source !== source) }))
    .filter(({ reports }) => reports.length > 0);
}

/** All paths that answer the question, by trying every one. */
function answers(
  rows: readonly TemporalEdgeRow[],
  ends: { from: string; to: string },
  asked: Asked,
): BrutePath[] {
  const { during, certainty } = asked.question;
  const x = during === undefined ? FIRST_EPOCH_DAY : epochDay(during.from);
  const y = during === undefined || during.to === '9999-12-31' ? LAST_EPOCH_DAY : epochDay(during.to) - 1;
  return everyPath(rows, { ...asked.question, ...ends }).filter(({ entities, rows: crossed }) => {
    if (!asked.timeless) return holds({ entities, rows: crossed }, { x, y, certainty, strict: asked.strict });
    return crossed.every((row) => holds({ entities, rows: [row] }, { x, y, certainty, strict: false }));
  });
}

/** Names a path: its entities, and its relationships in order. */
function nameOf({ entities, rows }: BrutePath): string {
  return [...entities, ...rows.map(({ event, from, to }) => `${event}#${from}#${to}`)].join(' ');
}

describe('What would break a path if it were retracted', () => {
  test('is each source without which trying every path does not find it again, and no other', () => {
    const met = { paths: 0, longer: 0, breaking: 0, sparing: 0 };
    fc.assert(
      fc.property(anyEvents, anyPublications, anyAsked, (events, publications, asked) => {
        const ends = { from: 'ada', to: 'bo' };
        const found = answers(rowsOf(events, publications), ends, asked).slice(0, 4);
        if (found.length === 0) return;
        const others = [...publications.keys()].map((source) => {
          const rows = rowsOf(unsaid(events, source), publications);
          return { source, still: new Set(answers(rows, ends, asked).map(nameOf)) };
        });
        const mode = asked.timeless ? 'SHORTEST' : 'SHORTEST_IN_TIME';
        const search = { ...asked.question, strict: asked.strict };
        for (const path of found) {
          const expected = others.filter(({ still }) => !still.has(nameOf(path))).map(({ source }) => source);
          const hops = path.rows.map(({ from, to, event }, i) => ({
            ...{ from, to, forward: path.entities[i] === from },
            event: events.find(({ id }) => id === event)!,
          }));
          expect(pathBreaks(hops, mode, search, publications)).toEqual(expected.sort());
          met.paths++;
          met.longer += hops.length > 1 ? 1 : 0;
          met.breaking += expected.length;
          met.sparing += publications.size - expected.length;
        }
      }),
      { numRuns: runs(1_500), seed: 4 },
    );
    for (const count of Object.values(met)) expect(count).toBeGreaterThanOrEqual(atLeast(50));
  });

  test('is nothing where there are no hops', () => {
    expect(
      pathBreaks([], 'SHORTEST', {}, new Map([['one', { earliest: '2024-01-01', latest: '2024-01-01' }]])),
    ).toEqual([]);
  });
});

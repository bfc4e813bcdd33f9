// Prints, as JSON lines, the earliest arrivals between sampled entities of icews14, for `compare.py` to check.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { epochDay, type TemporalEdges } from '../../src/paths/temporalEdges.ts';
import { TemporalEdgesBuilder } from '../../src/paths/temporalEdgesBuilder.ts';
import { findPaths } from '../../src/paths/pathModes.ts';
import { type Day, nextDay } from '../../src/time/day.ts';
import type { Period } from '../../src/time/period.ts';

const SOURCES = 40;
const TARGETS_OF_EACH = 100;
const SEED = 14;
const JULY: Period = { from: '2014-07-01', to: '2014-08-01' };

const folder = process.argv[2];
if (folder === undefined) throw new Error('Name the folder that holds facts.tsv and entities.tsv.');
const facts = rowsOf('facts.tsv').map(([fact, subject, relation, object, date]) => ({
  fact: fact!,
  subject: subject!,
  relation: relation!,
  object: object!,
  day: date!,
}));
const entities = rowsOf('entities.tsv').map(([id]) => id!);
const days = facts.map(({ day }) => day).sort();
const edges = edgesOf();
const allDays: Period = { from: days[0]!, to: nextDay(days.at(-1)!) };

print({ edges: edges.count, pairs: SOURCES * TARGETS_OF_EACH });
for (const [from, to] of sampledPairs())
  for (const during of [allDays, JULY])
    for (const directed of [true, false])
      for (const strict of [true, false])
        print({
          from,
          to,
          during,
          directed,
          strict,
          arrives: arrival({ from, to, during, directed, strict }),
        });

function rowsOf(file: string): string[][] {
  const lines = readFileSync(path.join(folder!, file), 'utf8').trimEnd().split('\n');
  return lines.slice(1).map((line) => line.split('\t'));
}

function edgesOf(): TemporalEdges {
  const builder = new TemporalEdgesBuilder();
  for (const { fact, subject, relation, object, day } of facts) {
    const on = epochDay(day);
    builder.add({
      ...{ from: subject, to: object, type: relation, event: fact, symmetric: false, level: 'PRINCIPAL' },
      ...{ earliest: on, beginLatest: on, endEarliest: on, latest: on, qualified: false },
      ...{
        asOfPossibly: on,
        asOfCertainly: on,
        until: null,
        sources: ['icews14'],
        datasets: [],
        codings: [],
      },
    });
  }
  return builder.build();
}

/**
 * Sources, and every other target, as often as they have facts: most entities have few, and few of them on the first
 * or last day of a period. The remaining targets are any entities.
 */
function* sampledPairs(): Generator<[string, string]> {
  const draw = drawer(SEED);
  const subjects = facts.map(({ subject }) => subject);
  const objects = facts.map(({ object }) => object);
  const sources = new Set<string>();
  while (sources.size < SOURCES) sources.add(subjects[draw(subjects.length)]!);
  for (const from of sources) {
    const targets = new Set<string>();
    while (targets.size < TARGETS_OF_EACH) {
      const among = targets.size % 2 === 0 ? objects : entities;
      const to = among[draw(among.length)]!;
      if (to !== from) targets.add(to);
    }
    for (const to of targets) yield [from, to];
  }
}

/** Numbers below a bound, the same ones for the same seed: a linear congruential generator, of which the high bits. */
function drawer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

interface Variant {
  readonly from: string;
  readonly to: string;
  readonly during: Period;
  readonly directed: boolean;
  readonly strict: boolean;
}

function arrival({ from, to, during, directed, strict }: Variant): Day | null {
  const { paths, truncated } = findPaths(edges, 'EARLIEST_ARRIVAL', {
    ...{ from, to, during, strict, direction: directed ? 'FORWARD' : 'EITHER' },
  });
  if (truncated) throw new Error(`The search from ${from} to ${to} was given up.`);
  return paths[0]?.arrives ?? null;
}

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

import path from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { PROJECT } from '../src/program/config.ts';
import type { Timing } from './measure/interleaved.ts';

const PARTS = ['operations', 'throughput', 'decode', 'graphqlAlone', 'loading', 'bulk'] as const;

export type Part = (typeof PARTS)[number];

export interface Options {
  /** The numbers of events of the generated sets. */
  readonly sets: readonly number[];
  /** The folder of the ICEWS14 tables, if they are available. */
  readonly icews14?: string;
  readonly quick?: true;
  /** Whether to leave out @neo4j/graphql, whose answers take minutes on large sets. */
  readonly alone?: true;
  readonly rounds?: number;
  readonly draws?: number;
  /** The parts to measure; all by default. */
  readonly only?: readonly Part[];
  readonly home: string;
  readonly results: string;
}

/** The folder of the results. */
export const RESULTS = path.join(PROJECT, 'bench/results');

export function readOptions(): Options {
  return new Command('npm run bench --')
    .description('Measures Chancery against the same Cypher and against @neo4j/graphql.')
    .addOption(
      new Option('--sets <sizes>', 'generated sets, by their events')
        .argParser(sizes)
        .default([1e4, 1e5, 1e6], '1e4,1e5,1e6'),
    )
    .option('--icews14 <folder>', 'the folder of the ICEWS14 tables')
    .option('--only <parts>', PARTS.join(','), parts)
    .option('--alone', 'without @neo4j/graphql, whose answers take minutes on large sets')
    .option('--quick', 'few samples, for a first look')
    .option('--rounds <count>', 'how often the arms take turns', whole)
    .option('--draws <count>', 'how many different questions of a kind are asked', whole)
    .addOption(
      new Option('--home <folder>', 'where the stores are kept').default(
        path.join(PROJECT, '.chancery/bench'),
        '.chancery/bench',
      ),
    )
    .addOption(new Option('--results <folder>', 'where the results go').default(RESULTS, 'bench/results'))
    .parse()
    .opts<Options>();
}

/** How long to measure: all sets together take less than half an hour, without loading. */
export function timingOf({ quick, rounds, draws }: Options): { timing: Timing; draws: number } {
  return quick
    ? { timing: { rounds: rounds ?? 2, samples: 5, budgetMs: 100 }, draws: draws ?? 5 }
    : { timing: { rounds: rounds ?? 6, samples: 40, budgetMs: 500 }, draws: draws ?? 40 };
}

function parts(text: string): Part[] {
  return list(text).map((name) => {
    const part = PARTS.find((each) => each === name);
    if (part === undefined) throw new InvalidArgumentError(`${name} is none of ${PARTS.join(', ')}.`);
    return part;
  });
}

function list(text: string): string[] {
  return text.split(',');
}

function sizes(text: string): number[] {
  return list(text)
    .filter((size) => size !== '')
    .map(whole);
}

function whole(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new InvalidArgumentError(`${text} is no whole number.`);
}

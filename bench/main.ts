import { runProgram } from '../src/program/runProgram.ts';
import type { Bench } from './bench.ts';
import { withBench } from './openBench.ts';
import { type Options, type Part, readOptions, timingOf } from './options.ts';
import { type Machine, type Measured, readMachine, writeResult } from './result.ts';
import { timeBulk } from './sections/bulk.ts';
import { timeDecoding } from './sections/decode.ts';
import { timeGraphqlAlone } from './sections/graphqlAlone.ts';
import { timeLoading } from './sections/loading.ts';
import { timeOperations } from './sections/operations.ts';
import { timeThroughput } from './sections/throughput.ts';
import { type BenchSet, generatedSet, icews14Set } from './sets.ts';
import { openStore } from './store.ts';

await runProgram(async () => {
  const options = readOptions();
  if (options.icews14 === undefined) console.log('icews14: left out, as --icews14 names no folder');
  const sets = [
    ...(options.icews14 === undefined ? [] : [icews14Set(options.icews14)]),
    ...options.sets.map((events) => generatedSet(events)),
  ];
  for (const set of sets) await measure(set, options);
  console.log(`Written: ${options.results}. \`npm run docs\` writes what the documentation shows of it.`);
});

async function measure(set: BenchSet, options: Options): Promise<void> {
  const say = (line: string): void => {
    console.log(`${set.name}: ${line}`);
  };
  const isAsked = (part: Part): boolean => options.only?.includes(part) ?? true;
  const database = await openStore(set, options.home, say);
  let machine: Machine | undefined;
  let measured: Measured = { set: set.name };
  try {
    await withBench(
      database,
      { set: set.name, say, alone: options.alone === true, ...timingOf(options) },
      async (bench) => {
        machine = await readMachine(bench.driver);
        measured = { ...measured, ...(await parts(bench, isAsked)) };
      },
    );
  } finally {
    await database.close();
  }
  if (machine === undefined) return;
  const { events } = set;
  if (events !== null && isAsked('loading'))
    measured = { ...measured, loading: await timeLoading(events, options.home, say) };
  if (events !== null && isAsked('bulk'))
    measured = { ...measured, bulk: await timeBulk(events, options.home, say) };
  await writeResult(options.results, machine, measured);
}

async function parts(bench: Bench, isAsked: (part: Part) => boolean): Promise<Partial<Measured>> {
  return {
    ...(isAsked('operations')
      ? { [bench.alone ? 'operationsAlone' : 'operations']: await timeOperations(bench) }
      : {}),
    ...(isAsked('throughput') ? { throughput: await timeThroughput(bench) } : {}),
    ...(isAsked('decode') ? { decode: await timeDecoding(bench) } : {}),
    ...(isAsked('graphqlAlone') ? { graphqlAlone: await timeGraphqlAlone(bench) } : {}),
  };
}

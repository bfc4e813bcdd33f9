import { readdir, readFile, mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Driver } from 'neo4j-driver';
import type { BulkResult } from './sections/bulk.ts';
import type { DecodeResult } from './sections/decode.ts';
import type { GraphqlAloneResult } from './sections/graphqlAlone.ts';
import type { LoadingResult } from './sections/loading.ts';
import type { OperationResult } from './sections/operations.ts';
import type { ThroughputResult } from './sections/throughput.ts';

/** All measurements of one set, from one or several runs. */
export interface BenchResult extends Measured {
  /** The machine and the command of each part. */
  readonly machines: Readonly<Record<string, Machine>>;
}

/** The measurements of one run; a part that was not measured is absent. */
export interface Measured {
  readonly set: string;
  readonly operations?: readonly OperationResult[];
  /** The same without @neo4j/graphql, which reads so much that the pages of others are evicted from the cache. */
  readonly operationsAlone?: readonly OperationResult[];
  readonly throughput?: readonly ThroughputResult[];
  readonly decode?: DecodeResult;
  readonly graphqlAlone?: GraphqlAloneResult;
  readonly loading?: LoadingResult;
  readonly bulk?: BulkResult;
}

export interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly memoryGiB: number;
  readonly node: string;
  readonly neo4j: string;
  readonly date: string;
  readonly command: string;
}

export async function readMachine(driver: Driver): Promise<Machine> {
  const { records } = await driver.executeQuery(
    'CALL dbms.components() YIELD versions RETURN versions[0] AS version',
  );
  return {
    cores: os.availableParallelism(),
    processor: os.cpus()[0]?.model ?? 'unknown',
    memoryGiB: Math.round(os.totalmem() / 2 ** 30),
    node: process.versions.node,
    neo4j: records[0]?.get('version') as string,
    date: new Date().toISOString().slice(0, 10),
    command: [
      'npm run bench',
      ...(process.argv.length > 2 ? ['--'] : []),
      ...process.argv.slice(2).map(quoted),
    ].join(' '),
  };
}

/** The user's folders must not appear in the results. */
function quoted(argument: string): string {
  return argument.includes('/') ? 'FOLDER' : argument;
}

/** Writes the result of a set. Parts that were measured in other runs stay. */
export async function writeResult(folder: string, machine: Machine, measured: Measured): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { set, ...parts } = measured;
  const before = (await readResults(folder)).find((each) => each.set === set);
  const machines = {
    ...before?.machines,
    ...Object.fromEntries(Object.keys(parts).map((part) => [part, machine])),
  };
  const result: BenchResult = { ...before, ...measured, machines };
  await writeFile(path.join(folder, `${set}.json`), `${JSON.stringify(result, null, 2)}\n`);
}

/** The results of all sets: generated ones by their size, then the other. */
export async function readResults(folder: string): Promise<BenchResult[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  const results = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(path.join(folder, name), 'utf8')) as BenchResult),
  );
  return results.sort((a, b) => sizeOf(a) - sizeOf(b));
}

function sizeOf({ set }: BenchResult): number {
  return Number(set) || 0;
}

import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import neo4j from 'neo4j-driver';
import { openDatabase } from '../../src/program/openDatabase.ts';
import { median } from 'simple-statistics';
import { rounded } from '../measure/summary.ts';
import { generatedSet } from '../sets.ts';
import { configOf, load } from '../store.ts';
import { bareLoad, writtenFor } from './bareLoad.ts';

export interface LoadingResult {
  readonly events: number;
  /** Events a second, when the store has this many. */
  readonly chancery: number;
  readonly bare: number;
  readonly ratio: number;
  /** Processor time of the client, in percent of one core. */
  readonly cpuPercent: number;
  /** The time of importing the same again, divided by the time of the first import. */
  readonly again: number;
  /** The number of records that it wrote. */
  readonly againWrites: number;
}

const PAIRS = 4;

/**
 * Imports small sets into a store of their own until it holds the given number of events. It alternates with a loop
 * that writes the same nodes and relationships with the same properties by the driver alone.
 */
export async function timeLoading(
  events: number,
  home: string,
  say: (line: string) => void,
): Promise<LoadingResult> {
  const folder = path.join(home, 'loading');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const database = await openDatabase(configOf(folder), { onProgress: () => undefined });
  const { uri, user, password } = database.connection;
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  try {
    const size = Math.ceil(events / PAIRS / 2);
    const pairs = [];
    for (let index = 0; index < PAIRS; index++) {
      const set = generatedSet(size, `load${index}x`, index + 1);
      const files = await set.files(folder);
      const first = await timed(() => load(database, set, files));
      const written = await writtenFor(driver, set.name);
      const bare = await timed(() => bareLoad(driver, written));
      let againWrites = 0;
      const again = await timed(async () => {
        const { created, changed } = await load(database, set, files);
        againWrites = created + changed;
      });
      pairs.push({ first, bare, again, againWrites });
      say(
        `loading ${size} events: ${[first, bare, again].map(({ seconds }) => rounded(seconds)).join(' s, ')} s`,
      );
    }
    const result = resultOf(events, size, pairs);
    say(
      `loading: ${result.chancery} events/s, bare ${result.bare}, ratio ${result.ratio}, again ${result.again}`,
    );
    return result;
  } finally {
    await driver.close();
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Time {
  readonly seconds: number;
  readonly cpuPercent: number;
}

interface Pair {
  readonly first: Time;
  readonly bare: Time;
  readonly again: Time;
  readonly againWrites: number;
}

/** The first pair warms up the server and is not counted. */
function resultOf(events: number, size: number, [, ...pairs]: readonly Pair[]): LoadingResult {
  const middle = (value: (pair: Pair) => number) => rounded(median(pairs.map(value)));
  return {
    events,
    chancery: middle(({ first }) => size / first.seconds),
    bare: middle(({ bare }) => size / bare.seconds),
    ratio: middle(({ first, bare }) => bare.seconds / first.seconds),
    cpuPercent: middle(({ first }) => first.cpuPercent),
    again: middle(({ first, again }) => again.seconds / first.seconds),
    againWrites: pairs.reduce((sum, { againWrites }) => sum + againWrites, 0),
  };
}

async function timed(work: () => Promise<unknown>): Promise<Time> {
  const start = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - start) / 1_000;
  return { seconds, cpuPercent: (user + system) / 10_000 / seconds };
}

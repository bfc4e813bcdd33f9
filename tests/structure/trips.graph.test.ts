import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadDataset } from '../../src/loading/loadDataset.ts';
import { compileSeeds } from '../../src/seeding/compileSeeds.ts';
import { filesEntered } from '../setup/filesEntered.ts';
import { startService, type TestService } from '../setup/testService.ts';

/*
 * How many files a newcomer opens to follow one question from its resolver to its answer. If a new file belongs there,
 * raise the number. If it only forwards, remove it.
 */

const DATASET = 'test-trips';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const PAGE_OF_EVENTS = `query PageOfEvents {
  events(
    where: { during: { from: "2021-01-01", to: "2025-01-01" }, types: [MET], between: ["russia", "taliban"] }
  ) {
    edges { node { summary date { display } participants { role entity { name } } reports { date { display } source { title } } } }
  }
}`;

const PATH_IN_TIME = `query PathInTime {
  paths(from: "kyrgyzstan", to: "united-states", mode: EARLIEST_ARRIVAL) {
    items { departsOn arrivesOn hops { day from { name } to { name } relationship { type date { display } event { summary } } } }
    truncated
  }
}`;

const STATUS = `query StatusWithWhatBreaksIt {
  status(authority: "russia", subject: "taliban", regime: DESIGNATION, on: "2024-10-05") {
    state since { display } evidence { event { summary } sources { title } } breaksIfRetracted { title }
  }
}`;

test.each([
  ['a page of events', 27, PAGE_OF_EVENTS],
  ['an earliest arrival, relationships read first', 37, PATH_IN_TIME],
  ['an earliest arrival, relationships in memory', 35, PATH_IN_TIME],
  ['a status with its evidence and what breaks it', 36, STATUS],
])('%s enters at most %i files', async (_, most, query) => {
  const files = await filesEntered(() => service.data(query));
  expect(within(files, most)).toEqual(files);
});

test('a seed, from its files to the graph, enters at most 59 files', async () => {
  const files = await filesEntered(async () => {
    const { dataset } = await compileSeeds('tests/fixtures/seeds-small', DATASET);
    await loadDataset(service.graph, dataset!);
  });
  await loadDataset(service.graph, { id: DATASET, entities: [], sources: [], events: [] });
  expect(within(files, 59)).toEqual(files);
});

/** The files, so that a failure lists those beyond the number. */
function within(files: readonly string[], most: number): readonly string[] {
  console.info(`${files.length} files (at most ${most}): ${files.join(' ')}`);
  return files.slice(0, most);
}

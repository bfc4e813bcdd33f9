import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CORPUS_ID } from '../../src/program/readCorpus.ts';
import { proposeReview } from '../../src/resolving/proposeReview.ts';
import { reviewText } from '../../src/resolving/reviewFile.ts';
import { loadDataset } from '../../src/loading/loadDataset.ts';
import { decide, review, undoAll } from '../resolving/decide.ts';
import { dataset, entity } from '../loading/smallDatasets.ts';
import { startService, type TestService } from '../setup/testService.ts';
import { blocksOf, readFileOf } from './readme.ts';

const page = await readFileOf('docs/guides/import/resolution.md');

/** As the importer makes them. */
const ICEWS14 = {
  ...dataset(''),
  id: 'icews14',
  entities: [
    entity('', { id: 'icews14-7038', name: 'Xi Jinping', kind: 'ACTOR' }),
    entity('', { id: 'icews14-6291', name: 'Sergey Kuzhugetovich Shoygu', kind: 'ACTOR' }),
    entity('', { id: 'icews14-6432', name: 'State Duma (Azerbaijan)', kind: 'ORGANIZATION' }),
  ],
};

const OPTIONS = { minimumScore: 0.85, first: CORPUS_ID, dataset: ICEWS14.id, acceptsExact: false };

let service: TestService;
beforeAll(async () => {
  service = await startService();
  await loadDataset(service.graph, ICEWS14);
});
afterAll(async () => {
  await undoAll(service.graph);
  await loadDataset(service.graph, { ...ICEWS14, entities: [] });
  await service.close();
});

test('the page on resolution shows the review file as it is written', async () => {
  const [shown] = blocksOf(page, 'csv');
  expect(reviewText(await proposeReview(service.graph, OPTIONS)).trim()).toBe(shown?.code);
});

test('and what the service answers once it is applied', async () => {
  await decide(service.graph, review(['xi-jinping', 'same', 'icews14-7038']));
  const [question] = blocksOf(page, 'graphql');
  const [answer] = blocksOf(question!.after, 'json');
  expect(await service.data(question!.code)).toEqual(JSON.parse(answer!.code));
});

test('and what is undone or decided is proposed, or not proposed, again', async () => {
  const proposed = async () => {
    const { groups } = await proposeReview(service.graph, OPTIONS);
    return groups.flatMap(({ proposals }) => proposals.map(({ right }) => right.id));
  };
  await undoAll(service.graph);
  expect(await proposed()).toContain('icews14-7038');
  await decide(service.graph, review(['xi-jinping', 'different', 'icews14-7038']));
  expect(await proposed()).not.toContain('icews14-7038');
});

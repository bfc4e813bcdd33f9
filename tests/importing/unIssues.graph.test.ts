import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { importFiles, type ImportOptions } from '../../src/importing/importFiles.ts';
import { intoGraph } from '../../src/importing/importTarget.ts';
import { unSanctions } from '../../src/importing/unSanctions/unSanctions.ts';
import { rebuildView } from '../../src/loading/rebuildView.ts';
import { removeDataset } from '../../src/loading/removeDataset.ts';
import { decide, review, undoAll } from '../resolving/decide.ts';
import { graphHash } from '../setup/graphHash.ts';
import { startService, type TestService } from '../setup/testService.ts';
import { fileOf } from './importerLaws.ts';
import { listing, type ListingFields, unList } from './unXml.ts';

const DATASET = { id: 'test-un', coding: 'REGISTER' } as const;
const GONE = 'un-sc-xxi-001';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterEach(async () => {
  await undoAll(service.graph);
  await removeDataset(service.graph, DATASET.id);
});
afterAll(() => service.close());

const [arne, bo, cy] = ['001', '002', '003'].map(
  (number) =>
    (fields: ListingFields = {}) =>
      listing({ reference: `XXi.${number}`, names: [`NAME ${number}`], ...fields }),
) as [typeof listing, typeof listing, typeof listing];

/** Issues of 3 February, 5 March and 7 April: the first entry is only on the first. */
const FIRST = unList([arne(), bo()], '2024-02-03');
const SECOND = unList([bo(), cy({ listedOn: '2024-03-01' })], '2024-03-05');
const THIRD = unList([bo({ names: ['ANOTHER NAME'] }), cy({ listedOn: '2024-03-01' })], '2024-04-07');

async function load(content: string, options: Partial<ImportOptions> = {}) {
  return await importFiles(intoGraph(service.graph, DATASET), unSanctions, {
    ...{ files: [await fileOf(content)], dataset: DATASET.id },
    ...{ limit: Infinity, asIs: false, strict: false, restart: true, onProgress: () => undefined },
    ...options,
  });
}

async function loadAll(...contents: readonly string[]) {
  for (const content of contents) await load(content);
}

async function stateOn(on: string, { subject = GONE, knownBy }: { subject?: string; knownBy?: string } = {}) {
  const { status } = await service.data(
    `query ($subject: ID!, $on: Date!, $knownBy: Date) {
      status(authority: "un-security-council", subject: $subject, regime: DESIGNATION, on: $on, knownBy: $knownBy) {
        state since { edtf } lastEvidence { edtf } carriedForward
      }
    }`,
    { subject, on, knownBy },
  );
  return status;
}

const statesOn = async (...days: readonly string[]) => {
  const states: string[] = [];
  for (const day of days) states.push((await stateOn(day)).state);
  return states;
};

describe('A listing that a later whole issue lacks', () => {
  test('is lifted on a day between the two', async () => {
    await loadAll(FIRST, SECOND);
    expect(await statesOn('2011-05-03', '2011-05-04', '2024-02-03')).toEqual([
      'NOT_IN_FORCE',
      'IN_FORCE',
      'IN_FORCE',
    ]);
    expect(await statesOn('2024-02-04', '2024-03-04', '2024-03-05', '2024-03-06')).toEqual([
      'POSSIBLE',
      'POSSIBLE',
      'LIFTED',
      'LIFTED',
    ]);
    expect(await stateOn('2024-03-05')).toMatchObject({ since: { edtf: '[2024-02-04..2024-03-05]' } });
    expect((await stateOn('2024-03-05', { subject: 'un-sc-xxi-002' })).state).toBe('IN_FORCE');
  });

  test('was in force by what was known before', async () => {
    await loadAll(FIRST, SECOND);
    expect((await stateOn('2024-03-06', { knownBy: '2024-03-04' })).state).toBe('IN_FORCE');
  });

  test('is observed to be so by each later one', async () => {
    await loadAll(FIRST, SECOND, THIRD);
    expect(await stateOn('2024-04-07')).toEqual({
      ...{ state: 'LIFTED', since: { edtf: '[2024-02-04..2024-03-05]' } },
      ...{ lastEvidence: { edtf: '2024-04-07' }, carriedForward: false },
    });
    expect(await stateOn('2024-03-20')).toMatchObject({ state: 'LIFTED', carriedForward: false });
  });

  test('may come back', async () => {
    const again = unList([arne(), bo()], '2024-04-07');
    await loadAll(FIRST, SECOND, again);
    expect(await statesOn('2024-03-05', '2024-04-07', '2024-04-08')).toEqual([
      'LIFTED',
      'IN_FORCE',
      'IN_FORCE',
    ]);
    await load(unList([bo()], '2024-05-01'));
    expect(await statesOn('2024-04-07', '2024-05-01')).toEqual(['IN_FORCE', 'LIFTED']);
  });
});

describe('Issues come to the same graph', () => {
  test('in whichever order they are imported, and twice', async () => {
    const hashes = new Set<string>();
    const orders = [
      [FIRST, SECOND, THIRD],
      [FIRST, THIRD, SECOND],
      [SECOND, FIRST, THIRD],
      [SECOND, THIRD, FIRST],
      [THIRD, FIRST, SECOND],
      [THIRD, SECOND, FIRST, SECOND],
    ];
    for (const order of orders) {
      await loadAll(...order);
      hashes.add(await graphHash(service.graph));
      await removeDataset(service.graph, DATASET.id);
    }
    expect(hashes.size).toBe(1);
  });

  test('in one import of all files, and when the view is made again', async () => {
    await loadAll(FIRST, SECOND, THIRD);
    const hash = await graphHash(service.graph);
    await rebuildView(service.graph);
    expect(await graphHash(service.graph)).toBe(hash);
    await removeDataset(service.graph, DATASET.id);
    await load(FIRST, { files: [await fileOf(THIRD), await fileOf(FIRST), await fileOf(SECOND)] });
    expect(await graphHash(service.graph)).toBe(hash);
  });

  test('and again, it writes nothing', async () => {
    await loadAll(FIRST, SECOND);
    expect(await load(SECOND)).toMatchObject({ created: 0, changed: 0, left: 4, notes: [] });
    expect(await load(FIRST)).toMatchObject({ created: 0, changed: 0, left: 4, notes: [] });
  });
});

describe('Nothing is concluded from who is missing', () => {
  const lacking = unList([bo(), cy()], '2024-03-05');

  test('from a part', async () => {
    await loadAll(FIRST);
    await load(lacking, { isPartial: true });
    expect(await statesOn('2024-03-05')).toEqual(['IN_FORCE']);
    await load(lacking);
    expect(await statesOn('2024-03-05')).toEqual(['LIFTED']);
    await load(lacking, { isPartial: true });
    expect(await statesOn('2024-03-05')).toEqual(['IN_FORCE']);
  });

  test('with a limit, and not later either', async () => {
    await loadAll(FIRST);
    expect((await load(lacking, { limit: 1 })).rows).toBe(1);
    expect(await statesOn('2024-03-05')).toEqual(['IN_FORCE']);
    await load(FIRST);
    expect(await statesOn('2024-03-05')).toEqual(['IN_FORCE']);
    expect((await stateOn('2024-03-05', { subject: 'un-sc-xxi-002' })).state).toBe('IN_FORCE');
  });

  test('of an entry that could not be read', async () => {
    await load(unList([arne({ listedOn: 'then' }), bo()], '2024-03-05'));
    await load(FIRST);
    expect(await statesOn('2024-03-05')).toEqual(['IN_FORCE']);
    await load(unList([bo()], '2024-04-07'));
    expect(await stateOn('2024-04-07')).toMatchObject({
      ...{ state: 'LIFTED', since: { edtf: '[2024-03-06..2024-04-07]' } },
    });
  });

  test('if the reference of one could not be read', async () => {
    await loadAll(FIRST);
    const { notes } = await load(unList([arne({ reference: '' }), bo()], '2024-03-05'));
    expect(notes).toEqual([expect.stringContaining('Nothing is concluded from who is missing')]);
    expect(await statesOn('2024-03-05')).toEqual(['IN_FORCE']);
  });

  test('of an entity that was joined with one that is there', async () => {
    await loadAll(FIRST, SECOND);
    expect(await statesOn('2024-03-05')).toEqual(['LIFTED']);
    await decide(service.graph, review([GONE, 'same', 'un-sc-xxi-003']));
    await load(SECOND);
    expect(await statesOn('2024-03-05')).toEqual(['IN_FORCE']);
  });
});

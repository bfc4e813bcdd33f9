import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { followTheMoney } from '../../src/importing/followTheMoney/ftmImporter.ts';
import { importFiles, type ImportOptions } from '../../src/importing/importFiles.ts';
import { intoGraph } from '../../src/importing/importTarget.ts';
import { removeDataset } from '../../src/loading/removeDataset.ts';
import { graphHash } from '../setup/graphHash.ts';
import { plainStatement } from '../setup/plainStatement.ts';
import { startService, type TestService } from '../setup/testService.ts';
import { fileOf } from './importerLaws.ts';

const DATASET = { id: 'test-ftm', coding: followTheMoney.coding };

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterEach(async () => {
  await removeDataset(service.graph, DATASET.id);
});
afterAll(() => service.close());

async function load(content: string, options: Partial<ImportOptions> = {}) {
  return await importFiles(intoGraph(service.graph, DATASET), followTheMoney, {
    ...{ files: [await fileOf(content)], dataset: DATASET.id, limit: Infinity },
    ...{ asIs: false, strict: true, restart: true, onProgress: () => undefined },
    ...options,
  });
}

const seen = { first_seen: '2020-02-02', last_seen: '2024-04-04', last_change: '2024-04-04' };
const objects = (...rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).join('\n');
const ANNE = { id: 'Q-Anne', schema: 'Person', caption: 'Anne Example', properties: { name: ['Anne'] } };
const sanction = (id: string, properties: object) => ({
  ...{ id, schema: 'Sanction', ...seen },
  properties: { entity: ['Q-Anne'], authority: ['Office'], startDate: ['2019-05-06'], ...properties },
});
const statusOf = async (list: string | null, on: string, certainty = 'POSSIBLE') => {
  const { status } = await service.data(
    `query ($list: ID, $on: Date!, $certainty: Certainty!) {
      status(
        authority: "ftm-authority-office", subject: "ftm-q-anne", regime: DESIGNATION,
        list: $list, on: $on, certainty: $certainty
      ) { state carriedForward lastEvidence { edtf } }
    }`,
    { list, on, certainty },
  );
  return status;
};
const state = async (list: string | null, on = '2024-04-04', certainty?: string) =>
  (await statusOf(list, on, certainty)).state;
/** The ids of the dataset's events and sources. */
const recordsOf = async () =>
  (
    await service.graph.read(
      plainStatement<{ id: string }>(
        'MATCH (n:Event|Source) WHERE $dataset IN n.datasets RETURN n.id AS id ORDER BY id',
        { dataset: DATASET.id },
      ),
    )
  ).map(({ id }) => id);

test('a sanction that is over ends no sanction of another programme', async () => {
  await load(
    objects(
      ANNE,
      sanction('s-1', { programId: ['A'], status: ['inactive'] }),
      sanction('s-2', { programId: ['B'] }),
    ),
  );
  expect(await state('ftm-program-a')).toBe('LIFTED');
  expect(await state('ftm-program-a', '2022-01-01')).toBe('POSSIBLE');
  expect(await state('ftm-program-b')).toBe('IN_FORCE');
  expect(await state(null)).toBe('IN_FORCE');
});

describe('Two sanctions of one authority, one of which ended', () => {
  test.each([
    ['on one programme', { programId: ['A'] }, { programId: ['A'] }],
    ['on none', {}, {}],
    ['of which one names a programme', {}, { programId: ['A'] }],
    ['of which the other names a programme', { programId: ['A'] }, {}],
  ])('%s leave the pair in force', async (_, ended, running) => {
    const over = { ...ended, startDate: ['2018'], endDate: ['2022-05-05'] };
    await load(objects(ANNE, sanction('s-1', over), sanction('s-2', running)));
    expect(await state(null, '2022-05-05')).toBe('IN_FORCE');
    expect(await state(null)).toBe('IN_FORCE');
  });
});

describe('A sanction that is not over', () => {
  test('is certain to be in force from its start to the day on which the collection last had it', async () => {
    await load(objects(ANNE, sanction('s-1', {})));
    expect(await statusOf(null, '2024-04-04', 'CERTAIN')).toEqual({
      ...{ state: 'IN_FORCE', carriedForward: false, lastEvidence: { edtf: '2024-04-04' } },
    });
    expect(await statusOf(null, '2022-01-01', 'CERTAIN')).toMatchObject({
      ...{ state: 'IN_FORCE', carriedForward: false },
    });
    expect(await statusOf(null, '2024-04-05')).toMatchObject({ state: 'IN_FORCE', carriedForward: true });
    expect(await state(null, '2024-04-05', 'CERTAIN')).toBe('POSSIBLE');
  });

  test('may have ended once the end that it expects has passed', async () => {
    await load(objects(ANNE, sanction('s-1', { endDate: ['2024-12-31'] })));
    expect(await state(null, '2024-12-31')).toBe('IN_FORCE');
    expect(await state(null, '2025-01-01')).toBe('POSSIBLE');
  });

  const LATER = { last_seen: '2024-08-08', last_change: '2024-08-08' };

  test('is observed by a later file in place of the earlier', async () => {
    await load(objects(ANNE, sanction('s-1', {})));
    const before = await recordsOf();
    await load(objects(ANNE, { ...sanction('s-1', {}), ...LATER }));
    expect(await recordsOf()).toEqual(before);
    expect(await state(null, '2024-08-08', 'CERTAIN')).toBe('IN_FORCE');
    expect(await load(objects(ANNE, { ...sanction('s-1', {}), ...LATER }))).toMatchObject({
      ...{ created: 0, changed: 0, left: 2 },
    });
  });

  test.each<[string, object, string]>([
    ['has an end before', { endDate: ['2023-01-02'] }, 'LIFTED'],
    ['says that it is over', { status: ['revoked'] }, 'LIFTED'],
    ['has another end', { endDate: ['2024-09-09'] }, 'IN_FORCE'],
  ])(
    'leaves nothing behind if a later file %s, nor does what that file says',
    async (_, properties, expected) => {
      const [running, later] = [{}, properties].map((each, i) =>
        objects(ANNE, { ...sanction('s-1', each), ...(i === 0 ? {} : LATER) }),
      ) as [string, string];
      const hashOf = async (...contents: readonly string[]) => {
        for (const content of contents) await load(content);
        const found = [await graphHash(service.graph), await state(null, '2024-08-08')];
        await removeDataset(service.graph, DATASET.id);
        return found;
      };
      const alone = await hashOf(later);
      expect(alone[1]).toBe(expected);
      expect(await hashOf(running, later)).toEqual(alone);
      expect(await hashOf(later, running)).toEqual(await hashOf(running));
    },
  );

  test('stays an entry of its own if a limit leaves the others out', async () => {
    const content = objects(ANNE, sanction('s-1', { status: ['ended'] }), sanction('s-2', {}));
    await load(content, { limit: 2 });
    expect(await recordsOf()).not.toContain('event:test-ftm-s-2');
    await load(content);
    expect(await state(null)).toBe('IN_FORCE');
    expect(await state('ftm-authority-office-entry-s-1')).toBe('LIFTED');
  });
});

test('an end still to come closes nothing', async () => {
  await load(objects(ANNE, sanction('s-1', { endDate: ['2024-12-31'] })));
  expect(await state(null)).toBe('IN_FORCE');
});

const POST = {
  id: 'p-1',
  schema: 'Position',
  caption: 'Judge',
  properties: { name: ['Judge'], country: ['no'] },
};
const occupancy = (id: string, post: string, properties: object, changes: object = {}) => ({
  ...{ id, schema: 'Occupancy', ...seen, ...changes },
  properties: { holder: ['Q-Anne'], post: [post], ...properties },
});

describe('A post', () => {
  const on = async (day: string, certainty = 'CERTAIN') => {
    const { entity } = await service.data(
      `query ($day: Date!, $certainty: Certainty!) {
        entity(id: "ftm-q-anne") {
          statuses(on: $day, certainty: $certainty) { state carriedForward lastEvidence { edtf } independentSourceCount }
        }
      }`,
      { day, certainty },
    );
    return entity.statuses[0];
  };
  const statesOn = async (days: readonly string[], certainty?: string) => {
    const states: string[] = [];
    for (const day of days) states.push((await on(day, certainty)).state);
    return states;
  };

  test.each([{}, { status: ['current'] }])(
    'without an end is held, which is certain to the day on which the collection last had it: %j',
    async (properties) => {
      await load(objects(ANNE, POST, occupancy('o-1', 'p-1', { startDate: ['2019-01-01'], ...properties })));
      expect(await on('2024-04-04')).toEqual({
        ...{ state: 'IN_FORCE', carriedForward: false, lastEvidence: { edtf: '2024-04-04' } },
        independentSourceCount: 1,
      });
      expect(await statesOn(['2019-01-01', '2022-01-01', '2024-04-05'])).toEqual([
        'IN_FORCE',
        'IN_FORCE',
        'POSSIBLE',
      ]);
      expect(await on('2024-04-05', 'POSSIBLE')).toMatchObject({ state: 'IN_FORCE', carriedForward: true });
    },
  );

  test('without any date is held from the day on which the collection first had it to the last', async () => {
    await load(objects(ANNE, POST, occupancy('o-1', 'p-1', {})));
    expect(await statesOn(['2020-02-02', '2024-04-04', '2024-04-05'])).toEqual([
      'IN_FORCE',
      'IN_FORCE',
      'POSSIBLE',
    ]);
  });

  test('with the status ended ended by the day on which the collection last had it', async () => {
    const ended = { startDate: ['2019-01-01'], status: ['ended'] };
    await load(objects(ANNE, POST, occupancy('o-1', 'p-1', ended)));
    expect(await statesOn(['2022-01-01', '2024-04-04'], 'POSSIBLE')).toEqual(['POSSIBLE', 'LIFTED']);
  });

  test('with the status ended and no dates is over, too', async () => {
    await load(objects(ANNE, POST, occupancy('o-1', 'p-1', { status: ['ended'] })));
    expect(await statesOn(['2022-01-01', '2024-04-04'], 'POSSIBLE')).toEqual(['POSSIBLE', 'LIFTED']);
  });

  test('follows what a later file says of it', async () => {
    const later = { last_seen: '2024-08-08', last_change: '2024-08-08' };
    const running = { startDate: ['2019-01-01'] };
    await load(objects(ANNE, POST, occupancy('o-1', 'p-1', running)));
    await load(objects(ANNE, POST, occupancy('o-1', 'p-1', running, later)));
    expect(await statesOn(['2024-08-08', '2024-08-09'])).toEqual(['IN_FORCE', 'POSSIBLE']);
    expect(await recordsOf()).toContain('source:ftm-o-1-last-seen');
    await load(objects(ANNE, POST, occupancy('o-1', 'p-1', { ...running, endDate: ['2023-01-01'] }, later)));
    expect(await recordsOf()).toEqual(['event:test-ftm-o-1', 'source:ftm-o-1']);
    expect(await statesOn(['2022-12-31', '2023-01-01', '2024-08-08'], 'POSSIBLE')).toEqual([
      'IN_FORCE',
      'LIFTED',
      'LIFTED',
    ]);
  });
});

test('two posts in one state are held apart', async () => {
  await load(
    objects(
      ANNE,
      POST,
      { ...POST, id: 'p-2', caption: 'Member of the council' },
      occupancy('o-1', 'p-1', { startDate: ['2015'], endDate: ['2019-05-06'] }),
      occupancy('o-2', 'p-2', { startDate: ['2015'] }),
    ),
  );
  const { entity } = await service.data(`{
    entity(id: "ftm-q-anne") { statuses(on: "2019-06-01") { regime parts { post state } } }
  }`);
  expect(entity.statuses).toMatchObject([
    {
      regime: 'POST',
      parts: [
        { post: 'Judge', state: 'LIFTED' },
        { post: 'Member of the council', state: 'IN_FORCE' },
      ],
    },
  ]);
});

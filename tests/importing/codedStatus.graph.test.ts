import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { importFiles } from '../../src/importing/importFiles.ts';
import { IMPORTERS } from '../../src/importing/importers.ts';
import { intoGraph } from '../../src/importing/importTarget.ts';
import { removeDataset } from '../../src/loading/removeDataset.ts';
import { decide, review, undoAll } from '../resolving/decide.ts';
import { startService, type TestService } from '../setup/testService.ts';
import { gdeltRow } from './gdeltRows.ts';
import { fileOf } from './importerLaws.ts';

const DATASET = 'test-coded';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterEach(async () => {
  await undoAll(service.graph);
  await removeDataset(service.graph, DATASET);
});
afterAll(() => service.close());

async function load(format: string, content: string) {
  const importer = IMPORTERS[format]!;
  return await importFiles(intoGraph(service.graph, { id: DATASET, coding: importer.coding }), importer, {
    ...{ files: [await fileOf(content)], dataset: DATASET, limit: Infinity },
    ...{ asIs: false, strict: false, restart: true, onProgress: () => undefined },
  });
}

describe('News rows that a program coded, beside the corpus', () => {
  /** By its code, one of them would have the United States put Russia on a list. */
  const ROWS = [
    { Actor1Code: 'USA', Actor2Code: 'RUS', EventCode: '163', EventRootCode: '16' },
    { Actor1Code: 'RUS', Actor2Code: 'USA', EventCode: '020', EventRootCode: '02' },
  ].map((columns, i) =>
    gdeltRow({ ...columns, GLOBALEVENTID: `90${i}`, SQLDATE: '20160728', DATEADDED: '20160728' }),
  );

  const statusBy = async (coding?: readonly string[]) => {
    const { status } = await service.data(
      `query ($coding: [Coding!]) {
        status(authority: "united-states", subject: "russia", regime: DESIGNATION, on: "2020-10-05", coding: $coding) {
          state since { edtf } carriedForward
        }
      }`,
      { coding },
    );
    return status;
  };

  const statuses = async () =>
    await service.data(`{
      entities(first: 100) { edges { node { id statuses(on: "2025-07-03") {
        regime authority { id } state since { edtf } lastEvidence { edtf } carriedForward
      } } } }
    }`);

  const importNews = async () => {
    await load('gdelt', ROWS.join('\n'));
    await decide(
      service.graph,
      review(['united-states', 'same', 'gdelt-usa'], ['russia', 'same', 'gdelt-rus']),
    );
  };

  test('set no status, unless they are asked for', async () => {
    await importNews();
    expect(await statusBy()).toMatchObject({ state: 'NO_RECORD' });
    expect(await statusBy(['HUMAN', 'REGISTER'])).toMatchObject({ state: 'NO_RECORD' });
    expect(await statusBy(['MACHINE'])).toEqual({
      ...{ state: 'IN_FORCE', since: { edtf: '2016-07-28' }, carriedForward: true },
    });
  });

  test('move no status of the corpus', async () => {
    const before = await statuses();
    expect(JSON.stringify(before)).toContain('IN_FORCE');
    await importNews();
    expect(await statuses()).toEqual(before);
  });

  test('are told apart in lists, by dataset and by who read the source', async () => {
    await importNews();
    const { mine, coded, entered } = await service.data(`{
      mine: events(where: { datasets: ["${DATASET}"] }) { totalCount edges { node { id datasets } } }
      coded: events(where: { coding: [MACHINE] }) { totalCount edges { node { id datasets } } }
      entered: events(where: { coding: [HUMAN], between: ["united-states", "russia"] }) { edges { node { datasets } } }
    }`);
    expect(mine).toEqual(coded);
    expect(mine.totalCount).toBe(2);
    for (const { node } of mine.edges) expect(node.datasets).toEqual([DATASET]);
    for (const { node } of entered.edges) expect(node.datasets).toEqual(['corpus']);
    const { entity } = await service.data(`{
      entity(id: "united-states") {
        relationships(where: { datasets: ["${DATASET}"] }) { edges { node { type datasets } } }
      }
    }`);
    expect(entity.relationships.edges).toMatchObject([
      { node: { datasets: [DATASET] } },
      { node: { datasets: [DATASET] } },
    ]);
  });
});

describe('FollowTheMoney', () => {
  const seen = { first_seen: '2020-02-02', last_seen: '2024-04-04', last_change: '2024-04-04' };
  const objects = (...rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).join('\n');
  const ANNE = { id: 'Q-Anne', schema: 'Person', caption: 'Anne Example', properties: { name: ['Anne'] } };
  const sanction = (id: string, properties: object) => ({
    ...{ id, schema: 'Sanction', ...seen },
    properties: { entity: ['Q-Anne'], authority: ['Office'], startDate: ['2019-05-06'], ...properties },
  });
  const state = async (list: string | null, on = '2024-04-04') => {
    const { status } = await service.data(
      `query ($list: ID, $on: Date!) {
        status(authority: "ftm-authority-office", subject: "ftm-q-anne", regime: DESIGNATION, list: $list, on: $on) { state }
      }`,
      { list, on },
    );
    return status.state;
  };

  test('a sanction that is over ends no sanction of another programme', async () => {
    await load(
      'ftm',
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

  test('an end still to come closes nothing', async () => {
    await load('ftm', objects(ANNE, sanction('s-1', { endDate: ['2024-12-31'] })));
    expect(await state(null)).toBe('IN_FORCE');
  });

  test('two posts in one state are held apart', async () => {
    const position = (id: string, name: string) => ({
      ...{ id, schema: 'Position', caption: name },
      properties: { name: [name], country: ['no'] },
    });
    const occupancy = (id: string, post: string, properties: object) => ({
      ...{ id, schema: 'Occupancy', ...seen },
      properties: { holder: ['Q-Anne'], post: [post], startDate: ['2015'], ...properties },
    });
    await load(
      'ftm',
      objects(
        ANNE,
        position('p-1', 'Judge'),
        position('p-2', 'Member of the council'),
        occupancy('o-1', 'p-1', { endDate: ['2019-05-06'] }),
        occupancy('o-2', 'p-2', {}),
      ),
    );
    const { entity } = await service.data(`{
      entity(id: "ftm-q-anne") { statuses(on: "2019-06-01") { regime parts { post } } }
    }`);
    expect(entity.statuses).toMatchObject([
      {
        regime: 'POST',
        parts: [{ post: 'Judge' }, { post: 'Member of the council' }],
      },
    ]);
  });
});

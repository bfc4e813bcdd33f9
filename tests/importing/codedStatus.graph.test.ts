import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { importFiles } from '../../src/importing/importFiles.ts';
import { IMPORTERS } from '../../src/importing/importers.ts';
import { intoGraph } from '../../src/importing/importTarget.ts';
import { removeDataset } from '../../src/loading/removeDataset.ts';
import { undoAll } from '../resolving/decide.ts';
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

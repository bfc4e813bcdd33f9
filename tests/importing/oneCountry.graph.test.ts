import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { importFiles } from '../../src/importing/importFiles.ts';
import { IMPORTERS } from '../../src/importing/importers.ts';
import { intoGraph } from '../../src/importing/importTarget.ts';
import { removeDataset } from '../../src/loading/removeDataset.ts';
import { applyDecisions } from '../../src/resolving/applyReview.ts';
import { plainStatement } from '../setup/plainStatement.ts';
import { startService, type TestService } from '../setup/testService.ts';
import { gdelt2Row, gdeltRow } from './gdeltRows.ts';
import { fileOf } from './importerLaws.ts';
import { polecatFile, polecatRow } from './polecatRows.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(async () => {
  for (const format of Object.keys(FILES)) await removeDataset(service.graph, `test-one-${format}`);
  await service.close();
});

async function imported(format: string, content: string) {
  const [importer, id] = [IMPORTERS[format]!, `test-one-${format}`];
  const decide = (decisions: Parameters<typeof applyDecisions>[1]) =>
    applyDecisions(service.graph, decisions);
  return await importFiles(intoGraph(service.graph, { id, coding: importer.coding }, decide), importer, {
    ...{ files: [await fileOf(content)], dataset: id, limit: Infinity },
    ...{ asIs: false, strict: false, restart: true, onProgress: () => undefined },
  });
}

const TO_RUSSIA = { Actor1Code: 'NOR', Actor2Code: 'RUS', Actor2Name: 'RUSSIAN' };

/** In each, Norway or somebody in it acts toward Russia, as the format writes that. */
const FILES: Readonly<Record<string, string>> = {
  icews: [
    'event_id,event_date,source_name,source_country,event_text,cameo_code,target_name,target_country,story_id,sentence_number,publisher,city,country',
    '1,2018-06-01,Norway,Norway,Consult,040,Russia,Russian Federation,5,1,Example Press,Oslo,Norway',
  ].join('\n'),
  gdelt: gdeltRow(TO_RUSSIA),
  gdelt2: gdelt2Row(TO_RUSSIA),
  polecat: polecatFile(polecatRow({ 'Recipient Name': 'Russia', 'Recipient Country': 'RUS' })),
  ftm: [
    { id: 'p-1', schema: 'Person', properties: { name: ['Ola Eksempel'] } },
    { id: 'pos-1', schema: 'Position', properties: { name: ['Minister of Examples'], country: ['ru'] } },
    {
      id: 'occ-1',
      schema: 'Occupancy',
      properties: { holder: ['p-1'], post: ['pos-1'], startDate: ['2019-01-01'] },
    },
  ]
    .map((object) => JSON.stringify({ caption: object.id, last_seen: '2024-01-01T00:00:00', ...object }))
    .join('\n'),
};

test('a country is one, whichever format names it and whatever it calls it, and the one of the corpus', async () => {
  for (const [format, content] of Object.entries(FILES))
    expect([format, await imported(format, content)]).toMatchObject([format, { created: 1, faults: 0 }]);
  const rows = await service.graph.read(
    plainStatement<{ id: string; datasets: string[] }>(
      `MATCH (n:Entity) WHERE n.name STARTS WITH 'Russia' AND n:Country
       RETURN n.id AS id, COLLECT { MATCH (n)-[:TOOK_PART]->(e:Event) UNWIND e.datasets AS d RETURN DISTINCT d ORDER BY d } AS datasets`,
    ),
  );
  expect(rows).toEqual([
    {
      id: 'russia',
      datasets: ['corpus', ...Object.keys(FILES).map((format) => `test-one-${format}`)].sort(),
    },
  ]);
});

test('a decision about nobody is told with its line', async () => {
  const decision = { left: 'russia', right: 'nobody-at-all', verdict: 'same', on: '2026-01-02', by: 'me' };
  const lines = [{ entity: { id: 'test-one-somebody', kind: 'ACTOR', name: 'Somebody' } }, { decision }];
  const content = lines.map((line) => JSON.stringify(line)).join('\n');
  await expect(imported('jsonl', content)).rejects.toThrow(
    /\.txt:2, right id: no entity has the id "nobody-at-all"\. Import its dataset first\./,
  );
  await removeDataset(service.graph, 'test-one-jsonl');
});

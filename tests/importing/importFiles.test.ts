import { expect, test } from '@jest/globals';
import { importFiles } from '../../src/importing/importFiles.ts';
import { gdelt } from '../../src/importing/gdelt/gdelt.ts';
import { dryRun, type ImportTarget } from '../../src/importing/importTarget.ts';
import type { Importer, ImportPart } from '../../src/importing/importer.ts';
import type { ReportRecord } from '../../src/record/report.ts';
import { gdeltRow } from './gdeltRows.ts';
import { fileOf } from './importerLaws.ts';

/** An importer that affirms whatever the rows say. */
const rash: Importer = {
  ...gdelt,
  async *parts(input) {
    for await (const part of gdelt.parts(input)) {
      const affirmed = (report: ReportRecord) => ({ ...report, stance: 'AFFIRMS' as const });
      yield {
        ...part,
        events: part.events.map((event) => ({ ...event, reports: event.reports.map(affirmed) })),
      };
    }
  },
};

test('A row of a day after the publication of its source is left out and counted, with a day for time zones', async () => {
  const rows = ['20190306', '20190307', '20190308', '20200101'].map((SQLDATE, i) =>
    gdeltRow({ GLOBALEVENTID: `70${i}`, SQLDATE, DATEADDED: '20190306' }),
  );
  const added: ImportPart[] = [];
  const counts = dryRun();
  const target: ImportTarget = { ...counts, add: (part) => (added.push(part), counts.add(part)) };
  const report = await importFiles(target, rash, {
    ...{ files: [await fileOf(rows.join('\n'))], dataset: 'test', limit: Infinity },
    ...{ asIs: false, strict: false, restart: false, onProgress: () => undefined },
  });
  expect(added.flatMap(({ events }) => events.map(({ id }) => id))).toEqual([
    'event:test-700',
    'event:test-701',
  ]);
  expect(report).toMatchObject({
    ...{ rows: 4, created: 2, faults: 0 },
    skipped: { 'of a day after the publication of their source': 2 },
  });
});

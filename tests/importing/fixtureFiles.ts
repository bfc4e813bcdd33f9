import path from 'node:path';
import { gdelt2Row, gdeltRow, mentionRow } from './gdeltRows.ts';
import type { InputFile } from '../../src/importing/rows/inputFile.ts';
import { fileOf, inputFileOf } from './importerLaws.ts';
import { polecatFile, polecatRow } from './polecatRows.ts';
import { listing, unList } from './unXml.ts';

/** A small file of each format, made by ourselves. */
export async function fixtureFiles(): Promise<Record<string, InputFile[]>> {
  const kept = (folder: string, ...names: string[]) =>
    Promise.all(names.map((name) => inputFileOf(path.resolve('tests/importing/fixtures', folder, name))));
  const rows = ['700', '701', '702'].map((GLOBALEVENTID, i) =>
    gdeltRow({ GLOBALEVENTID, SQLDATE: `2019030${i + 1}` }),
  );
  const listings = ['XXi.001', 'XXi.002', 'XXi.003'].map((reference, i) =>
    listing({ reference, names: [`NAME ${i}`], listedOn: `2011-05-0${i + 1}` }),
  );
  return {
    icews: await kept('icews', 'events.csv'),
    icews14: await kept('icews14', 'facts.tsv', 'entities.tsv', 'relations.tsv'),
    gdelt2: [
      await fileOf(['700', '701'].map((GLOBALEVENTID) => gdelt2Row({ GLOBALEVENTID })).join('\n')),
      await fileOf([mentionRow(), mentionRow({ MentionIdentifier: 'https://other.example/a' })].join('\n')),
    ],
    gdelt: [await fileOf(rows.join('\n'))],
    polecat: [
      await fileOf(polecatFile(...['a1_1', 'a1_2', 'b2_1'].map((id) => polecatRow({ 'Event ID': id })))),
    ],
    'un-sanctions': [await fileOf(unList(listings))],
    ftm: [await fileOf(FTM.map((object) => JSON.stringify(object)).join('\n'))],
    jsonl: [await fileOf(JSONL.map((record) => JSON.stringify(record)).join('\n'))],
  };
}

const FTM = [
  { id: 'Q-Anne', schema: 'Person', caption: 'Anne Example', properties: { name: ['Anne Example'] } },
  { id: 'Q-Bert', schema: 'Person', caption: 'Bert Example', properties: { name: ['Bert Example'] } },
  ...['Q-Anne', 'Q-Bert'].map((entity, i) => ({
    id: `s-${i}`,
    schema: 'Sanction',
    caption: 'Sanction',
    first_seen: '2023-04-20T09:21:00',
    last_seen: '2024-04-20T09:21:00',
    properties: {
      entity: [entity],
      authority: ['Ministry of Examples'],
      country: ['no'],
      startDate: [`2019-05-0${i + 1}`],
    },
  })),
];

const JSONL = [
  { entity: { id: 'jsonl-north', kind: 'COUNTRY', name: 'North' } },
  { entity: { id: 'jsonl-south', kind: 'COUNTRY', name: 'South' } },
  {
    source: {
      ...{ id: 'source:jsonl-gazette', title: 'Gazette', publisher: 'Gazette Press' },
      ...{ published: '2019-06-01', read: '2019-06-02' },
    },
  },
  ...[1, 2, 3].map((day) => ({
    event: {
      id: `event:jsonl-${day}`,
      type: 'MET',
      summary: 'North and South meet.',
      participants: [
        { role: 'PARTY', entity: 'jsonl-north' },
        { role: 'PARTY', entity: 'jsonl-south' },
      ],
      reports: [{ source: 'source:jsonl-gazette', date: `2019-05-0${day}`, key: `jsonl:${day}` }],
    },
  })),
];

import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { type Cells, decode, named, rowOf, schemaOf, type Table } from '../../src/record/attribute.ts';
import { ENTITY } from '../../src/record/entity.ts';
import { EVENT } from '../../src/record/event.ts';
import { REPORT } from '../../src/record/report.ts';
import { SOURCE } from '../../src/record/source.ts';
import { structureCheck } from '../../src/record/structure/checkStructure.ts';
import { runs } from '../setup/runs.ts';
import { anyRecord } from './anyRecord.ts';

type AnyRecord = Readonly<Record<string, unknown>>;

const TABLES: readonly Table[] = [ENTITY, SOURCE, EVENT, REPORT] as readonly object[] as readonly Table[];

describe.each(TABLES.map((of) => ({ of, title: of.title })))('The table of $title', ({ of }) => {
  const law = (holds: (record: AnyRecord) => void) => {
    fc.assert(fc.property(anyRecord(of), holds), { numRuns: runs(200) });
  };

  test('decodes a row, and what is kept apart, to the record that was written', () => {
    law((record) => {
      const apart = Object.entries(record).filter(([name]) => !(name in of.columns));
      expect(decode(of, { ...Object.fromEntries(apart), ...rowOf(of, record) })).toEqual(record);
    });
  });

  test('gives each cell of a list its place and its name', () => {
    law((record) => {
      const cells = Object.keys(of.place).map((name) => record[name]) as unknown as Cells<Table, AnyRecord>;
      expect(named(of, cells)).toEqual(record);
      for (const [name, place] of Object.entries(of.place)) expect(cells[place]).toEqual(record[name]);
    });
  });

  test('has a schema that allows every record and fills in the same', () => {
    const schema = schemaOf(of);
    law((record) => {
      const value = structuredClone(stated(of, record));
      expect(check(schema, value).faults).toEqual([]);
      expect(value).toEqual(record);
    });
  });

  test('says of every attribute what it is, in sentences', () => {
    for (const { description, missing = 'if' } of Object.values(of.attributes)) {
      expect(description).toMatch(/^[A-Z].*\.$/);
      expect(missing).toMatch(/^(if|for) ?[^.]*$/);
    }
  });
});

/** What a line of the record needs to say. */
function stated({ empty }: Table, record: AnyRecord): AnyRecord {
  const usual = empty as AnyRecord;
  return Object.fromEntries(
    Object.entries(record).filter(
      ([name, value]) => !(name in usual) || JSON.stringify(usual[name]) !== JSON.stringify(value),
    ),
  );
}

const check = structureCheck(
  { string: '', integer: '', number: '', boolean: '', array: '', object: '' },
  { useDefaults: true },
);

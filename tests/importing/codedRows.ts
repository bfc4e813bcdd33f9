import fc from 'fast-check';
import { datedSource, namedEntity, type CodedRow } from '../../src/importing/coded/codedRow.ts';

const NAMES = ['Tuvalu', 'Nauru', 'Fishing Council', 'Anna Example'];

const ENTITIES = NAMES.map((name, i) => namedEntity(`test-${i}`, name, 'test', String(i)));

export function codedRow(line: number, day: string, agent: number, code: string, target: number): CodedRow {
  const [from, to] = [ENTITIES[agent], ENTITIES[target]];
  if (from === undefined || to === undefined) throw new RangeError('There are four entities.');
  return {
    place: { file: 'rows', line },
    key: String(line * 7),
    day,
    agent: from,
    target: to,
    code,
    text: `Code ${code}`,
    source: datedSource(`source:test-${day}`, { title: 'Rows', publisher: 'Test', day, basis: 'made up' }),
    locator: String(line),
    places: [],
  };
}

const WHO = fc.nat(NAMES.length - 1);
const CODE = fc.constantFrom('040', '041', '042', '043', '051', '057', '090', '152', '163', '193');

/** Rows in order of days. */
export function arbitraryRows(days: number, maxLength = 60): fc.Arbitrary<CodedRow[]> {
  const cells = fc.record({ day: fc.integer({ min: 1, max: days }), agent: WHO, code: CODE, target: WHO });
  return fc
    .array(cells, { maxLength, size: 'max' })
    .map((rows) =>
      rows
        .sort((a, b) => a.day - b.day)
        .map(({ day, agent, code, target }, i) =>
          codedRow(i + 2, `2001-01-${String(day).padStart(2, '0')}`, agent, code, target),
        ),
    );
}

import { describe, expect, test } from '@jest/globals';
import type { Kind } from '../../src/ontology/kinds.ts';
import { EVENT_TYPE_NAMES, declarationOf, projectedRoles } from '../../src/ontology/lookups.ts';
import { KIND_NAMES } from '../../src/ontology/kinds.ts';
import { typeOfCode } from '../../src/importing/coded/typeOfCode.ts';

const between = (code: string, agent: Kind = 'COUNTRY', target: Kind = 'COUNTRY') =>
  typeOfCode('cameo', code, [agent], [target]);

describe('The event type of a CAMEO code', () => {
  test('is the one that the table of event types maps it to, with the closeness of the mapping', () => {
    expect(between('040')).toEqual({ type: 'MET', closeness: 'exact' });
    expect(between('036')).toEqual({ type: 'ANNOUNCED_INTENTION', closeness: 'close' });
    expect(between('022')).toEqual({ type: 'INVITED', closeness: 'broad' });
  });

  test('is CODED where the table has none, and codes are text', () => {
    expect(between('090')).toEqual({ type: 'CODED' });
    expect(between('40')).toEqual({ type: 'CODED' });
  });

  test('is the closest of several', () => {
    expect(between('190')).toEqual({ type: 'ATTACKED', closeness: 'close' });
  });

  test('takes only entities that may have the roles', () => {
    expect(between('163')).toEqual({ type: 'DESIGNATED', closeness: 'close' });
    expect(between('163', 'ORGANIZATION', 'ACTOR')).toEqual({ type: 'DESIGNATED', closeness: 'close' });
    expect(between('163', 'ACTOR', 'COUNTRY')).toEqual({ type: 'CODED' });
    expect(between('054', 'COUNTRY', 'ACTOR')).toEqual({ type: 'CODED' });
  });

  test('never follows from a broader code where a status would follow from it', () => {
    expect(between('172')).toEqual({ type: 'CODED' });
    expect(between('081')).toEqual({ type: 'CODED' });
    expect(between('160')).toEqual({ type: 'CODED' });
  });

  test('is no state: a row tells what was done on a day', () => {
    expect(between('050')).toEqual({ type: 'CODED' });
  });

  test('is that of the first three digits where the table has nothing under these', () => {
    expect(between('1121')).toEqual({ type: 'CRITICIZED', closeness: 'close' });
    expect(between('1831')).toEqual({ type: 'ATTACKED', closeness: 'close' });
    expect(between('0871')).toEqual({ type: 'CODED' });
    expect(between('0351')).toEqual({ type: 'CODED' });
    expect(between('1721')).toEqual({ type: 'CODED' });
    expect(between('0903')).toEqual({ type: 'CODED' });
  });

  test('always allows the kinds that it is asked for, and is always declared for the code or its parent', () => {
    const codes = EVENT_TYPE_NAMES.flatMap((type) => Object.keys(declarationOf(type).cameo));
    for (const code of [...codes, ...codes.map((each) => `${each.slice(0, 3)}9`)]) {
      for (const agent of KIND_NAMES) {
        for (const target of KIND_NAMES) {
          const { type } = typeOfCode('cameo', code, [agent], [target]);
          if (type === 'CODED') continue;
          const { roles, cameo } = declarationOf(type);
          const { from, to } = projectedRoles(type);
          expect(roles[from]?.kinds).toContain(agent);
          expect(roles[to]?.kinds).toContain(target);
          expect(Object.keys(cameo).some((declared) => code.startsWith(declared))).toBe(true);
        }
      }
    }
  });
});

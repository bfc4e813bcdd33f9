import { describe, expect, test } from '@jest/globals';
import { allOf, cypher, join, when } from '../../src/cypher/cypher.ts';
import { literal, relationshipTypes } from '../../src/cypher/names.ts';
import type { EventType } from '../../src/ontology/lookups.ts';

describe('Cypher', () => {
  test('takes fragments in its gaps, and nothing else', () => {
    const name = cypher`n`;
    expect(cypher`MATCH (${name}) RETURN ${name}.id`.text).toBe('MATCH (n) RETURN n.id');
    // @ts-expect-error a string is no fragment
    expect(() => cypher`RETURN ${'1'}`).toThrow(TypeError);
    // @ts-expect-error nor is an object that only looks like one
    expect(() => cypher`RETURN ${{ text: '1' }}`).toThrow(TypeError);
  });

  test('leaves out what does not apply', () => {
    const where = allOf([when(true, cypher`n.a = 1`), when(false, cypher`n.b = 2`)]);
    expect(where.text).toBe('n.a = 1');
    expect(allOf([]).text).toBe('true');
    expect(join([cypher`a`, cypher``, cypher`b`], ', ').text).toBe('a, b');
  });

  test('knows only the names of the ontology', () => {
    expect(relationshipTypes(['MET', 'URGED']).text).toBe('MET|URGED');
    for (const name of ['toString', 'MET`]-() DETACH DELETE n //']) {
      expect(() => relationshipTypes([name as EventType])).toThrow(RangeError);
    }
    expect(() => relationshipTypes([])).toThrow(RangeError);
  });

  test('writes out whole numbers only', () => {
    expect(literal(12).text).toBe('12');
    expect(() => literal(1.5)).toThrow(RangeError);
  });
});

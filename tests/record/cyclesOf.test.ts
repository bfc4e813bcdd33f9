import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cyclesOf } from '../../src/record/rules/cycles.ts';

const ids = fc.integer({ min: 0, max: 7 }).map(String);
const links = fc.uniqueArray(fc.tuple(ids, fc.uniqueArray(ids)), { selector: ([id]) => id });

describe('cyclesOf', () => {
  test('gives only circles along links', () => {
    fc.assert(
      fc.property(links, (entries) => {
        const graph = new Map(entries);
        for (const cycle of cyclesOf(graph)) {
          const steps = cycle.map((id, index) => [id, cycle[(index + 1) % cycle.length]!] as const);
          expect(steps.every(([from, to]) => graph.get(from)?.includes(to))).toBe(true);
        }
      }),
    );
  });

  test('gives none exactly where whatever has no links left can be taken out until nothing remains', () => {
    fc.assert(
      fc.property(links, (entries) => {
        expect(cyclesOf(new Map(entries)).length === 0).toBe(isAcyclic(new Map(entries)));
      }),
    );
  });
});

function isAcyclic(graph: Map<string, readonly string[]>): boolean {
  const free = [...graph.keys()].find((id) => !graph.get(id)?.some((next) => graph.has(next)));
  if (free === undefined) return graph.size === 0;
  graph.delete(free);
  return isAcyclic(graph);
}

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalIds, contradictionsAmong, type Decision } from '../../src/reasoning/decisions.ts';

const same = (left: string, right: string): Decision => ({ left, right, verdict: 'same' });
const different = (left: string, right: string): Decision => ({ left, right, verdict: 'different' });

const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const anyId = fc.constantFrom(...IDS);
const anyDecision = fc
  .record({ left: anyId, right: anyId, verdict: fc.constantFrom<Decision['verdict']>('same', 'different') })
  .filter(({ left, right }) => left !== right);
const anyDecisions = fc.array(anyDecision, { maxLength: 10 });

/** Whom each is the same as, by joining two classes at a time: the slow way. */
function classesOf(decisions: readonly Decision[]): Map<string, ReadonlySet<string>> {
  const classes = new Map(IDS.map((id): [string, ReadonlySet<string>] => [id, new Set([id])]));
  for (const { left, right, verdict } of decisions) {
    if (verdict === 'different') continue;
    const joined = new Set([...classes.get(left)!, ...classes.get(right)!]);
    for (const id of joined) classes.set(id, joined);
  }
  return classes;
}

describe('The id by which joined entities are known', () => {
  test.each<[string, Decision[], Record<string, string>]>([
    ['is that on the left', [same('b', 'a')], { a: 'b' }],
    ['holds for those joined by way of others', [same('a', 'b'), same('b', 'c')], { b: 'a', c: 'a' }],
    ['is the least of those on no right', [same('c', 'a'), same('b', 'a')], { a: 'b', c: 'b' }],
    ['is the least where all are on some right', [same('b', 'c'), same('c', 'b')], { c: 'b' }],
    ['does not come of a difference', [different('a', 'b')], {}],
  ])('%s', (_, decisions, ids) => {
    expect(Object.fromEntries(canonicalIds(decisions))).toEqual(ids);
  });

  test('is one for each class, a member of it, whatever the order of the decisions', () => {
    fc.assert(
      fc.property(
        anyDecisions.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([decisions, shuffled]) => {
          const ids = canonicalIds(decisions);
          expect(new Map([...canonicalIds(shuffled)].sort())).toEqual(new Map([...ids].sort()));
          const known = (id: string) => ids.get(id) ?? id;
          for (const [id, members] of classesOf(decisions)) {
            expect([...members]).toContain(known(id));
            for (const other of IDS) expect(known(id) === known(other)).toBe(members.has(other));
          }
        },
      ),
    );
  });
});

describe('A contradiction', () => {
  test('tells the difference, and the fewest decisions against it', () => {
    const chain = [same('a', 'b'), same('b', 'c')];
    const others = [same('a', 'd'), same('d', 'e'), same('e', 'c'), different('a', 'x')];
    const odd = different('c', 'a');
    expect(contradictionsAmong([...others, ...chain, odd])).toEqual([
      { different: odd, same: [chain[1], chain[0]] },
    ]);
  });

  test('is every difference between two of one class, and no other', () => {
    fc.assert(
      fc.property(anyDecisions, (decisions) => {
        const classes = classesOf(decisions);
        const found = contradictionsAmong(decisions);
        expect(found.map((one) => one.different)).toEqual(
          decisions.filter(
            ({ verdict, left, right }) => verdict === 'different' && classes.get(left)!.has(right),
          ),
        );
        for (const one of found) {
          expect(classesOf(one.same).get(one.different.left)!.has(one.different.right)).toBe(true);
        }
      }),
    );
  });
});

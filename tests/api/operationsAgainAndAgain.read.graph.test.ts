import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Answer, startService, type TestService } from '../setup/testService.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

type Gen = fc.Arbitrary<string>;

const condition: Gen = fc.constantFrom(
  ...[
    '',
    '',
    '',
    ' @skip(if: $a)',
    ' @include(if: $a)',
    ' @skip(if: $b)',
    ' @include(if: $b)',
    ' @skip(if: true)',
  ],
  ...[' @include(if: false)', ' @include(if: $a) @skip(if: $b)'],
);
const plain: Gen = fc.constant('');

/** What is selected of an entity; with the fragments that may be spread there. Aliases tell arguments apart. */
function entity(depth: number, fragments: readonly string[], conditions: Gen): Gen {
  const leaf = fc.constantFrom(
    ...['id', 'name', 'kind', 'aliases', '__typename', 'n: name', 'description', 'group'],
    // These fail: one alone, one with all above it that may not be null.
    ...['many: events(first: 9999) { totalCount }', 'odd: posts(on: "2024-01-01", certainty: $c) { state }'],
    'some: events(first: $n, orderBy: DATE_ASC) { totalCount }',
  );
  const field = fc.tuple(leaf, conditions).map(([text, when]) => {
    const [before = '', ...rest] = text.split(' {');
    return rest.length === 0 ? `${before}${when}` : `${before}${when} {${rest.join(' {')}`;
  });
  if (depth === 0) return field;
  const below = selection(entity(depth - 1, fragments, conditions));
  const parts: Gen[] = [
    ...[field, field, field],
    fc
      .tuple(fc.constantFrom('partOf', 'whole: partOf'), conditions, below)
      .map(([name, when, set]) => `${name}${when} ${set}`),
    fc
      .tuple(fc.constantFrom('... on Entity', '... on Node', '...'), conditions)
      .chain(([on, when]) =>
        (on === '... on Node' ? fc.constant('{ id __typename }') : below).map((set) => `${on}${when} ${set}`),
      ),
  ];
  if (fragments.length > 0)
    parts.push(
      fc.tuple(fc.constantFrom(...fragments), conditions).map(([name, when]) => `...${name}${when}`),
    );
  return fc.oneof(...parts);
}

function selection(one: Gen): Gen {
  return fc.array(one, { minLength: 1, maxLength: 4 }).map((all) => `{ ${all.join(' ')} }`);
}

const FRAGMENTS = ['F', 'G', 'H'];

/** An operation whose fragments refer to later ones only. */
function operations(conditions: Gen): Gen {
  const roots = [
    ['russia: entity(id: "russia")', true],
    ['taliban: entity(id: $id)', true],
    ['node: node(id: $id)', false],
    ['nobody: entity(id: "nobody")', true],
  ] as const;
  const root = fc
    .constantFrom(...roots)
    .chain(([text, isEntity]) =>
      fc
        .tuple(conditions, selection(entity(2, FRAGMENTS, conditions)))
        .map(([when, set]) =>
          isEntity ? `${text}${when} ${set}` : `${text}${when} { __typename ... on Entity ${set} }`,
        ),
    );
  const fragments = FRAGMENTS.map((name, i) =>
    selection(entity(1, FRAGMENTS.slice(i + 1), conditions)).map(
      (set) => `fragment ${name} on Entity ${set}`,
    ),
  );
  return fc.tuple(fc.array(root, { minLength: 1, maxLength: 3 }), ...fragments).map(
    ([all, ...parts]) =>
      `query ($a: Boolean = false, $b: Boolean!, $id: ID = "taliban", $n: Int = 2, $c: Certainty = CERTAIN) {
        ${all.join('\n')}
        used: entity(id: $id) { id @skip(if: $a) kind @include(if: $b) events(first: $n) { totalCount } posts(on: "2024-01-01", certainty: $c) { state } ${FRAGMENTS.map((name) => `...${name}`).join(' ')} }
      }
      ${parts.join('\n')}`,
  );
}

const variables = fc.record(
  {
    a: fc.constantFrom(true, false, null),
    b: fc.constantFrom(true, false, null),
    id: fc.constantFrom('russia', 'event:taliban-designated-by-russia', 'nobody', null),
    n: fc.constantFrom(1, 9_999, null),
    c: fc.constantFrom('POSSIBLE', null),
  },
  { requiredKeys: [] },
);

/** How often a document is asked before its answers are compared: by then, the service has done all that it remembers. */
const BEFORE = 3;

/** Fields are read side by side, so their errors come in any order. */
function inOrder({ data, errors }: Answer): unknown {
  return { data, errors: errors?.map((error) => JSON.stringify(error)).sort() };
}

test('2,000 operations are answered as if each were asked for the first time', async () => {
  const documents = [
    ...fc.sample(operations(condition), { numRuns: 160, seed: 1648 }),
    ...fc.sample(operations(plain), { numRuns: 90, seed: 1815 }),
  ];
  const kinds = { valid: 0, failing: 0 };
  const queue = documents.entries();
  const work = async () => {
    for (const [i, document] of queue) {
      const asked = fc.sample(variables, { numRuns: 8, seed: i });
      // Another text is another document, of which nothing is remembered.
      const fresh = [];
      for (const [j, each] of asked.entries()) fresh.push(await service.ask(`${document}\n#${j}`, each));
      for (let j = 0; j < BEFORE; j++) await service.ask(document, asked[0]);
      for (const [j, each] of asked.entries()) {
        const again = await service.ask(document, each);
        expect([document, each, inOrder(again)]).toEqual([document, each, inOrder(fresh[j]!)]);
        kinds[fresh[j]!.errors === undefined ? 'valid' : 'failing']++;
      }
    }
  };
  await Promise.all(Array.from({ length: 6 }, work));
  expect(kinds.valid).toBeGreaterThan(200);
  expect(kinds.failing).toBeGreaterThan(200);
});

test('what was refused is refused, and what was let through is let through, whatever came before', async () => {
  const sized = [
    'query ($m: PathMode!, $n: Int) { a: paths(from: "russia", to: "united-states", mode: $m, limit: $n) { items { length } } b: paths(from: "russia", to: "united-states", mode: $m, limit: $n) { items { length } } c: paths(from: "russia", to: "united-states", mode: $m, limit: 50) { items { length } } d: paths(from: "russia", to: "united-states", mode: $m, limit: 50) { items { length } } e: paths(from: "russia", to: "united-states", mode: $m, limit: 50) { items { length } } f: paths(from: "russia", to: "united-states", mode: $m, limit: 50) { items { length } } }',
    'query ($n: Int, $m: PathMode) { events(first: $n) { edges { node { participants { entity { events(last: $n) { edges { node { id } } } } } } } } paths(from: "russia", to: "taliban", mode: $m) @include(if: false) { truncated } }',
    'query ($n: Int, $s: Boolean = false, $m: PathMode) { entities(first: $n) { edges { node { events(first: 100) @skip(if: $s) { edges { node { reports { source { title } } } } } } } } paths(from: "russia", to: "taliban", mode: $m) @include(if: false) { truncated } }',
  ];
  const turn = fc.record(
    {
      m: fc.constantFrom('K_SHORTEST', 'SHORTEST', 'EARLIEST_ARRIVAL'),
      n: fc.constantFrom(1, 50, 200),
      s: fc.boolean(),
    },
    { requiredKeys: ['m'] },
  );
  const verdict = async (query: string, given: Record<string, unknown>) =>
    (await service.ask(query, given)).errors?.map(({ extensions }) => extensions.code) ?? 'answered';
  const verdicts = new Set<unknown>();
  for (const [i, query] of sized.entries()) {
    for (const [j, given] of fc.sample(turn, { numRuns: 24, seed: i }).entries()) {
      const first = await verdict(`${query}\n#${j}`, given);
      expect([given, await verdict(query, given)]).toEqual([given, first]);
      verdicts.add(JSON.stringify(first));
    }
  }
  expect(verdicts).toEqual(new Set(['"answered"', '["BAD_USER_INPUT"]', '["TOO_COMPLEX"]']));
});

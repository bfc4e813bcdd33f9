import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { TestService } from '../setup/testService.ts';
import { enterWorld } from './enterWorld.ts';
import { type Replay } from './replay.ts';

let service: TestService;
let known: Replay;
let leave: () => Promise<void>;
beforeAll(async () => {
  ({ service, known, leave } = await enterWorld());
});
afterAll(() => leave());

const SEARCH = `query ($search: String!, $kinds: [Kind!]) {
  entities(search: $search, kinds: $kinds, first: 200) { totalCount edges { node { id kind name } } } }`;

async function found(search: string, kinds?: string[]): Promise<string[]> {
  const { entities } = await service.data(SEARCH, { search, kinds });
  expect(entities.totalCount).toBe(entities.edges.length);
  return entities.edges.map(({ node }: any) => node.id as string);
}

/** The first searches, as people make them, and who must come first. */
const FIRST: [search: string, id: string][] = [
  ['Taliban', 'taliban'],
  ['taliban', 'taliban'],
  ['TALIBAN', 'taliban'],
  ['Talibn', 'taliban'],
  ['Talibán', 'taliban'],
  ['russia', 'russia'],
  ['Shoigu', 'sergei-shoigu'],
  ['Sergei Shoygu', 'sergei-shoigu'],
  ['muttaqi', 'amir-khan-muttaqi'],
  ['Muttaki', 'amir-khan-muttaqi'],
  ['amir muttaqi', 'amir-khan-muttaqi'],
  ['People’s Republic of China', 'china'],
  ["people's republic", 'china'],
  ['U.S.', 'united-states'],
  ['Zoe Angstrom', 'w-00'],
  ['ZOË ÅNGSTRÖM', 'w-00'],
  ["cote d'ybury", 'w-01'],
  ['lodka', 'w-04'],
  ['Йорвик', 'w-05'],
];

describe('A search for an entity', () => {
  test.each(FIRST)('%s finds %s first', async (search, id) => {
    expect((await found(search))[0]).toBe(id);
  });

  test('by its very name finds it, ahead of all whose name is another', async () => {
    for (const { id, name } of known.dataset.entities) {
      const namesakes = known.dataset.entities
        .filter((other) => other.name === name)
        .map((other) => other.id);
      expect([...(await found(name)).slice(0, namesakes.length)]).toContain(id);
    }
  });

  test('by any of its aliases finds it, after those whose name it is', async () => {
    const sameText = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
    for (const { id, aliases } of known.dataset.entities) {
      for (const alias of aliases) {
        const called = known.dataset.entities.filter(({ name, aliases: others }) =>
          [name, ...others].some((text) => sameText(text, alias)),
        );
        expect((await found(alias)).slice(0, called.length)).toContain(id);
      }
    }
  });

  test('forgives one typo a word, of any kind', async () => {
    for (const typo of ['afganistan', 'afghanistann', 'afghanistam', 'afghnaistan'])
      expect(await found(typo)).toContain('afghanistan');
  });

  test('wants every word', async () => {
    expect(await found('sergei taliban')).toEqual([]);
    expect(await found('sergei xylophone')).toEqual([]);
  });

  test('is narrowed by kinds', async () => {
    const all = await found('stranger');
    const kindOf = new Map(known.dataset.entities.map(({ id, kind }) => [id, kind]));
    for (const kind of ['ACTOR', 'COUNTRY', 'ORGANIZATION']) {
      expect(await found('stranger', [kind])).toEqual(all.filter((id) => kindOf.get(id) === kind));
    }
  });
});

describe('A search of signs does no harm', () => {
  const SIGNS = [
    '*',
    '"',
    'a*',
    'name:taliban',
    'taliban OR russia',
    '-taliban',
    '/.*/',
    '[a TO z]',
    '\\',
    '~',
    '^',
    '((((',
  ];

  test.each([...SIGNS, '!!!', 'AND', 'taliban AND', '\u0000', '\ud800', '🙂', ' x '])(
    '%j',
    async (search) => {
      const { data, errors } = await service.ask(SEARCH, { search });
      expect(errors).toBeUndefined();
      expect(data.entities.totalCount).toBeLessThan(known.dataset.entities.length);
    },
  );

  test('any text is answered, for entities and events', async () => {
    const query = `query ($search: String!) { entities(search: $search, first: 1) { totalCount }
      events(where: { search: $search }, first: 1) { totalCount } }`;
    const text = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
      fc.string({
        unit: fc.constantFrom(...Array.from('+-&|!(){}[]^"~*?:\\/ ANDORT')),
        minLength: 1,
        maxLength: 40,
      }),
    );
    await fc.assert(
      fc.asyncProperty(
        text.filter((one) => one.trim() !== ''),
        async (search) => {
          const { errors } = await service.ask(query, { search });
          expect(errors).toBeUndefined();
        },
      ),
      { numRuns: 60, seed: 3 },
    );
  });

  test.each([
    'taliban '.repeat(25),
    'a-b '.repeat(50),
    'x-y-z.'.repeat(33),
    'abcd-efgh.ijkl_'.repeat(13),
    'x'.repeat(200),
    'abcdefghijklmnopqrstuvwxyzabcd '.repeat(6),
    '½⅓¼'.repeat(66),
    '中・国・'.repeat(50),
    'ﷺ'.repeat(200),
    '한글을'.repeat(66),
  ])('the longest texts that are allowed are answered in one statement: %#', async (text) => {
    const search = text.slice(0, 200);
    expect(await service.statements(() => service.data(SEARCH, { search }))).toBe(2);
    await service.data(`query ($search: String!) { events(where: { search: $search }) { totalCount } }`, {
      search,
    });
  });

  test.each(['', '   ', 'x'.repeat(201)])('%j is refused', async (search) => {
    for (const query of ['entities(search: $search)', 'events(where: { search: $search })']) {
      const { errors } = await service.ask(`query ($search: String!) { ${query} { totalCount } }`, {
        search,
      });
      expect(errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
      expect(errors![0]!.extensions.argument).toMatch(/search$/);
    }
  });
});

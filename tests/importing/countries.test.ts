import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import {
  CODE_SCHEMES,
  type CodeScheme,
  countryNamed,
  countryOf,
  noCountry,
} from '../../src/importing/countries/countries.ts';

const [published, table, seeds] = await Promise.all([
  readFile('tests/importing/fixtures/countryCodes.txt', 'utf8'),
  readFile('src/importing/countries/countries.csv', 'utf8'),
  Promise.all(['countries', 'organizations'].map((name) => readFile(`seed/entities/${name}.yaml`, 'utf8'))),
]);

const rows: Record<string, string>[] = parse(table, { columns: true });
const lists = published
  .trim()
  .split('\n\n')
  .map((text): [CodeScheme, string[]] => {
    const [scheme = '', ...codes] = text.split(/\s+/);
    return [scheme as CodeScheme, codes];
  });

test.each(lists)('each published code of %s has its entity, or a reason to have none', (scheme, codes) => {
  const without = codes.filter((code) => countryOf(scheme, code) === null);
  expect(without.filter((code) => noCountry(scheme, code) === null)).toEqual([]);
  expect(codes.length).toBeGreaterThan(100);
});

test('there is a list of every scheme', () => {
  expect(lists.map(([scheme]) => scheme).sort()).toEqual(Object.keys(CODE_SCHEMES).sort());
});

test('no two rows have an id, a name or a code in common, and ids are slugs of names', () => {
  const taken = new Map<string, string>();
  const take = (key: string, id: string | undefined) => {
    expect([key, taken.get(key)]).toEqual([key, undefined]);
    taken.set(key, id ?? '');
  };
  for (const row of rows) {
    take(`id ${row.id}`, row.id);
    expect(row.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const name of [row.name, ...(row.other_names ?? '').split('; ')])
      if (name !== '') take(`name ${name}`, row.id);
    for (const column of [...Object.values(CODE_SCHEMES), 'wikidata'])
      for (const code of (row[column] ?? '').split(' ')) if (code !== '') take(`${column} ${code}`, row.id);
  }
});

test('a state is one entity, whatever code or name stands for it', () => {
  const one = (...found: ReturnType<typeof countryOf>[]) => new Set(found.map((each) => each?.id));
  expect(one(countryOf('cameo', 'ROM'), countryOf('cameo', 'ROU'), countryOf('ftm', 'ro'))).toEqual(
    new Set(['romania']),
  );
  expect(one(countryOf('cameo', 'KSV'), countryOf('ftm', 'xk'), countryOf('cowNumber', '347'))).toEqual(
    new Set(['kosovo']),
  );
  expect(one(countryOf('cameo', 'MTN'), countryOf('iso3', 'MNE'), countryOf('fips', 'MJ'))).toEqual(
    new Set(['montenegro']),
  );
  expect(one(countryOf('cameo', 'ZAR'), countryOf('cameo', 'COD'), countryNamed('Zaire'))).toEqual(
    new Set(['democratic-republic-of-the-congo']),
  );
  expect(
    one(countryNamed('Russian Federation'), countryOf('cow', 'RUS'), countryOf('isoNumber', '643')),
  ).toEqual(new Set(['russia']));
  expect(countryOf('ftm', 'eu')).toMatchObject({ id: 'european-union', kind: 'ORGANIZATION' });
  expect(
    ['SUN', 'YUG', 'CSK', 'DDR', 'SCG', 'WSB', 'GZS'].map((code) => countryOf('cameo', code)?.kind),
  ).toEqual(Array(7).fill('COUNTRY'));
});

test('the countries of the corpus are in the table, under their ids, with their codes', () => {
  const declared = seeds.flatMap((text) => parseYaml(text) as any[]);
  const countries = declared.filter(({ kind }) => kind === 'COUNTRY');
  expect(countries.length).toBeGreaterThan(10);
  for (const { id, name, identifiers } of countries) {
    const country = countryNamed(name);
    expect([name, country?.id]).toEqual([name, id]);
    const codes = Object.fromEntries(country!.identifiers.map(({ scheme, value }) => [scheme, value]));
    expect(codes).toMatchObject(identifiers ?? {});
  }
  for (const { id } of declared)
    if (rows.some((row) => row.id === id))
      expect(rows.find((row) => row.id === id)?.kind).toBe(declared.find((one) => one.id === id).kind);
});

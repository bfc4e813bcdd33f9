import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Kind } from '../../ontology/kinds.ts';
import { ENTITY, type EntityRecord } from '../../record/entity.ts';

/** The schemes of country codes that the formats use. */
export const CODE_SCHEMES = {
  iso2: 'iso_alpha_2',
  iso3: 'iso_alpha_3',
  isoNumber: 'iso_number',
  /** The three letters of CAMEO, in GDELT. */
  cameo: 'cameo',
  fips: 'fips',
  cow: 'cow',
  cowNumber: 'cow_number',
  /** FollowTheMoney and OpenSanctions, small letters. */
  ftm: 'ftm',
} as const;

export type CodeScheme = keyof typeof CODE_SCHEMES;

/**
 * The state, former state, territory or body with the code; null if the code is none of those. It has the same id and
 * attributes in every importer, and the id that the corpus uses.
 */
export function countryOf(scheme: CodeScheme, code: string): EntityRecord | null {
  return BY_CODE.get(`${scheme} ${code}`) ?? null;
}

/** The country with that English name, or one of its other names, letter by letter. */
export function countryNamed(name: string): EntityRecord | null {
  return BY_NAME.get(name.trim()) ?? null;
}

/** The country with that id. */
export function countryWithId(id: string): EntityRecord | null {
  return BY_ID.get(id) ?? null;
}

/** Why a published code stands for no entity; null if that is not known. */
export function noCountry(scheme: CodeScheme, code: string): string | null {
  return NO_COUNTRY.find((row) => row.scheme === scheme && row.codes.includes(code))?.reason ?? null;
}

type Column = 'id' | 'name' | 'other_names' | 'kind' | 'wikidata' | (typeof CODE_SCHEMES)[CodeScheme];

const ROWS = parse<Readonly<Record<Column, string>>>(
  readFileSync(new URL('countries.csv', import.meta.url)),
  {
    columns: true,
  },
);

function entityOf(row: Readonly<Record<Column, string>>): EntityRecord {
  const identifiers = [
    { scheme: 'iso3166-1-alpha-2', value: row.iso_alpha_2 },
    { scheme: 'iso3166-1-alpha-3', value: row.iso_alpha_3 },
    { scheme: 'wikidata', value: row.wikidata },
  ].filter(({ value }) => value !== '');
  const aliases = row.other_names.split('; ').filter((name) => name !== '');
  return { ...ENTITY.empty, id: row.id, kind: row.kind as Kind, name: row.name, aliases, identifiers };
}

const BY_ID = new Map<string, EntityRecord>();
const BY_CODE = new Map<string, EntityRecord>();
const BY_NAME = new Map<string, EntityRecord>();

for (const row of ROWS) {
  const entity = entityOf(row);
  BY_ID.set(entity.id, entity);
  for (const name of [entity.name, ...entity.aliases]) BY_NAME.set(name, entity);
  for (const [scheme, column] of Object.entries(CODE_SCHEMES))
    for (const code of row[column].split(' ')) if (code !== '') BY_CODE.set(`${scheme} ${code}`, entity);
}

/** Published codes of what is no state, territory or body. */
const NO_COUNTRY: readonly { scheme: CodeScheme; reason: string; codes: readonly string[] }[] = [
  {
    scheme: 'cameo',
    reason: 'a region',
    codes:
      'AFR ASA BLK CRB CAU CFR CAS CEU EIN EAF EEU EUR LAM MEA MDT NAF NMR PGS SCN SAM SAS SEA SAF WAF WST'.split(
        ' ',
      ),
  },
  { scheme: 'cameo', reason: 'a city', codes: ['BAG'] },
  {
    scheme: 'cow',
    reason: 'a state that ended before 1945',
    codes: 'HAN BAV BAD SAX WRT HSE HSG MEC AUH SIC MOD PMA TUS KOR'.split(' '),
  },
  {
    scheme: 'cowNumber',
    reason: 'a state that ended before 1945',
    codes: '240 245 267 269 271 273 275 280 300 329 332 335 337 730'.split(' '),
  },
  { scheme: 'ftm', reason: 'no place', codes: ['ip', 'zz'] },
];

import { ENTITY, type EntityRecord } from '../../record/entity.ts';
import { countryOf } from '../countries/countries.ts';
import type { FtmRow } from './ftmRow.ts';
import { kindOfSchema } from './ftmSchemata.ts';
import { RowError } from '../rows/rowResult.ts';
import { truncateText, slugOf } from '../texts.ts';

/** A person or an organization. @throws RowError if it has no name */
export function ftmEntityOf(row: FtmRow): EntityRecord {
  const names = ['name', 'alias', 'weakAlias', 'previousName', 'abbreviation'].flatMap((each) =>
    row.all(each),
  );
  const name = row.caption || names[0];
  if (name === undefined) throw new RowError('name', 'is missing, and there is no caption');
  const positions = row.all('position').join('; ');
  return {
    ...ENTITY.empty,
    id: `ftm-${slugOf(row.id, '-')}`,
    kind: kindOfSchema(row.schema) ?? 'ORGANIZATION',
    name,
    aliases: [...new Set(names)].filter((alias) => alias !== name),
    description: positions === '' ? null : truncateText(positions, 200),
    identifiers: [
      ...[row.id, ...row.referents].map((value) => ({ scheme: 'ftm', value })),
      ...row.all('wikidataId').map((value) => ({ scheme: 'wikidata', value })),
    ],
    countries: countriesOf(row),
  };
}

/** Those to which the collection assigns the entity. */
function countriesOf(row: FtmRow): string[] {
  const codes = COUNTRY_PROPERTIES.flatMap((property) => row.all(property));
  return [...new Set(codes.flatMap((code) => countryOf('ftm', code.toLowerCase())?.id ?? []))].sort();
}

const COUNTRY_PROPERTIES = ['country', 'nationality', 'citizenship', 'jurisdiction', 'mainCountry'];

/** Authorities have no row of their own. One is identified by its name and its country. */
export function ftmAuthority(name: string, countries: readonly string[]): EntityRecord {
  const place = countries.map((country) => slugOf(country)).join('-');
  const id = ['ftm-authority', place, slugOf(name)].filter((each) => each !== '').join('-');
  return organization(id, name, null);
}

export function ftmProgram(programId: string): EntityRecord {
  return organization(
    `ftm-program-${slugOf(programId, '-')}`,
    programId,
    'A sanctions programme, not a body.',
  );
}

/** A programme without an id. */
export function ftmNamedProgram(name: string): EntityRecord {
  const id = `ftm-programme-${slugOf(name)}`;
  return organization(id, truncateText(name, 120), 'A sanctions programme, not a body.');
}

/** One sanction's own entry in a list, or of an authority that names no list. */
export function ftmEntry(of: EntityRecord, sanction: string, partOf: string | null): EntityRecord {
  return {
    ...organization(
      `${of.id}-entry-${slugOf(sanction, '-')}`,
      `${of.name}: ${sanction}`,
      'A sanction, not a body.',
    ),
    partOf,
  };
}

function organization(id: string, name: string, description: string | null): EntityRecord {
  return { ...ENTITY.empty, id, kind: 'ORGANIZATION', name, description };
}

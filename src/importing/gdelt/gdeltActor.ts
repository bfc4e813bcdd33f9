import type { Kind } from '../../ontology/kinds.ts';
import { ENTITY, type EntityRecord } from '../../record/entity.ts';
import { countryByAlpha3 } from '../countryCodes.ts';
import type { GdeltSide } from './gdeltRow.ts';
import { memoize, slugOf } from '../texts.ts';

/**
 * The entity of an actor; null if the row has no actor. The code of a country alone is that country, whatever words
 * stood for it (`AMERICAN`, `WASHINGTON`). Any other code stands for many actors, so the entity is the code with its
 * name.
 */
export function gdeltActorOf({ code, name, group, types }: GdeltSide): EntityRecord | null {
  if (code === '' && name === '') return null;
  return actorOf([code, name, group, types].join('\t'));
}

/** The same few actors are in most rows. */
const actorOf = memoize((columns): EntityRecord => {
  const [code = '', name = '', group = '', types = ''] = columns.split('\t');
  const country = code.length === 3 ? countryOf(code) : undefined;
  if (country !== undefined) return entityOf(`gdelt-${code.toLowerCase()}`, 'COUNTRY', country, code);
  const words = name.trim() === '' ? [code] : [code === '' ? 'uncoded' : code, name];
  const id = ['gdelt', ...words.map((word) => slugOf(word))].join('-');
  const key = [code, name].filter((each) => each !== '').join(' ');
  return entityOf(id, isOrganized(group, types) ? 'ORGANIZATION' : 'ACTOR', name || code, key);
});

function entityOf(id: string, kind: Kind, name: string, key: string): EntityRecord {
  const identifiers = [{ scheme: 'cameo-actor', value: key }];
  return { ...ENTITY.empty, id, kind, name, identifiers };
}

/** CAMEO uses the country codes of ISO 3166-1, except for a few older ones. */
function countryOf(code: string): string | undefined {
  return countryByAlpha3(OLDER_CODES[code] ?? code)?.name;
}

const OLDER_CODES: Readonly<Record<string, string>> = { ROM: 'ROU', TMP: 'TLS', ZAR: 'COD' };

/** A group that CAMEO names, or a role of bodies rather than of people. */
function isOrganized(group: string, types: string): boolean {
  return group !== '' || types.split(' ').some((type) => ROLES_OF_BODIES.has(type));
}

/**
 * CAMEO's roles of bodies: organs of states, armed and political bodies, associations, firms, media, schools,
 * hospitals.
 */
const ROLES_OF_BODIES = new Set([
  ...['GOV', 'MIL', 'LEG', 'JUD', 'COP', 'SPY', 'PTY'],
  ...['OPP', 'REB', 'INS', 'SEP', 'UAF', 'IMG'],
  ...['IGO', 'INT', 'NGO', 'NGM', 'MNC', 'BUS', 'MED', 'EDU', 'HLH'],
]);

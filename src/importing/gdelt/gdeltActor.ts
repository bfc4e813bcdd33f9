import type { Kind } from '../../ontology/kinds.ts';
import { ENTITY, type EntityRecord } from '../../record/entity.ts';
import { countryOf, noCountry } from '../countries/countries.ts';
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
  const country = code.length === 3 ? countryOf('cameo', code) : null;
  if (country !== null) return country;
  const words = name.trim() === '' ? [code] : [code === '' ? 'uncoded' : code, name];
  const isRegion = code.length === 3 && noCountry('cameo', code) !== null;
  const key = [code, name].filter((each) => each !== '').join(' ');
  return {
    ...ENTITY.empty,
    id: ['gdelt', ...words.map((word) => slugOf(word))].join('-'),
    kind: kindOf(group, types, isRegion),
    name: nameOf(code, name, types),
    // What is said of a region is not said of its countries.
    group: isRegion,
    identifiers: [{ scheme: 'cameo-actor', value: key }],
    countries: [countryOf('cameo', code.slice(0, 3))].flatMap((own) => own?.id ?? []),
  };
});

/** The name of a country for some actor in it needs the role: "United States (military)". */
function nameOf(code: string, name: string, types: string): string {
  const country = countryOf('cameo', code.slice(0, 3));
  const isCountry = [country?.name, ...(country?.aliases ?? [])].some((each) => each?.toUpperCase() === name);
  if (country === null || !isCountry) return name || code;
  const roles = types.split(' ').flatMap((type) => ROLES[type]?.name ?? []);
  return `${country.name} (${roles.join(', ') || code.slice(3)})`;
}

/** A group that CAMEO names, a region, or a role of bodies rather than of people. */
function kindOf(group: string, types: string, isRegion: boolean): Kind {
  const isBody = types.split(' ').some((type) => ROLES[type]?.isBody === true);
  return isBody || isRegion || group !== '' ? 'ORGANIZATION' : 'ACTOR';
}

interface Role {
  readonly name: string;
  /** Whether such actors are bodies: organs of states, armed and political bodies, associations, firms and the like. */
  readonly isBody: boolean;
}

/** The roles of CAMEO. */
const ROLES: Readonly<Record<string, Role>> = Object.fromEntries([
  ...`
GOV government; MIL military; LEG legislature; JUD judiciary; COP police; SPY intelligence; PTY party; OPP opposition;
REB rebels; INS insurgents; SEP separatists; UAF unaligned armed forces; IMG international armed group;
IGO intergovernmental organization; INT international organization; NGO non-governmental organization;
NGM non-governmental movement; MNC multinational company; BUS business; MED media; EDU education; HLH health`
    .split(';')
    .map((role) => roleOf(role, true)),
  ...`
AGR agriculture; CRM crime; CVL civilians; DEV development; ELI elite; ENV environment; HRI human rights; LAB workers;
LLY politicians; MOD moderates; RAD radicals; REF refugees; SET settlers`
    .split(';')
    .map((role) => roleOf(role, false)),
]);

function roleOf(text: string, isBody: boolean): [string, Role] {
  const [code = '', ...words] = text.trim().split(' ');
  return [code, { name: words.join(' '), isBody }];
}

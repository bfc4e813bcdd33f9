import { ENTITY, type EntityRecord } from '../../record/entity.ts';
import { slugOf } from '../texts.ts';

export const SECURITY_COUNCIL = { id: 'un-security-council', name: 'United Nations Security Council' };

/** The Council and its consolidated list, as the corpus declares them. */
export const UN_BODIES: readonly EntityRecord[] = [
  organization('united-nations', 'United Nations', ['UN', 'UNO'], null, null),
  organization(
    SECURITY_COUNCIL.id,
    SECURITY_COUNCIL.name,
    ['UN Security Council', 'UNSC'],
    null,
    'united-nations',
  ),
  organization(
    'un-security-council-sanctions-list',
    'United Nations Security Council sanctions list',
    ['UN sanctions list', 'UN list', 'UNSC sanctions list'],
    'A list, not a body.',
    SECURITY_COUNCIL.id,
  ),
];

/** The list of one sanctions regime, which is a part of the consolidated list. */
export function unListEntity(type: string): EntityRecord {
  return organization(
    `un-list-${slugOf(type, '-')}`,
    `UN Security Council sanctions list: ${unListName(type)}`,
    LISTS[type]?.aliases ?? [],
    'A list, not a body.',
    'un-security-council-sanctions-list',
  );
}

/** The subject of the list: UN_LIST_TYPE in full. */
export function unListName(type: string): string {
  return LISTS[type]?.name ?? type;
}

/** The long forms of UN_LIST_TYPE, and the names of lists after the resolution of their committee. */
const LISTS: Readonly<Record<string, { name?: string; aliases?: readonly string[] }>> = {
  'Al-Qaida': {
    name: 'ISIL and Al-Qaida',
    aliases: ['ISIL (Da’esh) and Al-Qaida Sanctions List', '1267 List'],
  },
  Taliban: { aliases: ['1988 List', '1988 Sanctions List'] },
  DPRK: { name: 'North Korea', aliases: ['1718 List'] },
  DRC: { name: 'Democratic Republic of the Congo', aliases: ['1533 List'] },
  CAR: { name: 'Central African Republic' },
  GB: { name: 'Guinea-Bissau', aliases: ['2048 List'] },
  SouthSudan: { name: 'South Sudan' },
};

function organization(
  id: string,
  name: string,
  aliases: readonly string[],
  description: string | null,
  partOf: string | null,
): EntityRecord {
  return { ...ENTITY.empty, id, kind: 'ORGANIZATION', name, aliases, description, partOf };
}

/** The kinds of entities, the Neo4j label of each, and what it stands for. */
export const KINDS = {
  COUNTRY: { label: 'Country', description: 'A state, named as in ISO 3166-1 where it is listed there.' },
  ORGANIZATION: {
    label: 'Organization',
    description:
      'A state organ, movement, armed group, format of talks or intergovernmental organization; also a collective that a text names without listing it.',
  },
  ACTOR: { label: 'Actor', description: 'A person, or a role that a text names without naming its holder.' },
} as const satisfies Record<string, { label: string; description: string }>;

export type Kind = keyof typeof KINDS;

export const KIND_NAMES = Object.keys(KINDS) as Kind[];

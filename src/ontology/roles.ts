/** What a participant is to an event. AGENT, TARGET and PARTY make relationships; the others only take part. */
export const ROLES = {
  AGENT: { description: 'The entity that acts. For a state, the entity that the state describes.' },
  TARGET: {
    description:
      'The entity toward which the act is directed. For a state, the entity to which the agent is related.',
  },
  PARTY: { description: 'An equal participant in a symmetric event, such as a meeting.' },
  HOST: { description: 'The host of the event, whether or not it is also a party.' },
  FORMAT: { description: 'The standing format, body or platform in which the event takes place.' },
  LIST: { description: 'The list of persons or organizations that a designation concerns.' },
  OFFICE: { description: 'The body or state in which a post is held.' },
  ABOUT: { description: 'An entity that the act concerns without being directed at it.' },
} as const satisfies Record<string, { description: string }>;

export type Role = keyof typeof ROLES;

export const ROLE_NAMES = Object.keys(ROLES) as Role[];

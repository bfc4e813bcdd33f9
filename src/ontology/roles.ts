/** What a participant is to an event. AGENT, TARGET and PARTY make relationships; the others only take part. */
export const ROLES = {
  AGENT: { description: 'Who acts; of a state, whom it is said of.' },
  TARGET: { description: 'Toward whom the act is directed; of a state, what it relates its agent to.' },
  PARTY: { description: 'One of the equals of a symmetric event, such as a meeting.' },
  HOST: { description: 'Who hosts the event, whether or not it is a party too.' },
  FORMAT: { description: 'The standing format, body or platform in which the event takes place.' },
  LIST: { description: 'The list, of persons or organizations, that a designation concerns.' },
  OFFICE: { description: 'The body or state in which a post is held.' },
  ABOUT: { description: 'Whom or what the act concerns without being addressed to it.' },
} as const satisfies Record<string, { description: string }>;

export type Role = keyof typeof ROLES;

export const ROLE_NAMES = Object.keys(ROLES) as Role[];

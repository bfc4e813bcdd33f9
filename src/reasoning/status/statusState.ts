/** What may follow for an authority, a subject and a regime on a day. */
export const STATUS_STATES = {
  NO_RECORD: { description: 'No source says anything from which a state follows.' },
  NOT_IN_FORCE: {
    description: 'Not in force: not yet opened, or observed as absent.',
  },
  IN_FORCE: { description: 'In force: opened or observed, and not known to have ended.' },
  SUSPENDED: { description: 'Suspended, not ended.' },
  LIFTED: { description: 'Ended by a known act.' },
  POSSIBLE: { description: 'The known facts allow more than one answer.' },
  DISPUTED: {
    description: 'The sources contradict each other, and the answer depends on which of them you follow.',
  },
} as const satisfies Record<string, { description: string }>;

export type StatusState = keyof typeof STATUS_STATES;

/** The state in one history. Whether histories agree is decided over all of them. */
export type WorldState = Exclude<StatusState, 'POSSIBLE'>;

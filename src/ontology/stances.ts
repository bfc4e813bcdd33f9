/** What a source may say of an event: that it happened, that it did not, or that it is to be expected. */
export const STANCES = {
  AFFIRMS: { description: 'The source says that the event happened or that the state holds.' },
  DENIES: { description: 'The source says that the event did not happen or that the state does not hold.' },
  EXPECTS: { description: 'The source says that the event is likely, planned or expected.' },
} as const satisfies Record<string, { description: string }>;

export type Stance = keyof typeof STANCES;

/** What a source may say of an event: that it happened, that it did not, or that it is to be expected. */
export const STANCES = {
  AFFIRMS: { description: 'The source says that it happened or is so.' },
  DENIES: { description: 'The source says that it did not happen or is not so.' },
  EXPECTS: { description: 'The source says that it is likely, planned or expected.' },
} as const satisfies Record<string, { description: string }>;

export type Stance = keyof typeof STANCES;

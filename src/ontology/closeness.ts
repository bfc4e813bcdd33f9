/** How a CAMEO code and an event type relate: as SKOS exactMatch, closeMatch and broadMatch. */
export const CLOSENESSES = {
  exact: { description: 'The code and the type mean the same.' },
  close: { description: 'The code and the type mean nearly the same.' },
  broad: { description: 'The code is broader than the type, or covers only a part of it.' },
} as const satisfies Record<string, { description: string }>;

export type Closeness = keyof typeof CLOSENESSES;

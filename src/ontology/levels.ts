/** Between whom a relationship stands. */
export const LEVELS = {
  NAMED: { description: 'Between participants whom the sources name.' },
  PRINCIPAL: { description: 'Between the entities for which the named participants act.' },
} as const satisfies Record<string, { description: string }>;

export type Level = keyof typeof LEVELS;

/** Between whom a relationship stands. */
export const LEVELS = {
  NAMED: { description: 'Between those whom the sources name as taking part.' },
  PRINCIPAL: { description: 'Between those for whom they act.' },
} as const satisfies Record<string, { description: string }>;

export type Level = keyof typeof LEVELS;

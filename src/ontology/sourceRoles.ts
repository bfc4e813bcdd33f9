/** Why a source is there. */
export const SOURCE_ROLES = {
  TEXT: { description: 'A document of the corpus itself.' },
  CONTEXT: { description: 'A public record, consulted to fill what a text leaves open.' },
  DATA: { description: 'An imported dataset, or a document that one names.' },
} as const satisfies Record<string, { description: string }>;

export type SourceRole = keyof typeof SOURCE_ROLES;

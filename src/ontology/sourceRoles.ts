/** Why a source is there. */
export const SOURCE_ROLES = {
  TEXT: { description: 'A document of the corpus itself.' },
  CONTEXT: { description: 'The public record, opened to close what a text leaves open.' },
  DATA: { description: 'A data set that was imported, or a document that one names.' },
} as const satisfies Record<string, { description: string }>;

export type SourceRole = keyof typeof SOURCE_ROLES;

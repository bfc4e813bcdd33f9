/**
 * Who read the sources of a dataset. What a program read (`isByProgram`) sets no status unless asked for, decides nothing
 * beside what others report, and is one source however many pages it copied. The first of two rows comes closer to the
 * sources.
 */
export const CODINGS = {
  HUMAN: { description: 'A person read the source.', isByProgram: false },
  REGISTER: { description: 'An official list or register, as it was published.', isByProgram: false },
  MACHINE: { description: 'A program read the news.', isByProgram: true },
} as const satisfies Record<string, { description: string; isByProgram: boolean }>;

export type Coding = keyof typeof CODINGS;

const CODING_NAMES = Object.keys(CODINGS) as Coding[];

/** Whose reports set a status unless others are asked for: a program takes a headline for an act of state. */
export const STATUS_CODINGS: readonly Coding[] = CODING_NAMES.filter((name) => !CODINGS[name].isByProgram);

/** The first of them in the order of the table. */
export function closestReader(codings: readonly Coding[]): Coding {
  return CODING_NAMES.find((coding) => codings.includes(coding)) ?? 'HUMAN';
}

/** Whether a program read the source; by default a person did. */
export function isByProgram(coding: Coding = 'HUMAN'): boolean {
  return CODINGS[coding].isByProgram;
}

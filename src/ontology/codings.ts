/** Who read the sources of a dataset. */
export const CODINGS = {
  HUMAN: { description: 'A person read the source.' },
  REGISTER: { description: 'An official list or register, as it was published.' },
  MACHINE: { description: 'A program read the news.' },
} as const satisfies Record<string, { description: string }>;

export type Coding = keyof typeof CODINGS;

/** Whose reports set a status unless others are asked for: a program takes a headline for an act of state. */
export const STATUS_CODINGS: readonly Coding[] = ['HUMAN', 'REGISTER'];

/** The first of them in the order of the table. */
export function closestReader(codings: readonly Coding[]): Coding {
  return CODING_NAMES.find((coding) => codings.includes(coding)) ?? 'HUMAN';
}

const CODING_NAMES = Object.keys(CODINGS) as Coding[];

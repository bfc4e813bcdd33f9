/** In which sense a change falls in a period. */
export const CHANGE_AXES = {
  HAPPENED: { description: 'It happened then.' },
  KNOWN: { description: 'It became known then: a source was published or retracted.' },
} as const satisfies Record<string, { description: string }>;

export type ChangeAxis = keyof typeof CHANGE_AXES;

/** What can change, and on which axis; `null` for both. */
export const CHANGE_KINDS = {
  HAPPENED: {
    description: 'An event happened, began or ended, or something was observed. Axis HAPPENED.',
    axis: 'HAPPENED',
  },
  BECAME_KNOWN: {
    description: 'An event of which nothing had been known became known. Axis KNOWN.',
    axis: 'KNOWN',
  },
  REVISED: {
    description: 'What is known of an event changed: its date, its stances or who took part. Axis KNOWN.',
    axis: 'KNOWN',
  },
  WITHDRAWN: {
    description: 'Nothing is known of an event any longer, as every source was retracted. Axis KNOWN.',
    axis: 'KNOWN',
  },
  STATUS: {
    description: 'What was in force between an authority and a subject changed. Both axes.',
    axis: null,
  },
} as const satisfies Record<string, { description: string; axis: ChangeAxis | null }>;

export type ChangeKind = keyof typeof CHANGE_KINDS;

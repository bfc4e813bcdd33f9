/** In which sense a change falls in a period. */
export const CHANGE_AXES = {
  HAPPENED: { description: 'The change happened in the period.' },
  KNOWN: { description: 'The change became known in the period: a source was published or retracted.' },
} as const satisfies Record<string, { description: string }>;

export type ChangeAxis = keyof typeof CHANGE_AXES;

/** What can change, and on which axis; `null` for both. */
export const CHANGE_KINDS = {
  HAPPENED: {
    description: 'An event happened, began or ended, or something was observed. Axis HAPPENED.',
    axis: 'HAPPENED',
  },
  BECAME_KNOWN: {
    description: 'An event became known about which nothing had been known before. Axis KNOWN.',
    axis: 'KNOWN',
  },
  REVISED: {
    description: 'The known date, stances or participants of an event changed. Axis KNOWN.',
    axis: 'KNOWN',
  },
  WITHDRAWN: {
    description:
      'Nothing is known about an event any longer, because every source was retracted. Axis KNOWN.',
    axis: 'KNOWN',
  },
  STATUS: {
    description: 'The state of a regime between an authority and a subject changed. Both axes.',
    axis: null,
  },
} as const satisfies Record<string, { description: string; axis: ChangeAxis | null }>;

export type ChangeKind = keyof typeof CHANGE_KINDS;

/** A regime is what an authority can hold in force toward a subject; its status on a day is derived, never stored. */
export const REGIMES = {
  DESIGNATION: { description: 'The authority lists the subject as terrorist, sanctioned or banned.' },
  RECOGNITION: { description: 'The authority recognizes the subject as a government or state.' },
  ACCREDITATION: { description: "The authority has accepted the subject's ambassador." },
  RELATIONS: { description: 'The authority maintains diplomatic relations or a mission with the subject.' },
  MEMBERSHIP: { description: 'The subject is a member of the authority, an organization or format.' },
  OBSERVERSHIP: { description: 'The subject is an observer at the authority, an organization or format.' },
  POST: { description: 'The subject, a person, holds a post in the authority.' },
} as const satisfies Record<string, { description: string }>;

export type Regime = keyof typeof REGIMES;

/** What an event does to a regime; an observation is evidence for its day and until something changes. */
export const EFFECTS = {
  OPENS: { description: 'Puts the regime in force.' },
  SUSPENDS: { description: 'Suspends the regime, which can be resumed.' },
  RESUMES: { description: 'Puts the regime back in force after a suspension.' },
  CLOSES: { description: 'Ends the regime.' },
  OBSERVES_IN_FORCE: { description: 'States that the regime is in force on the day.' },
  OBSERVES_NOT_IN_FORCE: { description: 'States that the regime is not in force on the day.' },
} as const satisfies Record<string, { description: string }>;

export type Effect = keyof typeof EFFECTS;

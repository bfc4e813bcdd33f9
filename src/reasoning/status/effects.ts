import type { Effect } from '../../ontology/regimes.ts';
import type { StatusState, WorldState } from './statusState.ts';

/** How an effect meets each state. A state that it neither confirms nor follows implies an unreported change. */
export interface Rule {
  readonly to: WorldState;
  readonly confirms: readonly WorldState[];
  readonly follows: readonly WorldState[];
  /** What an unreported change must have passed through. */
  readonly through: readonly WorldState[];
}

/** Repeating an act changes nothing. After a contradiction any act, or a later observation, settles it. */
export const RULES: Readonly<Record<Effect, Rule>> = {
  OPENS: {
    to: 'IN_FORCE',
    confirms: ['IN_FORCE'],
    follows: ['NO_RECORD', 'NOT_IN_FORCE', 'SUSPENDED', 'LIFTED', 'DISPUTED'],
    through: [],
  },
  SUSPENDS: {
    to: 'SUSPENDED',
    confirms: ['SUSPENDED'],
    follows: ['IN_FORCE', 'DISPUTED'],
    through: ['IN_FORCE'],
  },
  RESUMES: {
    to: 'IN_FORCE',
    confirms: ['IN_FORCE'],
    follows: ['SUSPENDED', 'DISPUTED'],
    through: ['IN_FORCE', 'SUSPENDED'],
  },
  CLOSES: {
    to: 'LIFTED',
    confirms: ['LIFTED'],
    follows: ['IN_FORCE', 'SUSPENDED', 'DISPUTED'],
    through: ['IN_FORCE'],
  },
  OBSERVES_IN_FORCE: {
    to: 'IN_FORCE',
    confirms: ['IN_FORCE'],
    follows: ['DISPUTED'],
    through: ['IN_FORCE'],
  },
  OBSERVES_NOT_IN_FORCE: {
    to: 'NOT_IN_FORCE',
    confirms: ['NOT_IN_FORCE', 'SUSPENDED', 'LIFTED'],
    follows: ['NO_RECORD', 'DISPUTED'],
    through: ['NOT_IN_FORCE'],
  },
};

/** Whether the effect is an observation, not an act. */
export function observes(effect: Effect): boolean {
  return effect === 'OBSERVES_IN_FORCE' || effect === 'OBSERVES_NOT_IN_FORCE';
}

/** Whether the effect is an act that ends the state. */
export function ends(effect: Effect, state: StatusState): boolean {
  const isEnd = effect === 'CLOSES' || effect === 'SUSPENDS' || effect === 'RESUMES';
  return isEnd && state !== 'DISPUTED' && RULES[effect].follows.some((one) => one === state);
}

/** Whether an observation finds just the state. */
export function finds(effect: Effect, state: StatusState): boolean {
  return observes(effect) && RULES[effect].confirms.some((one) => one === state);
}

/** The effects that show a state until their own day, if nothing changed before. */
export const PRESUPPOSE: Readonly<Record<StatusState, readonly Effect[]>> = {
  IN_FORCE: ['OBSERVES_IN_FORCE', 'SUSPENDS', 'CLOSES'],
  SUSPENDED: ['RESUMES', 'OBSERVES_NOT_IN_FORCE'],
  LIFTED: ['OPENS', 'OBSERVES_NOT_IN_FORCE'],
  NOT_IN_FORCE: ['OPENS', 'OBSERVES_NOT_IN_FORCE'],
  NO_RECORD: [],
  POSSIBLE: [],
  DISPUTED: [],
};

/** The effects that show a state from their own day on. */
export const SHOWS: Readonly<Record<StatusState, readonly Effect[]>> = {
  IN_FORCE: ['OPENS', 'RESUMES', 'OBSERVES_IN_FORCE'],
  SUSPENDED: ['SUSPENDS', 'OBSERVES_NOT_IN_FORCE'],
  LIFTED: ['CLOSES', 'OBSERVES_NOT_IN_FORCE'],
  NOT_IN_FORCE: ['OBSERVES_NOT_IN_FORCE'],
  NO_RECORD: [],
  POSSIBLE: [],
  DISPUTED: [],
};

/** Whether an effect speaks for the regime being in force. */
export const BEARINGS: Readonly<Record<Effect, 'FOR' | 'AGAINST'>> = {
  OPENS: 'FOR',
  RESUMES: 'FOR',
  OBSERVES_IN_FORCE: 'FOR',
  SUSPENDS: 'AGAINST',
  CLOSES: 'AGAINST',
  OBSERVES_NOT_IN_FORCE: 'AGAINST',
};

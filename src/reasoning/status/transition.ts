import type { Effect } from '../../ontology/regimes.ts';
import type { Standing } from './statusState.ts';

/** What an effect makes of the standing that it finds. */
export interface Transition {
  readonly to: Standing;
  /**
   * CONFIRMS: it finds what it says. CHANGES: it changes that, or is the first to say anything.
   * IMPLIES: something must have changed before it that nobody reported.
   */
  readonly kind: 'CONFIRMS' | 'CHANGES' | 'IMPLIES';
  /** What may have stood on a day between the evidence before it and its own. */
  readonly before: readonly Standing[];
}

/** How each effect meets each standing. What is neither confirmed nor followed implies an unreported change. */
interface Rule {
  readonly to: Standing;
  readonly confirms: readonly Standing[];
  readonly follows: readonly Standing[];
  /** What an unreported change must have passed through. */
  readonly through: readonly Standing[];
}

/** Repeating an act changes nothing. After a contradiction any act, or a later observation, settles it. */
const RULES: Readonly<Record<Effect, Rule>> = {
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

export function transition(effect: Effect, from: Standing): Transition {
  const { to, confirms, follows, through } = RULES[effect];
  if (confirms.includes(from)) return { to: from, kind: 'CONFIRMS', before: [from] };
  if (follows.includes(from)) {
    // What is opened now, or absent still, was not in force before.
    return { to, kind: 'CHANGES', before: [from === 'NO_RECORD' ? 'NOT_IN_FORCE' : from] };
  }
  // An observation says nothing of the days before its own.
  const saysNothing = from === 'NO_RECORD' && effect === 'OBSERVES_IN_FORCE';
  return { to, kind: 'IMPLIES', before: saysNothing ? [from] : [from, ...through] };
}

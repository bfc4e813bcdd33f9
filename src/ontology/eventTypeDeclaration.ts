import type { Closeness } from './closeness.ts';
import type { Kind } from './kinds.ts';
import type { Effect, Regime } from './regimes.ts';
import type { Role } from './roles.ts';

/** What one row of the table of event types declares. */
export interface EventTypeDeclaration {
  /** One or two sentences for a reader of the API. */
  readonly description: string;
  /** Reads between agent and target: "Russia *designated* the Taliban". */
  readonly phrase: string;
  /** Reads between target and agent: "the Taliban *was designated by* Russia". */
  readonly inverse: string;
  /** ACT: something done on a day. STATE: something observed to be so. */
  readonly nature: 'ACT' | 'STATE';
  /** Which roles its participants may have, of which kinds and how many. With PARTY it is symmetric. */
  readonly roles: Readonly<Partial<Record<Role, RoleRule>>>;
  /** What it does to a regime. */
  readonly status?: StatusRule;
  /** What it does to a regime of somebody else: a successor takes the post of a predecessor. */
  readonly alsoStatus?: StatusRule;
  /** Announces an act still to come, which the event's `intends` names by its type. */
  readonly announces?: true;
  /** Whether paths follow it when no types are asked for. */
  readonly inPaths: boolean;
  /** CAMEO codes (strings) that it stands for, and how closely (SKOS mapping terms). */
  readonly cameo: Readonly<Record<string, Closeness>>;
  /** The same of PLOVER: its events, such as `CONSULT`, and those of one mode, such as `CONSULT:visit`. */
  readonly plover?: Readonly<Record<string, Closeness>>;
}

/** An effect on a regime, and which roles hold the authority and the subject. */
export interface StatusRule {
  readonly regime: Regime;
  readonly effect: Effect;
  readonly authority: Role;
  readonly subject: Role;
}

export interface RoleRule {
  readonly kinds: readonly Kind[];
  /** The fewest participants that the role must have. */
  readonly min: 0 | 1 | 2;
}

export const ANY = ['COUNTRY', 'ORGANIZATION', 'ACTOR'] as const satisfies readonly Kind[];
export const ORGANIZED = ['COUNTRY', 'ORGANIZATION'] as const satisfies readonly Kind[];
export const STATES = ['COUNTRY'] as const satisfies readonly Kind[];
export const ACTORS = ['ACTOR'] as const satisfies readonly Kind[];

export const required = (kinds: readonly Kind[]): RoleRule => ({ kinds, min: 1 });
export const optional = (kinds: readonly Kind[]): RoleRule => ({ kinds, min: 0 });
export const several = (kinds: readonly Kind[]): RoleRule => ({ kinds, min: 2 });

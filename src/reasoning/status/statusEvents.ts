import type { Kind } from '../../ontology/kinds.ts';
import type { Regime } from '../../ontology/regimes.ts';
import { distinct } from '../participations.ts';
import type { RegimeEvent } from './regimeEvent.ts';
import { type RegimePart, regimeParts } from './regimeParts.ts';
import { authorityKinds } from './regimeTypes.ts';
import type { ReportedEvent } from './reportedEvent.ts';

/** Of whom and what a status is asked. */
export interface StatusSubject {
  readonly subject: string;
  readonly authority: string;
  /** Of what kind the authority is. */
  readonly kind: Kind;
  readonly regime: Regime;
  /** Only what concerns this list; `null` for whatever list. */
  readonly list: string | null;
}

export type AnyAuthority = Omit<StatusSubject, 'authority' | 'kind'>;

/**
 * Those of the events that bear on one status, by what their reports have it that everyone is to them. What is said of
 * nobody in particular is said of whoever could be the authority: not of a person where only states can, nor of oneself.
 */
export function statusEvents(asked: StatusSubject, events: readonly ReportedEvent[]): RegimeEvent[] {
  return events.flatMap((event) => {
    const parts = partsFor(asked, event);
    const isOfAuthority = parts.some(({ authorities }) => authorities.has(asked.authority));
    if (!isOfAuthority && !(couldBeAuthority(asked) && parts.some(isGeneral))) return [];
    return [{ ...event, isGeneral: !isOfAuthority }];
  });
}

/** The authorities, as those who act or for whom others act, of which some status of the subject can follow. */
export function authoritiesOf(asked: AnyAuthority, events: readonly ReportedEvent[]): string[] {
  return distinct(
    events.flatMap((event) => partsFor(asked, event).flatMap(({ principals }) => [...principals])),
  );
}

/** The events that are said of the subject and of nobody in particular. */
export function generalEvents(asked: AnyAuthority, events: readonly ReportedEvent[]): ReportedEvent[] {
  return events.filter((event) => partsFor(asked, event).some(isGeneral));
}

/** The regimes of which some status of the subject can follow. */
export function regimesOf(subject: string, events: readonly ReportedEvent[]): Regime[] {
  const parts = events.flatMap(regimeParts).filter(({ subjects }) => subjects.has(subject));
  return [...new Set(parts.map(({ regime }) => regime))].sort();
}

function partsFor({ subject, regime, list }: AnyAuthority, event: ReportedEvent): RegimePart[] {
  return regimeParts(event).filter(
    (part) => part.regime === regime && part.subjects.has(subject) && (list === null || part.lists.has(list)),
  );
}

function couldBeAuthority({ authority, subject, kind, regime }: StatusSubject): boolean {
  return authority !== subject && authorityKinds(regime).has(kind);
}

function isGeneral({ authorities }: RegimePart): boolean {
  return authorities.size === 0;
}

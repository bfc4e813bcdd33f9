import { type Day, addDays, latestOf } from '../../time/day.ts';
import type { EventView } from '../eventView.ts';
import { participationKey } from '../../record/participation.ts';
import {
  type Concern,
  concerns,
  asKnown,
  type FullEvent,
  eventsKnown,
  namesThem,
  type StatusHistory,
  type FullReport,
} from './histories.ts';
import {
  dateOfReport,
  dating,
  isDenied,
  isEvidence,
  type RegimeEvent,
  type StatusSubject,
} from '../status/regimeEvent.ts';
import { expectedEnds } from '../status/expectedEnds.ts';
import { stateOn } from '../status/statusOn.ts';
import type { StatusState } from '../status/statusState.ts';
import type { Period } from '../../time/period.ts';
import { countsFrom, isKnown, type Knowledge, type SourceValidity } from '../countsBy.ts';
import { distinct } from '../../ontology/compareTexts.ts';

/** An event known differently on a day than on the day before. */
export interface EventRevision {
  readonly id: string;
  /** `null` if nothing was known of it. */
  readonly before: EventView | null;
  readonly after: EventView | null;
  readonly day: Day;
  /** Those published or retracted on that day that report it, in order of their ids. */
  readonly sources: readonly string[];
}

/** Events first known, known differently (by date, stances or participants) or no longer known, step by step. */
export function eventsBecameKnown(
  events: readonly FullEvent[],
  concern: Concern,
  period: KnownPeriod,
): EventRevision[] {
  return events.flatMap((event) =>
    period.steps(event.reports).flatMap((step) => {
      const [before, after] = [asKnown(event, step.before), asKnown(event, step.after)];
      // That a day has passed says nothing of the event: what was known before is compared as of this day.
      if (signatureOf(asKnown(event, step.before, step.day)) === signatureOf(after)) return [];
      if (![before, after].some((view) => view !== null && concerns(concern, view))) return [];
      const sources = period.turnedIn(event.reports, step);
      return [{ id: event.id, before, after, day: step.day, sources }];
    }),
  );
}

/** A status whose state on the last day of the period was known differently on a day than on the day before. */
export interface StatusRevision {
  readonly status: StatusSubject;
  readonly from: StatusState;
  readonly to: StatusState;
  readonly day: Day;
  /** The events that were known differently, in order of their ids. */
  readonly causes: readonly string[];
  /** Those published or retracted on that day that report these events, in order of their ids. */
  readonly sources: readonly string[];
}

/** Step by step; for pairs that some report named together, if it counted before the step or after it. */
export function statusesBecameKnown(
  histories: readonly StatusHistory[],
  period: KnownPeriod,
): StatusRevision[] {
  return histories.flatMap((history) =>
    period
      .steps(history.events.flatMap(({ reports }) => reports))
      .flatMap((step) => revisionOf(history, period, step) ?? []),
  );
}

/** With whether it is found on that day also if sources count only once they must have been published. */
export type Marked<Revision> = Revision & { readonly isCertain: boolean };

export function marked<Revision extends EventRevision | StatusRevision>(
  period: KnownPeriod,
  find: (period: KnownPeriod) => readonly Revision[],
): Marked<Revision>[] {
  const certain = period.certainly();
  const keys = certain && new Set(find(certain).map(keyOf));
  return find(period).map((revision) => ({ ...revision, isCertain: keys?.has(keyOf(revision)) ?? true }));
}

/** With CERTAIN a state that is carried forward is POSSIBLE, so what a status was before may differ. */
function keyOf(revision: EventRevision | StatusRevision): string {
  if ('id' in revision) {
    const { id, before, after, day } = revision;
    return [day, id, before === null, after === null].join(' ');
  }
  const { status, to, day } = revision;
  return [day, status.authority, status.subject, status.regime, to].join(' ');
}

/** A period in which something became known. */
export class KnownPeriod {
  /** What was known on its last day. */
  readonly end: Knowledge;
  readonly lastDay: Day;
  readonly #period: Period;

  constructor(period: Period, knowledge: Knowledge) {
    this.#period = period;
    this.lastDay = addDays(period.to, -1);
    this.end = { ...knowledge, knownBy: this.lastDay };
  }

  /** Each day of the period on which a source of the reports was published or retracted, with what was known before. */
  steps(reports: readonly FullReport[]): KnownStep[] {
    const days = reports.flatMap(({ validity }) => this.#daysOf(validity));
    return distinct(days.filter((day) => day >= this.#period.from && day < this.#period.to)).map((day) => ({
      day,
      before: { ...this.end, knownBy: addDays(day, -1) },
      after: { ...this.end, knownBy: day },
    }));
  }

  /** The same, with sources that count only once they must have been published; `null` if they do so already. */
  certainly(): KnownPeriod | null {
    const { certainty, publicationCertainty } = this.end;
    if ((publicationCertainty ?? certainty) === 'CERTAIN') return null;
    return new KnownPeriod(this.#period, {
      ...this.end,
      certainty: 'CERTAIN',
      publicationCertainty: 'CERTAIN',
    });
  }

  /** The sources of the reports that counted before the step and not after it, or the other way round. */
  turnedIn(reports: readonly FullReport[], { before, after }: KnownStep): string[] {
    const turned = reports.filter(({ validity }) => isKnown(validity, before) !== isKnown(validity, after));
    return distinct(turned.map(({ source }) => source));
  }

  #daysOf({ published, retracted }: SourceValidity): Day[] {
    const day = countsFrom(published, this.end.publicationCertainty ?? this.end.certainty);
    return retracted === null ? [day] : [day, retracted];
  }
}

/** A day on which something became known, and what was known on the day before and on it. */
interface KnownStep {
  readonly day: Day;
  readonly before: Knowledge;
  readonly after: Knowledge;
}

/** Equal for two views exactly if they have the same date, stances and participants. */
function signatureOf(view: EventView | null): string {
  if (view === null) return '';
  const { date, stances, participations } = view;
  const named = participations.filter((one) => one.named).map(participationKey);
  return JSON.stringify([date.edtf, date.disputed, date.qualified, stances, named]);
}

function revisionOf(history: StatusHistory, period: KnownPeriod, step: KnownStep): StatusRevision | null {
  const { status, events } = history;
  const [before, after] = [eventsKnown(history, step.before), eventsKnown(history, step.after)];
  const signaturesBefore = signaturesOf(eventsKnown(history, step.before, step.day));
  const signaturesAfter = signaturesOf(after);
  const changed = events.filter(({ id }) => signaturesBefore.get(id) !== signaturesAfter.get(id));
  if (changed.length === 0 || !namesThem([...before, ...after])) return null;
  const options = { certainty: period.end.certainty, existed: status.existed ?? [] };
  const [from, to] = [before, after].map((events) => stateOn(period.lastDay, events, options));
  if (from === undefined || to === undefined) return null;
  if (from === to) return null;
  const reports = changed.flatMap((event) => event.reports);
  const causes = changed.map(({ id }) => id).sort();
  return { status, from, to, day: step.day, causes, sources: period.turnedIn(reports, step) };
}

/** By event, all from which a state can follow: equal for two exactly if they lead to the same. */
function signaturesOf(events: readonly RegimeEvent[]): Map<string, string> {
  return new Map(
    events.flatMap((event): [string, string][] => {
      const { id, names, isGeneral, isOfSubject } = event;
      const ends = expectedEnds(null, [event]).map(({ last, reports }) => [
        last,
        reports.length,
        denialsOf(event),
      ]);
      if (!isEvidence(event) && ends.length === 0) return [];
      const dates = distinct(dating(event).map((report) => dateOfReport(report).edtf));
      return [[id, JSON.stringify([dates, isDenied(event), names, isGeneral, isOfSubject, ends])]];
    }),
  );
}

/** The last day on which it was denied: a denial tells what became of an end only after its day. */
function denialsOf({ reports }: RegimeEvent): Day {
  const denying = reports.filter(({ stance }) => stance === 'DENIES');
  return latestOf(...denying.map(({ published }) => published.earliest));
}

import { addDays, type Day } from '../../time/day.ts';
import type { Certainty, Period } from '../../time/period.ts';
import { countsBy, countsFrom, type SourceStanding } from '../countsBy.ts';
import { distinct } from '../participations.ts';
import type { Knowledge, ToldReport } from './toldEvent.ts';

/** A day on which something became known, and what was known the day before. */
export interface KnownStep {
  readonly day: Day;
  readonly before: Knowledge;
  readonly after: Knowledge;
}

/** A period of which is asked what became known in it. */
export class KnownPeriod {
  /** What was known on its last day. */
  readonly end: Knowledge;
  readonly lastDay: Day;
  readonly #period: Period;

  constructor(period: Period, certainty: Certainty) {
    this.#period = period;
    this.lastDay = addDays(period.to, -1);
    this.end = { knownBy: this.lastDay, certainty };
  }

  /** Each day of the period on which a source of the reports was published or retracted, with what was known before. */
  steps(reports: readonly ToldReport[]): KnownStep[] {
    const days = reports.flatMap(({ standing }) => this.#daysOf(standing));
    return distinct(days.filter((day) => day >= this.#period.from && day < this.#period.to)).map((day) => ({
      day,
      before: { ...this.end, knownBy: addDays(day, -1) },
      after: { ...this.end, knownBy: day },
    }));
  }

  /** The sources of the reports that counted before the step and not after it, or the other way round. */
  newsFrom(reports: readonly ToldReport[], { before, after }: KnownStep): string[] {
    const turned = reports.filter(
      ({ standing }) => this.#counts(standing, before) !== this.#counts(standing, after),
    );
    return distinct(turned.map(({ source }) => source));
  }

  #counts(standing: SourceStanding, { knownBy, certainty }: Knowledge): boolean {
    return countsBy(standing, knownBy, certainty);
  }

  #daysOf({ published, retracted }: SourceStanding): Day[] {
    const day = countsFrom(published, this.end.certainty);
    return retracted === null ? [day] : [day, retracted];
  }
}

import { addDays, type Day } from '../../time/day.ts';
import type { Certainty, Period } from '../../time/period.ts';
import { countsBy, countsFrom, type SourceStanding } from '../countsBy.ts';
import { distinct } from '../participations.ts';
import type { Knowledge, ToldReport } from './toldEvent.ts';

/** A period of which is asked what became known in it. */
export class KnownPeriod {
  /** What was known on the day before it. */
  readonly before: Knowledge;
  /** What was known on its last day. */
  readonly end: Knowledge;
  readonly lastDay: Day;
  readonly #period: Period;

  constructor(period: Period, certainty: Certainty) {
    this.#period = period;
    this.lastDay = addDays(period.to, -1);
    this.before = { knownBy: addDays(period.from, -1), certainty };
    this.end = { knownBy: this.lastDay, certainty };
  }

  /** The days of the period on which a source of the reports was published or retracted, in order. */
  turns(reports: readonly ToldReport[]): Day[] {
    const days = reports.flatMap(({ standing }) => this.#daysOf(standing));
    return distinct(days.filter((day) => day >= this.#period.from && day < this.#period.to));
  }

  on(day: Day): Knowledge {
    return { ...this.end, knownBy: day };
  }

  /** The sources of the reports that counted before the period and not at its end, or the other way round. */
  newsFrom(reports: readonly ToldReport[]): string[] {
    const turned = reports.filter(
      ({ standing }) => this.#counts(standing, this.before) !== this.#counts(standing, this.end),
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

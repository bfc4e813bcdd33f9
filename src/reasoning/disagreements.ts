import { readings } from '../time/readings.ts';
import { type CountingReport, decisive } from './eventDate.ts';
import { reportedDate } from './publication.ts';

/** In what the reports of one event may differ, so that they cannot all be right. */
export const DISAGREEMENT_SUBJECTS = {
  DATE: {
    description:
      'No date fits all reports that affirm the event. A vague date does not differ from a precise one within it.',
  },
  STANCE: { description: 'Some reports deny what others affirm or expect.' },
  PARTICIPANTS: { description: 'Reports that affirm the event name different participants.' },
} as const satisfies Record<string, { description: string }>;

export type DisagreementSubject = keyof typeof DISAGREEMENT_SUBJECTS;

/** What a report says, as far as others can differ from it. Participants are keys of participations. */
export interface Saying extends CountingReport {
  readonly participants: readonly string[];
}

/** What reports differ in, and the reports of each reading; of dates, one report can be in several readings. */
export interface ReportDisagreement<S extends Saying> {
  readonly about: DisagreementSubject;
  readonly readings: readonly (readonly S[])[];
}

/** The disagreements among an event's reports: those that count, in their order. */
export function disagreementsAmong<S extends Saying>(reports: readonly S[]): ReportDisagreement<S>[] {
  if (reports.length < 2) return [];
  const decisiveReports = decisive(reports);
  const byStance = grouped(reports, ({ stance }) => stance);
  const found: readonly ReportDisagreement<S>[] = [
    { about: 'DATE', readings: byDate(decisiveReports) },
    {
      about: 'STANCE',
      readings: byStance.some(([{ stance } = { stance: null }]) => stance === 'DENIES') ? byStance : [],
    },
    {
      about: 'PARTICIPANTS',
      readings: grouped(decisiveReports, ({ participants }) => [...participants].sort().join()),
    },
  ];
  return found.filter((one) => one.readings.length > 1);
}

function byDate<S extends Saying>(reports: readonly S[]): S[][] {
  const found = readings(reports.map((report) => reportedDate(report, report.published)));
  return found.map(({ indexes }) => reports.filter((_, index) => indexes.includes(index)));
}

/** Reports of one key together, in the order of the first of each. */
function grouped<S>(reports: readonly S[], keyOf: (report: S) => string): S[][] {
  const groups = new Map<string, S[]>();
  for (const report of reports) groups.set(keyOf(report), [...(groups.get(keyOf(report)) ?? []), report]);
  return [...groups.values()];
}

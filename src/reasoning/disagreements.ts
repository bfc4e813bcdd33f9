import { distinct } from '../ontology/compareTexts.ts';
import { participationOf, sideOf } from '../record/participation.ts';
import { maximalSets, readings } from '../time/readings.ts';
import { type CountingReport, decisive } from './eventDate.ts';
import { reportedDate } from './publication.ts';

/** In what the reports of one event may differ, so that they cannot all be right. */
export const DISAGREEMENT_SUBJECTS = {
  DATE: {
    description:
      'No date fits all reports that affirm the event. A vague date does not differ from a precise one within it.',
  },
  STANCE: { description: 'Some reports deny what others affirm or expect.' },
  PARTICIPANTS: {
    description:
      'Reports that affirm the event name different participants in one role. To name fewer, or the same ones more or less finely (a ministry and its state, a person and the state for which the person acts, a group and its member), is no difference.',
  },
} as const satisfies Record<string, { description: string }>;

export type DisagreementSubject = keyof typeof DISAGREEMENT_SUBJECTS;

/** What a report says, as far as others can differ from it. Participants are keys of participations. */
export interface Saying extends CountingReport {
  readonly participants: readonly string[];
}

/** What reports differ in, and the reports of each reading; a report that says little can be in several. */
export interface ReportDisagreement<S extends Saying> {
  readonly about: DisagreementSubject;
  readonly readings: readonly (readonly S[])[];
}

/** Whether the first entity belongs to the second, so that whoever names the first names the second more finely. */
export type BelongsTo = (part: string, whole: string) => boolean;

const NOTHING_KNOWN: BelongsTo = () => false;

/** The disagreements among an event's reports: those that count, in their order. */
export function disagreementsAmong<S extends Saying>(
  reports: readonly S[],
  belongsTo: BelongsTo = NOTHING_KNOWN,
): ReportDisagreement<S>[] {
  if (reports.length < 2) return [];
  const decisiveReports = decisive(reports);
  const byStance = [...grouped(reports, ({ stance }) => stance).values()];
  const found: readonly ReportDisagreement<S>[] = [
    { about: 'DATE', readings: byDate(decisiveReports) },
    { about: 'STANCE', readings: reports.some(({ stance }) => stance === 'DENIES') ? byStance : [] },
    { about: 'PARTICIPANTS', readings: byParticipants(decisiveReports, belongsTo) },
  ];
  return found.filter((one) => one.readings.length > 1);
}

function byDate<S extends Saying>(reports: readonly S[]): S[][] {
  const found = readings(reports.map((report) => reportedDate(report, report.published)));
  return found.map(({ indexes }) => reports.filter((_, index) => indexes.includes(index)));
}

/** The maximal sets of reports of which no two differ, in the order of their reports. */
function byParticipants<S extends Saying>(reports: readonly S[], belongsTo: BelongsTo): S[][] {
  const casts = castsOf(reports);
  const agree = (one: Cast<S>, other: Cast<S>): boolean =>
    !comparisons(one, other).some((each) => differs(each, belongsTo));
  let sets: number[][] = [];
  for (const [place, cast] of casts.entries()) {
    const before = casts.slice(0, place);
    const agreeing = new Set(before.flatMap((other, i) => (agree(other, cast) ? [i] : [])));
    const joined = [[], ...sets].map((set) => [...set.filter((other) => agreeing.has(other)), place]);
    sets = maximalSets([...sets, ...joined]);
  }
  const found = sets.map((set) => new Set(set.flatMap((place) => casts[place]?.reports ?? [])));
  return found.map((set) => reports.filter((report) => set.has(report)));
}

/**
 * An entity as a report names it, then those for whom it acts: by this report, or if it does not say so, by any of the
 * event's.
 */
type Named = readonly [entity: string, ...principals: string[]];

/** What two reports name in one role, or as those for whom one entity acts. */
export type Comparison = readonly [one: readonly Named[], other: readonly Named[]];

/**
 * Two reports differ if each names somebody whom the other does not name, not even more or less finely. So to name
 * fewer is no difference, and neither is to leave a role out. Two names are the same, more or less finely, if the entity
 * of one, or an entity for which it acts, is the entity of the other or belongs to it. An entity belongs to what it is
 * part of (`partOf`), what it is a member of and what it holds a post in, as affirmed in the graph on whatever day; to
 * all that these are part of; and by its post, to the groups of people in the same whole, such as "Russian officials".
 * Reports that name one entity may differ in the same way on those for whom it acts.
 *
 * What belongs to what may be said by any dataset, whenever it is loaded, and depends on the day by which something is
 * known. So it is asked with the question, and the graph keeps only the comparisons on which the answer depends.
 */
function differs([one, other]: Comparison, belongsTo: BelongsTo): boolean {
  const isWithin: BelongsTo = (part, whole) => part === whole || belongsTo(part, whole);
  const areSame = (a: Named, b: Named): boolean =>
    a.some((each) => isWithin(each, b[0])) || b.some((each) => isWithin(each, a[0]));
  const lacks = (some: readonly Named[], others: readonly Named[]): boolean =>
    !others.every((b) => some.some((a) => areSame(a, b)));
  return lacks(one, other) && lacks(other, one);
}

/** The comparisons in which the reports differ, as long as nothing is known of what belongs to what. */
export function openComparisons(reports: readonly Saying[]): Comparison[] {
  const casts = castsOf(decisive(reports));
  return casts
    .flatMap((one, place) => casts.slice(place + 1).flatMap((other) => comparisons(one, other)))
    .filter((each) => differs(each, NOTHING_KNOWN));
}

/** The same whatever the order of the reports: `russian-parliament russia / state-duma russia`. */
export function comparisonText(comparison: Comparison): string {
  return comparison
    .map((side) => distinct(side.map((named) => named.join(' '))).join(', '))
    .sort()
    .join(' / ');
}

/** Reports that name the same participants. */
interface Cast<S extends Saying> {
  readonly reports: readonly S[];
  /** By role; and by role and entity, those for whom that entity acts. */
  readonly names: ReadonlyMap<string, readonly Named[]>;
}

function castsOf<S extends Saying>(reports: readonly S[]): Cast<S>[] {
  const delegates = reports
    .flatMap(({ participants }) => participants.map(participationOf))
    .filter(({ onBehalfOf }) => onBehalfOf !== null);
  const delegatesBy = grouped(delegates, ({ entity }) => entity);
  const named = (entity: string): Named => [entity, ...distinct((delegatesBy.get(entity) ?? []).map(sideOf))];
  const headed = (key: string) => {
    const { role, entity, onBehalfOf } = participationOf(key);
    if (onBehalfOf === null) return [{ heading: role, name: named(entity) }];
    const acting: Named = [entity, onBehalfOf];
    return [
      { heading: role, name: acting },
      { heading: `${role} ${entity}`, name: named(onBehalfOf) },
    ];
  };
  return [...grouped(reports, ({ participants }) => participants.toSorted().join()).values()].map((same) => {
    const all = grouped((same[0]?.participants ?? []).flatMap(headed), ({ heading }) => heading);
    const names = new Map([...all].map(([heading, group]) => [heading, group.map(({ name }) => name)]));
    return { reports: same, names };
  });
}

function comparisons<S extends Saying>(one: Cast<S>, other: Cast<S>): Comparison[] {
  return [...one.names].flatMap(([heading, names]): Comparison[] => {
    const others = other.names.get(heading);
    return others === undefined ? [] : [[names, others]];
  });
}

/** Items of one key together, in the order of the first of each. */
function grouped<Key, S>(items: readonly S[], keyOf: (item: S) => Key): Map<Key, S[]> {
  const groups = new Map<Key, S[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

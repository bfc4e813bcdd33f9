import type { Coding } from '../ontology/codings.ts';
import { projectedRoles } from '../ontology/lookups.ts';
import { type Participation, participantsIn, participationKey, sideOf } from '../record/participation.ts';
import type { Stance } from '../ontology/stances.ts';
import type { Role } from '../ontology/roles.ts';
import type { Level } from '../ontology/levels.ts';
import { combineDates, type CombinedDate } from '../time/combineDates.ts';
import { type Day, earliestOf } from '../time/day.ts';
import {
  comparisonText,
  disagreementsAmong,
  type DisagreementSubject,
  openComparisons,
  type Saying,
} from './disagreements.ts';
import { decisive } from './eventDate.ts';
import { distinct } from '../ontology/compareTexts.ts';
import { finest, statedParticipations, type StatedParticipation } from './participations.ts';
import type { ProjectedRecord, ProjectedReport } from './projectedRecord.ts';
import { type Publication, reportedDate } from './publication.ts';

/** What follows from an event's record: its date, its participants and the relationships that it projects. */
export interface EventView {
  /** The stances of the reports that count, each once. */
  readonly stances: readonly Stance[];
  /** The number of reports that count. */
  readonly reportCount: number;
  /** By the counting reports together; only the affirming ones, if there are any. */
  readonly date: CombinedDate;
  /** The subjects on which the counting reports disagree; on PARTICIPANTS, unless what is unlike is the same. */
  readonly differs: readonly DisagreementSubject[];
  /** The texts of the comparisons on which it depends whether they disagree on PARTICIPANTS. */
  readonly unlike: readonly string[];
  readonly known: KnownFrom;
  readonly participations: readonly ParticipationView[];
  /** Empty unless some report affirms the event. */
  readonly relationships: readonly RelationshipView[];
}

/** The day from which something is known: possibly, and certainly. LAST_DAY if no report says it. */
export interface KnownFrom {
  readonly possibly: Day;
  readonly certainly: Day;
}

interface ParticipationView {
  readonly entity: string;
  readonly role: Role;
  readonly onBehalfOf: string | null;
  /** The reports that state it; `null` for all of the event's. */
  readonly reports: readonly string[] | null;
  /** Those who act for it. `null` if sources name the entity itself. */
  readonly through: readonly string[] | null;
  /** A source names it as taking part, and none names it more finely: as one for whom another acts. */
  readonly named: boolean;
  /** It acts for itself, or others act for it. */
  readonly principal: boolean;
  /** It stands for the entity in the event: the first of its participations that is named or principal. */
  readonly leads: boolean;
  /** The role at the other end of its relationships; `null` if it has none. */
  readonly faces: Role | null;
}

export interface RelationshipView {
  readonly from: string;
  readonly to: string;
  /** NAMED if some report relates the two by name. */
  readonly level: Level;
  /** By any of the reports that relate the two, at either level. */
  readonly known: KnownFrom;
  readonly sources: readonly string[];
  readonly datasets: readonly string[];
  /** Who read the sources. */
  readonly codings: readonly Coding[];
}

/** A meeting of more parties than this relates each to its format or host, not to every other. */
export const CROWD = 20;

/**
 * What follows from the record by the reports that count.
 * @param publications when each source that counts was published; reports of sources not in it do not count
 */
export function eventView(event: ProjectedRecord, publications: ReadonlyMap<string, Publication>): EventView {
  const counting = event.reports.filter(({ source }) => publications.has(source));
  const affirming = counting.filter(({ stance }) => stance === 'AFFIRMS');
  const basis = decisive(counting.length > 0 ? counting : event.reports);
  const stated = statedParticipations(event);
  const named =
    basis.length === event.reports.length ? stated : statedParticipations({ ...event, reports: basis });
  const faces = facesIn(event, named);
  const sayings = sayingsOf(counting, event, publications);
  const differs = disagreementsAmong(sayings).map(({ about }) => about);
  return {
    stances: [...new Set(counting.map(({ stance }) => stance))].sort(),
    reportCount: counting.length,
    date: combineDates(basis.map((report) => reportedDate(report, publications.get(report.source)))),
    differs,
    unlike: differs.includes('PARTICIPANTS') ? distinct(openComparisons(sayings).map(comparisonText)) : [],
    known: knownFrom(affirming, publications),
    participations: participationViews(stated, finest(named), faces),
    relationships: relationshipViews(event, affirming, faces, publications),
  };
}

function sayingsOf(
  reports: readonly ProjectedReport[],
  event: ProjectedRecord,
  publications: ReadonlyMap<string, Publication>,
): Saying[] {
  return reports.flatMap((report) => {
    const published = publications.get(report.source);
    const participants = participantsIn(report, event).map(participationKey);
    return published === undefined ? [] : [{ ...report, published, participants }];
  });
}

function participationViews(
  all: readonly StatedParticipation[],
  named: readonly StatedParticipation[],
  faces: Facing,
): ParticipationView[] {
  const keysOfNamed = new Set(named.map(participationKey));
  const stated = all.map((one): Line => {
    const isNamed = keysOfNamed.has(participationKey(one));
    return {
      ...one,
      through: null,
      named: isNamed,
      principal: isNamed && one.onBehalfOf === null,
      faces: faces(one.role),
    };
  });
  const lines = [...stated, ...principalViews(stated, named)];
  return lines.map((line) => ({
    ...line,
    leads: lines.find((other) => isShown(other) && other.entity === line.entity) === line,
  }));
}

type Line = Omit<ParticipationView, 'leads'>;

function isShown({ named, principal }: Line): boolean {
  return named || principal;
}

/** Those for whom others act, unless each report that says so also names them themselves. */
function principalViews(stated: readonly Line[], named: readonly StatedParticipation[]): Line[] {
  const delegates = named.filter(({ onBehalfOf }) => onBehalfOf !== null);
  const onePerPrincipal = new Map(delegates.map((one) => [`${one.role} ${sideOf(one)}`, one]));
  return [...onePerPrincipal.values()].flatMap((delegate): Line[] => {
    const { role } = delegate;
    const entity = sideOf(delegate);
    const actFor = (one: StatedParticipation) => one.onBehalfOf === entity && one.role === role;
    const acting = delegates.filter(actFor);
    const itself = named.find((one) => one.onBehalfOf === null && one.role === role && one.entity === entity);
    if (itself !== undefined && includesAll(itself.reports, reportsOfAny(acting))) return [];
    const through = distinct(acting.map((one) => one.entity));
    const lines = stated.filter((one) => one.named && actFor(one));
    const faces = lines[0]?.faces ?? null;
    const reports = reportsOfAny(lines);
    return [{ entity, role, onBehalfOf: null, reports, through, named: false, principal: true, faces }];
  });
}

/** `null` stands for all reports, as in participations. */
type Reports = StatedParticipation['reports'];

function reportsOfAny(stated: readonly StatedParticipation[]): Reports {
  const lists = stated.map(({ reports }) => reports);
  return lists.includes(null) ? null : distinct(lists.flatMap((reports) => reports ?? []));
}

function includesAll(reports: Reports, others: Reports): boolean {
  if (reports === null) return true;
  return others?.every((other) => reports.includes(other)) ?? false;
}

/** The role to which each role is related: agent to target, party to party, one of a crowd to its format or host. */
type Facing = (role: Role) => Role | null;

function facesIn({ type }: ProjectedRecord, named: readonly Participation[]): Facing {
  const { from, to } = projectedRoles(type);
  const count = (role: Role): number => named.filter((one) => one.role === role).length;
  const centre = (['FORMAT', 'HOST'] as const).find((role) => count(role) > 0);
  const other = from === 'PARTY' && count('PARTY') > CROWD && centre !== undefined ? centre : to;
  return (role) => (role === from ? other : role === other ? from : null);
}

/** Each pair of ends once, with all the reports that relate them; NAMED if one of these does so by name. */
function relationshipViews(
  event: ProjectedRecord,
  affirming: readonly ProjectedReport[],
  faces: Facing,
  publications: ReadonlyMap<string, Publication>,
): RelationshipView[] {
  const related = new Map<string, { ends: Ends; reports: Set<ProjectedReport> }>();
  for (const report of affirming) {
    for (const ends of relatedIn(participantsIn(report, event), projectedRoles(event.type).from, faces)) {
      const key = `${ends.from} ${ends.to}`;
      const before = related.get(key);
      const reports = (before?.reports ?? new Set()).add(report);
      related.set(key, { ends: before?.ends.level === 'NAMED' ? before.ends : ends, reports });
    }
  }
  const deciding = new Set(decisive(affirming));
  return [...related.entries()]
    .filter(([, { reports }]) => [...reports].some((report) => deciding.has(report)))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { ends, reports }]) => ({
      ...ends,
      known: knownFrom([...reports], publications),
      sources: distinct([...reports].map(({ source }) => source)),
      datasets: distinct([...reports].map(({ dataset = '' }) => dataset)),
      codings: [...new Set([...reports].map(({ coding = 'HUMAN' }) => coding))].sort(),
    }));
}

type Ends = Pick<RelationshipView, 'from' | 'to' | 'level'>;

/** How one report's participants, and those for whom they act, are related. Of two equals the lesser id comes first. */
function relatedIn(participants: readonly Participation[], fromRole: Role, faces: Facing): Ends[] {
  const related: Ends[] = [];
  const relate = (from: string, to: string, level: Level, areEquals: boolean): void => {
    if (areEquals ? from < to : from !== to) related.push({ from, to, level });
  };
  for (const one of participants.filter(({ role }) => role === fromRole)) {
    for (const other of participants.filter(({ role }) => role === faces(fromRole))) {
      const areEquals = one.role === other.role;
      if (areEquals && sideOf(one) === sideOf(other)) continue;
      relate(one.entity, other.entity, 'NAMED', areEquals);
      relate(sideOf(one), sideOf(other), 'PRINCIPAL', areEquals);
    }
  }
  return related;
}

function knownFrom(
  reports: readonly ProjectedReport[],
  publications: ReadonlyMap<string, Publication>,
): KnownFrom {
  const found = reports.flatMap(({ source }) => publications.get(source) ?? []);
  return {
    possibly: earliestOf(...found.map(({ earliest }) => earliest)),
    certainly: earliestOf(...found.map(({ latest }) => latest)),
  };
}

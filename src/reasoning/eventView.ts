import { projectedRoles } from '../ontology/lookups.ts';
import type { EventRecord, ReportRecord, Stance } from '../ontology/records.ts';
import type { Role } from '../ontology/roles.ts';
import { decisive } from './eventDate.ts';
import { combineDates, type CombinedDate } from '../time/combineDates.ts';
import { LAST_DAY, type Day } from '../time/day.ts';
import { parseEdtf } from '../time/parseEdtf.ts';
import { reportKey, statedParticipations, type StatedParticipation } from './participations.ts';
import type { Publication } from './publication.ts';

/** What of an event's record its view follows from. */
export type ProjectedRecord = Pick<EventRecord, 'id' | 'type' | 'participants' | 'reports'>;

/** What follows from an event's record: its date, who took part, and the relationships it projects. */
export interface EventView {
  /** The stances of the reports that count, each once. */
  readonly stances: readonly Stance[];
  /** What the counting reports together say; only the affirming ones where there are any. */
  readonly date: CombinedDate;
  readonly known: KnownFrom;
  readonly participations: readonly ParticipationView[];
  /** Empty unless some report affirms the event. */
  readonly relationships: readonly RelationshipView[];
}

/** From which day something is known: possibly, and certainly. LAST_DAY where no report says it. */
export interface KnownFrom {
  readonly possibly: Day;
  readonly certainly: Day;
}

export interface ParticipationView {
  readonly entity: string;
  readonly role: Role;
  readonly onBehalfOf: string | null;
  /** The reports that state it; `null` for all of the event's. */
  readonly reports: readonly string[] | null;
  /** Those named who act for it, where no source names it in the role itself; else `null`. */
  readonly through: readonly string[] | null;
  /** A source names it as taking part. */
  readonly named: boolean;
  /** It acts for itself, or others act for it. */
  readonly principal: boolean;
  /** It stands for the entity in the event: the first of its participations that is named or principal. */
  readonly leads: boolean;
  /** The role that the other end of its relationships has; `null` where it makes none. */
  readonly faces: Role | null;
}

export type Level = 'NAMED' | 'PRINCIPAL';

export interface RelationshipView {
  readonly from: string;
  readonly to: string;
  readonly level: Level;
  readonly known: KnownFrom;
  readonly sources: readonly string[];
}

/** Above this many parties a meeting relates each to its format or host, not to every other. */
export const CROWD = 20;

/** @param publications when each source that counts was published; reports of sources not in it do not count */
export function eventView(event: ProjectedRecord, publications: ReadonlyMap<string, Publication>): EventView {
  const counting = event.reports.filter(({ source }) => publications.has(source));
  const affirming = counting.filter(({ stance }) => stance === 'AFFIRMS');
  const basis = decisive(counting.length > 0 ? counting : event.reports);
  const participations = participationViews(event, basis);
  return {
    stances: [...new Set(counting.map(({ stance }) => stance))].sort(),
    date: combineDates(basis.map(({ date }) => parseEdtf(date))),
    known: knownFrom(affirming, publications),
    participations,
    relationships: affirming.length > 0 ? relationshipViews(participations, affirming, publications) : [],
  };
}

/** Whom it acts for, else itself. Equals on one side, as two of a delegation, did not meet each other. */
export function sideOf({ entity, onBehalfOf }: Pick<ParticipationView, 'entity' | 'onBehalfOf'>): string {
  return onBehalfOf ?? entity;
}

function participationViews(event: ProjectedRecord, basis: readonly ReportRecord[]): ParticipationView[] {
  const stated = statedParticipations(event);
  const isNamed = (participation: StatedParticipation): boolean => statedBy(participation, basis).length > 0;
  const named = stated.filter(isNamed);
  const faces = facesIn(event, named);
  const views: Omit<ParticipationView, 'leads'>[] = stated.map((participation) => ({
    ...participation,
    through: null,
    named: isNamed(participation),
    principal: isNamed(participation) && participation.onBehalfOf === null,
    faces: faces(participation.role),
  }));
  for (const { role, onBehalfOf } of named) {
    if (
      onBehalfOf === null ||
      views.some((view) => view.principal && view.role === role && view.entity === onBehalfOf)
    )
      continue;
    const acting = named.filter((other) => other.role === role && other.onBehalfOf === onBehalfOf);
    const reports = acting.some((one) => one.reports === null)
      ? null
      : distinct(acting.flatMap((one) => one.reports ?? []));
    const through = distinct(acting.map(({ entity }) => entity));
    views.push({
      entity: onBehalfOf,
      role,
      onBehalfOf: null,
      reports,
      through,
      named: false,
      principal: true,
      faces: faces(role),
    });
  }
  return views.map((view) => ({
    ...view,
    leads: views.find((other) => isShown(other) && other.entity === view.entity) === view,
  }));
}

function isShown({ named, principal }: Pick<ParticipationView, 'named' | 'principal'>): boolean {
  return named || principal;
}

/** Which role each role is related to: agents to targets, parties to parties, those of a crowd to its format or host. */
function facesIn(
  { type }: ProjectedRecord,
  named: readonly StatedParticipation[],
): (role: Role) => Role | null {
  const { from, to } = projectedRoles(type);
  const count = (role: Role): number => named.filter((one) => one.role === role).length;
  const centre = (['FORMAT', 'HOST'] as const).find((role) => count(role) > 0);
  const other = from === 'PARTY' && count('PARTY') > CROWD && centre !== undefined ? centre : to;
  return (role) => (role === from ? other : role === other ? from : null);
}

function relationshipViews(
  participations: readonly ParticipationView[],
  affirming: readonly ReportRecord[],
  publications: ReadonlyMap<string, Publication>,
): RelationshipView[] {
  const relationships = new Map<string, RelationshipView>();
  for (const from of participations) {
    for (const to of participations) {
      const level = levelBetween(from, to);
      if (level === null) continue;
      const reports = statedBy(from, statedBy(to, affirming));
      const key = `${from.entity} ${to.entity}`;
      if (reports.length === 0 || relationships.get(key)?.level === 'NAMED') continue;
      const sources = distinct(reports.map(({ source }) => source));
      relationships.set(key, {
        from: from.entity,
        to: to.entity,
        level,
        known: knownFrom(reports, publications),
        sources,
      });
    }
  }
  return [...relationships.values()];
}

/** The level of the relationship from one to the other, `null` where there is none. Of two equals the lesser id comes first. */
function levelBetween(from: ParticipationView, to: ParticipationView): Level | null {
  if (from.faces !== to.role || to.faces !== from.role || from.role === 'TARGET') return null;
  if (from.role === 'FORMAT' || from.role === 'HOST') return null;
  if (from.entity === to.entity) return null;
  if (from.role === to.role && (from.entity > to.entity || sideOf(from) === sideOf(to))) return null;
  if (from.named && to.named) return 'NAMED';
  return from.principal && to.principal ? 'PRINCIPAL' : null;
}

function statedBy(
  { reports }: Pick<StatedParticipation, 'reports'>,
  among: readonly ReportRecord[],
): readonly ReportRecord[] {
  return reports === null ? among : among.filter((report) => reports.includes(reportKey(report)));
}

function knownFrom(
  reports: readonly ReportRecord[],
  publications: ReadonlyMap<string, Publication>,
): KnownFrom {
  const found = reports.flatMap(({ source }) => publications.get(source) ?? []);
  return {
    possibly: earliestOf(found.map(({ earliest }) => earliest)),
    certainly: earliestOf(found.map(({ latest }) => latest)),
  };
}

function earliestOf(days: readonly Day[]): Day {
  return days.reduce((a, b) => (a < b ? a : b), LAST_DAY);
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}

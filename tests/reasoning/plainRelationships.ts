import type { Participation } from '../../src/record/participation.ts';
import type { ReportRecord } from '../../src/record/report.ts';
import type { RelationshipView } from '../../src/reasoning/eventView.ts';
import type { ProjectedRecord } from '../../src/reasoning/projectedRecord.ts';
import type { Publication } from '../../src/reasoning/publication.ts';

/**
 * What relationships an event projects, found the plain way: for every two entities and every report, ask whether
 * the report relates them by name, or those who act for them.
 */
export function plainRelationships(
  event: ProjectedRecord,
  publications: ReadonlyMap<string, Publication>,
): RelationshipView[] {
  const reports = event.reports.filter(
    ({ source, stance }) => stance === 'AFFIRMS' && publications.has(source),
  );
  const readByPeople = reports.filter(({ coding }) => coding !== 'MACHINE');
  const deciding = readByPeople.length > 0 ? readByPeople : reports;
  const facing = facingRole(event, reports);
  const partsIn = (report: ReportRecord): readonly Participation[] =>
    report.participants ?? event.participants;
  const all = reports.flatMap(partsIn);
  const entities = [
    ...new Set(all.flatMap(({ entity, onBehalfOf }) => [entity, onBehalfOf ?? entity])),
  ].sort();
  const found: RelationshipView[] = [];
  for (const from of entities) {
    for (const to of entities) {
      if (from === to || (facing === 'PARTY' && from > to)) continue;
      const byName = reports.filter((report) =>
        relates(partsIn(report), facing, from, to, ({ entity }) => entity),
      );
      const bySide = reports.filter((report) => relates(partsIn(report), facing, from, to, side));
      const stating = reports.filter((report) => byName.includes(report) || bySide.includes(report));
      if (!stating.some((report) => deciding.includes(report))) continue;
      const days = stating.map(({ source }) => publications.get(source)!);
      found.push({
        from,
        to,
        level: byName.length > 0 ? 'NAMED' : 'PRINCIPAL',
        known: {
          possibly: days.map(({ earliest }) => earliest).sort()[0]!,
          certainly: days.map(({ latest }) => latest).sort()[0]!,
        },
        sources: [...new Set(stating.map(({ source }) => source))].sort(),
        datasets: [...new Set(stating.map(({ dataset = '' }) => dataset))].sort(),
        codings: [...new Set(stating.map(({ coding = 'HUMAN' }) => coding))].sort(),
      });
    }
  }
  return found;
}

/** Whom a party of a meeting, or an agent, is related to. */
function facingRole({ type, participants }: ProjectedRecord, reports: readonly ReportRecord[]): string {
  if (type !== 'MET') return 'TARGET';
  const all = reports.flatMap((report) => report.participants ?? participants);
  const parties = new Set(
    all.filter(({ role }) => role === 'PARTY').map((party) => `${party.entity} for ${party.onBehalfOf}`),
  );
  if (parties.size <= 20) return 'PARTY';
  if (all.some(({ role }) => role === 'FORMAT')) return 'FORMAT';
  return all.some(({ role }) => role === 'HOST') ? 'HOST' : 'PARTY';
}

function relates(
  participants: readonly Participation[],
  facing: string,
  from: string,
  to: string,
  idOf: (participation: Participation) => string,
): boolean {
  const pairs = participants.flatMap((one) => participants.map((other) => [one, other] as const));
  return pairs.some(([one, other]) => {
    const isFrom = one.role === (facing === 'TARGET' ? 'AGENT' : 'PARTY') && other.role === facing;
    const isFromEither = [idOf(one), idOf(other)].join() === [from, to].join();
    const areOneSide = facing === 'PARTY' && side(one) === side(other);
    return isFrom && isFromEither && !areOneSide;
  });
}

function side({ entity, onBehalfOf }: Participation): string {
  return onBehalfOf ?? entity;
}

import fc from 'fast-check';
import type { Coding } from '../../src/ontology/codings.ts';
import type { EventType } from '../../src/ontology/lookups.ts';
import type { Participation } from '../../src/record/participation.ts';
import { REPORT } from '../../src/record/report.ts';
import type { Role } from '../../src/ontology/roles.ts';
import type { ProjectedRecord, ProjectedReport } from '../../src/reasoning/projectedRecord.ts';
import type { Publication } from '../../src/reasoning/publication.ts';
import { nearDay } from '../time/arbitraries.ts';

const SOURCES = ['one', 'two', 'three', 'four'];
const ENTITIES = ['ada', 'bo', 'cy', 'dee', 'ed'];

/** A few dates that agree, differ, overlap and have open ends. */
const anyReportedDate = fc.constantFrom(
  '2024',
  '2024-02',
  '2024-02-03',
  '2024-02-04~',
  '[2024-01-30..2024-02-03]',
  '[..2024-02-10]',
  '2024-02-03/..',
  '2023-12/2024-02-03',
);

/** Few entities and sources, so that they meet each other often; some act for others, some for themselves too. */
function anyParticipants(type: EventType): fc.Arbitrary<Participation[]> {
  const roles: Role[] = type === 'MET' ? ['PARTY', 'PARTY', 'PARTY', 'HOST', 'FORMAT'] : ['AGENT', 'TARGET'];
  const participation = fc.record({
    role: fc.constantFrom(...roles),
    entity: fc.constantFrom(...ENTITIES),
    onBehalfOf: fc.option(fc.constantFrom(...ENTITIES), { freq: 2 }),
  });
  return fc.array(participation, { maxLength: 6 });
}

function anyReport(type: EventType, locator: number): fc.Arbitrary<ProjectedReport> {
  const said = fc.record({
    source: fc.constantFrom(...SOURCES),
    stance: fc.constantFrom('AFFIRMS', 'AFFIRMS', 'DENIES', 'EXPECTS'),
    date: anyReportedDate,
    participants: fc.option(anyParticipants(type)),
    dataset: fc.constantFrom('corpus', 'news'),
    coding: fc.constantFrom<Coding>('HUMAN', 'HUMAN', 'REGISTER', 'MACHINE'),
  });
  return said.map((report) => ({ ...REPORT.empty, ...report, locator: `p${locator}` }));
}

export const anyEvent: fc.Arbitrary<ProjectedRecord> = fc
  .constantFrom<EventType>('MET', 'URGED')
  .chain((type) =>
    fc.record({
      id: fc.constant('event:any'),
      type: fc.constant(type),
      participants: anyParticipants(type),
      reports: fc
        .integer({ min: 1, max: 5 })
        .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => anyReport(type, i)))),
    }),
  );

/** When each source was published; those left out are retracted. */
export const anyPublications: fc.Arbitrary<Map<string, Publication>> = fc
  .subarray(SOURCES)
  .chain((sources) =>
    fc.tuple(
      ...sources.map((source) =>
        fc.tuple(nearDay, nearDay).map(([a, b]): [string, Publication] => {
          const [earliest = a, latest = b] = [a, b].sort();
          return [source, { earliest, latest }];
        }),
      ),
    ),
  )
  .map((entries) => new Map(entries));

/** The same event with its reports and participants in another order. */
export function shuffled(event: ProjectedRecord): fc.Arbitrary<ProjectedRecord> {
  const inAnyOrder = <T>(items: readonly T[]): fc.Arbitrary<T[]> =>
    fc.shuffledSubarray([...items], { minLength: items.length });
  return fc.record({
    id: fc.constant(event.id),
    type: fc.constant(event.type),
    participants: inAnyOrder(event.participants),
    reports: fc
      .tuple(
        ...event.reports.map((report) =>
          (report.participants === null ? fc.constant(null) : inAnyOrder(report.participants)).map(
            (participants) => ({ ...report, participants }),
          ),
        ),
      )
      .chain(inAnyOrder),
  });
}

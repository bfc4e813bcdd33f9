import { ofRegime } from './ofRegime.ts';
import { readCorpus } from '../../src/program/readCorpus.ts';
import type { EventRecord } from '../../src/record/event.ts';
import type { ReportRecord } from '../../src/record/report.ts';
import { declarationOf, ANNOUNCING_TYPES, regimeTypes } from '../../src/ontology/lookups.ts';
import type { Regime } from '../../src/ontology/regimes.ts';
import type { Role } from '../../src/ontology/roles.ts';
import { countsBy } from '../../src/reasoning/countsBy.ts';
import { participantsIn, participationKey } from '../../src/record/participation.ts';
import { publicationBy, publicationOf } from '../../src/reasoning/publication.ts';
import type { RegimeEvent, ReportedEvent, StatusSubject } from '../../src/reasoning/status/regimeEvent.ts';
import type { Day } from '../../src/time/day.ts';

export interface Asked {
  authority: string;
  subject: string;
  regime: Regime;
  list?: string;
  knownBy?: Day;
}

const corpus = await readCorpus();

/** The events of the corpus that bear on the question, with the reports that count. */
export function corpusEvents({ authority, subject, regime, list, knownBy }: Asked): RegimeEvent[] {
  return corpus.events.flatMap((event) => {
    const roles = rolesOf(event, regime);
    if (roles === null) return [];
    const authorities = holders(event, roles.authority);
    const concerns = authorities.length === 0 || authorities.includes(authority);
    if (!concerns || !roles.subject.some((role) => holders(event, role).includes(subject))) return [];
    const lists = holders(event, 'LIST');
    if (list !== undefined && lists.length > 0 && !lists.includes(list)) return [];
    const reports = counting(event.reports, knownBy ?? null);
    const { id, type, intends } = event;
    return [ofRegime({ id, type, intends, isGeneral: authorities.length === 0, reports })];
  });
}

export function about({ authority, subject, regime, list }: Asked): StatusSubject {
  const kind = corpus.entities.find(({ id }) => id === authority)?.kind ?? 'COUNTRY';
  return { authority, kind, subject, regime, list: list ?? null };
}

/** All events of the corpus that belong to some regime, with the reports that count and whom each has take part. */
export function corpusReported(): ReportedEvent[] {
  return corpus.events
    .filter(({ type }) => declarationOf(type).status !== undefined)
    .map((event) => ({
      ...event,
      reports: counting(event.reports, null).map((report) => ({
        ...report,
        participants: participantsIn(report, event).map(participationKey),
      })),
    }));
}

function rolesOf(
  { type, intends }: EventRecord,
  regime: Regime,
): { authority: Role; subject: Role[] } | null {
  const status = declarationOf(type).status;
  if (status !== undefined && regimeTypes(regime).includes(type)) {
    return { authority: status.authority, subject: [status.subject] };
  }
  const announces =
    ANNOUNCING_TYPES.includes(type) && intends !== null && regimeTypes(regime).includes(intends);
  return announces ? { authority: 'AGENT', subject: ['TARGET', 'ABOUT'] } : null;
}

/** Those that take part in the role, themselves or through those who act for them. */
function holders({ participants }: EventRecord, role: Role): string[] {
  return participants
    .filter((participation) => participation.role === role)
    .flatMap(({ entity, onBehalfOf }) => (onBehalfOf === null ? [entity] : [entity, onBehalfOf]));
}

/** The reports that count, with what was known of their sources' publication. */
function counting(reports: readonly ReportRecord[], knownBy: Day | null) {
  return reports.flatMap((report) => {
    const { published, retracted } = validityOf(report.source);
    return countsBy({ published, retracted }, knownBy, 'POSSIBLE')
      ? [{ ...report, published: publicationBy(published, knownBy) }]
      : [];
  });
}

function validityOf(id: string) {
  const source = corpus.sources.find((each) => each.id === id)!;
  const affirmed = corpus.events.flatMap(({ reports }) =>
    reports.filter((report) => report.source === id && report.stance === 'AFFIRMS').map(({ date }) => date),
  );
  return { published: publicationOf(source, affirmed), retracted: source.retracted };
}

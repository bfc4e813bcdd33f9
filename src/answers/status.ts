import { ANNOUNCING_TYPES, STATUS_TYPES } from '../ontology/lookups.ts';
import type { Regime } from '../ontology/regimes.ts';
import type { EntityCells, EventRow, SourceCells } from '../queries/parts/columns.ts';
import { regimeEvents } from '../queries/regimeEvents.ts';
import { forStatuses, type Knowledge } from '../reasoning/countsBy.ts';
import { existenceOf } from '../reasoning/status/course.ts';
import { breaksIfRetracted } from '../reasoning/status/breaksIfRetracted.ts';
import {
  authoritiesOf,
  generalEvents,
  mayHoldOn,
  regimesOf,
  type ReportedEvent,
  statusEvents,
  type StatusSubject,
} from '../reasoning/status/regimeEvent.ts';
import {
  type Announcement,
  type Dispute,
  type Evidence,
  type NamedPart,
  type PartOnDay,
  statusOn,
} from '../reasoning/status/statusOn.ts';
import type { StatusState } from '../reasoning/status/statusState.ts';
import { type WeakestLink, weakestLink } from '../reasoning/weakestLink.ts';
import { ENTITY } from '../record/entity.ts';
import type { CombinedDate } from '../time/combineDates.ts';
import { type Day, today } from '../time/day.ts';
import { entityOf, sourcesOf } from './ids.ts';
import { KnownEvents } from './knownEvents.ts';
import type { Reader } from './reader.ts';
import { supportOf } from './support.ts';

/** The day, at whose end a status is asked for, and by which day what it follows from was known. */
export interface DayQuestion extends Knowledge {
  /** Today if left out. */
  readonly on?: Day | null;
}

/** What may be in force for a subject, whoever the authority is. */
export interface StatusQuestion extends DayQuestion {
  readonly subject: string;
  readonly regime: Regime;
  /** Only what concerns this list, an entity. */
  readonly list?: string | null;
}

/** What follows for an authority and a subject on a day, with the events and sources from which it follows. */
export interface StatusAnswer {
  readonly authority: EntityCells;
  readonly subject: EntityCells;
  readonly list: EntityCells | null;
  readonly regime: Regime;
  readonly on: Day;
  readonly state: StatusState;
  readonly since: CombinedDate | null;
  readonly lastEvidence: CombinedDate | null;
  readonly carriedForward: boolean;
  readonly parts: readonly StatusPartAnswer[];
  readonly evidence: readonly EvidenceAnswer[];
  readonly announced: readonly AnnouncementAnswer[];
  readonly disputes: readonly DisputeAnswer[];
  /** The ids of the sources each of whose retraction alone would change the state. Costs as much as many statuses. */
  readonly findBreaking: () => readonly string[];
}

/** The status of one list, or of one post. */
export interface StatusPartAnswer extends PartOnDay {
  readonly list: EntityCells | null;
  readonly post: string | null;
}

export type EvidenceAnswer = Cited<Evidence>;
export type AnnouncementAnswer = Cited<Announcement>;

export interface DisputeAnswer {
  readonly about: Dispute['about'];
  readonly events: readonly EventRow[];
  /** The date by each reading, if they differ on it. */
  readonly dates: readonly CombinedDate[];
  readonly sources: readonly SourceCells[];
}

/** With the event and the sources themselves in place of their ids. */
type Cited<T> = Omit<T, 'event' | 'sources'> & {
  readonly event: EventRow;
  readonly sources: readonly SourceCells[];
};

/** What was in force between the authority and the subject. */
export async function statusOf(
  reader: Reader,
  authority: string,
  question: StatusQuestion,
): Promise<StatusAnswer> {
  const basis = await basisOf(reader, question.subject, question);
  return await answerFor(reader, basis, { ...statusIn(question), authority }, question);
}

/** The status with every authority, in the order of their ids; and what was so that day by events that name none. */
export async function positionsOf(
  reader: Reader,
  question: StatusQuestion,
): Promise<{ rows: StatusAnswer[]; general: EventRow[] }> {
  const basis = await basisOf(reader, question.subject, question);
  const status = statusIn(question);
  const authorities = authoritiesOf(status, basis.known);
  if (authorities.length === 0) await checkNames(reader, question);
  const rows = await Promise.all(
    authorities.map((authority) => answerFor(reader, basis, { ...status, authority }, question)),
  );
  return {
    rows: rows.filter(isOfSomebody),
    general: generalEvents(status, basis.known)
      .filter((event) => mayHoldOn(question.on ?? today(), event))
      .map(({ id }) => basis.events.event(id)),
  };
}

/** Every status of the subject that has evidence, of these regimes or of any, by regime and authority. */
export async function statusesOf(
  reader: Reader,
  subject: string,
  regimes: readonly Regime[] | null,
  question: DayQuestion,
): Promise<StatusAnswer[]> {
  const basis = await basisOf(reader, subject, question);
  const named = regimesOf(subject, basis.known)
    .filter((regime) => regimes?.includes(regime) ?? true)
    .map((regime) => ({ subject, regime, list: null }))
    .flatMap((status) => authoritiesOf(status, basis.known).map((authority) => ({ ...status, authority })));
  const answers = await Promise.all(named.map((status) => answerFor(reader, basis, status, question)));
  return answers.filter((answer) => answer.state !== 'NO_RECORD' && isOfSomebody(answer));
}

/** A collective that a source names without listing its members is no authority. */
function isOfSomebody({ authority }: StatusAnswer): boolean {
  return !authority[ENTITY.place.group];
}

/** The sources each of whose retraction alone would change the state, in the order of their ids. */
export async function sourcesBreaking(
  reader: Reader,
  { findBreaking }: StatusAnswer,
): Promise<SourceCells[]> {
  return await sourcesOf(reader, findBreaking());
}

/**
 * The piece of evidence that the fewest independent sources affirm. Evidence against the state does not support it; an
 * uncertain state rests on all of it.
 */
export async function weakestEvidence(
  reader: Reader,
  { state, evidence }: Pick<StatusAnswer, 'state' | 'evidence'>,
): Promise<WeakestLink<EvidenceAnswer> | null> {
  const supporting = evidence.filter(({ bearing }) => bearing === SUPPORTS[state]);
  const links = (supporting.length > 0 ? supporting : evidence).map(async (link) => {
    const { independentSourceCount } = await supportOf(reader, link.sources, link.event.reports ?? []);
    return { link, independentSourceCount };
  });
  return weakestLink(await Promise.all(links));
}

const SUPPORTS: Readonly<Partial<Record<StatusState, Evidence['bearing']>>> = {
  IN_FORCE: 'FOR',
  NOT_IN_FORCE: 'AGAINST',
  SUSPENDED: 'AGAINST',
  LIFTED: 'AGAINST',
};

/** Every event from which any status of a subject can follow, and what was known of them. */
interface Basis {
  readonly events: KnownEvents;
  readonly known: readonly ReportedEvent[];
}

async function basisOf(reader: Reader, subject: string, question: Knowledge): Promise<Basis> {
  const statement = (owners: readonly string[]) => regimeEvents(owners, STATUS_TYPES, ANNOUNCING_TYPES);
  const rows = await reader.readFor(['regimeEvents'], subject, statement, ({ owner }) => owner);
  const events = new KnownEvents(rows);
  return { events, known: events.knownBy(forStatuses(question)) };
}

function statusIn({ subject, regime, list = null }: StatusQuestion) {
  return { subject, regime, list };
}

async function checkNames(reader: Reader, { subject, list = null }: StatusQuestion): Promise<void> {
  await entityOf(reader, 'subject', subject);
  if (list !== null) await entityOf(reader, 'list', list);
}

/** @param status the kind of its authority is known once that is read */
async function answerFor(
  reader: Reader,
  { events, known }: Basis,
  status: Omit<StatusSubject, 'kind'>,
  question: DayQuestion,
): Promise<StatusAnswer> {
  const [authority, subject, list] = await Promise.all([
    entityOf(reader, 'authority', status.authority),
    entityOf(reader, 'subject', status.subject),
    status.list === null ? null : entityOf(reader, 'list', status.list),
  ]);
  const on = question.on ?? today();
  const about: StatusSubject = { ...status, kind: authority[ENTITY.place.kind], wholes: events.wholes };
  const existed = existenceOf([authority, subject].map((cells) => cells[ENTITY.place.existed]));
  const options = { certainty: question.certainty, existed };
  const { parts, evidence, announced, disputed, ...whole } = statusOn(
    on,
    statusEvents(about, known),
    options,
  );
  return {
    ...{ authority, subject, list, regime: status.regime, on, ...whole },
    parts: parts.map((part) => namedPart(events, status.regime, part)),
    evidence: evidence.map((one) => cite(events, one)),
    announced: announced.map((one) => cite(events, one)),
    disputes: disputed.map((dispute) => ({
      about: dispute.about,
      events: dispute.events.map((id) => events.event(id)),
      dates: dispute.about === 'DATE' ? dispute.dates : [],
      sources: events.sources(dispute.events, dispute.sources),
    })),
    findBreaking: () => breaksIfRetracted(on, about, known, options),
  };
}

function namedPart(events: KnownEvents, regime: Regime, { name, ...part }: NamedPart): StatusPartAnswer {
  const list = regime === 'POST' || name === null ? null : events.entity(name);
  return { ...part, list, post: regime === 'POST' ? name : null };
}

function cite<T extends { readonly event: string; readonly sources: readonly string[] }>(
  events: KnownEvents,
  { event, sources, ...rest }: T,
): Cited<T> {
  return { ...rest, event: events.event(event), sources: events.sources([event], sources) };
}

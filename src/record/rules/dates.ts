import { addDays, type Day, LAST_DAY } from '../../time/day.ts';
import { EdtfError } from '../../time/edtfError.ts';
import { type BoundedDate, parseEdtf } from '../../time/parseEdtf.ts';
import type { Catalogues } from '../catalogue.ts';
import { type Drafts, reportsOf } from '../draft.ts';
import { type Fault, faultAt, type Path, type Wording } from '../fault.ts';
import type { ReportRecord } from '../report.ts';
import type { SourceRecord } from '../source.ts';
import type { RecordRule } from './rule.ts';

/** All dates are EDTF. */
export function* datesCanBeRead({ entities, sources, events }: Drafts): Iterable<Fault> {
  for (const { record, path } of entities) yield* faultsOfDate(record.existed, [...path, 'existed']);
  for (const { record, path } of sources) yield* faultsOfDate(record.published, [...path, 'published']);
  for (const { record, path } of events.flatMap(reportsOf))
    yield* faultsOfDate(record.date, [...path, 'date']);
}

function* faultsOfDate(text: string | null | undefined, path: Path): Iterable<Fault> {
  const date = read(text);
  if (date instanceof EdtfError) yield faultAt(path, `"${date.text}" ${date.reason}`, date.advice);
}

/** A source is published before it is read or retracted. */
export function* publishedBeforeRead({ sources }: Drafts): Iterable<Fault> {
  for (const { record, path } of sources) {
    const { published, read: dayRead, retracted } = record;
    const date = read(published);
    if (date === null || date instanceof EdtfError || dayRead === undefined || retracted === undefined)
      continue;
    if (date.earliest > dayRead) {
      const message = `it was published (${published}) after the day it was read (${dayRead})`;
      yield faultAt([...path, 'published'], message, 'Correct one of the two days.');
    }
    if (retracted !== null && date.earliest > retracted) {
      const message = `it was retracted (${retracted}) before it was published (${published})`;
      yield faultAt([...path, 'retracted'], message, 'Correct one of the two days.');
    }
  }
}

/** A source never states its own date as a range or as uncertain. Somebody derived such a date, and says how. */
export function* derivedDatesHaveABasis(
  { sources }: Drafts,
  _: Catalogues,
  wording: Wording,
): Iterable<Fault> {
  for (const { record, path } of sources) {
    const { published, publishedBasis } = record;
    const date = read(published);
    if (publishedBasis !== null || date === null || date instanceof EdtfError) continue;
    if (date.qualified || date.extent === 'SPAN' || date.precision === 'RANGE') {
      const basis = `\`${wording.field('publishedBasis')}\``;
      const message = `\`published\` is a date that the source does not state itself, but it has no ${basis}`;
      yield faultAt([...path, 'published'], message, `Add ${basis}: how the date was found.`);
    }
  }
}

/** A source knows nothing after its publication. What it expects, it does not affirm. */
export const nothingAffirmedAfterPublication: RecordRule = affirmedByPublication(0);

/** The same for data: it may date by a day that had begun elsewhere. */
export const nothingAffirmedDaysAfterPublication: RecordRule = affirmedByPublication(1);

function affirmedByPublication(daysOfGrace: number): RecordRule {
  return function* ({ events }, { sources }, wording) {
    for (const { record, path } of events.flatMap(reportsOf)) {
      const { source: id } = record;
      const source = id === undefined ? undefined : sources.find(id);
      const beyond = source && beyondPublication(record, source.record, daysOfGrace);
      if (!beyond) continue;
      const { isEnd, day, published } = beyond;
      yield faultAt(
        [...path, 'date'],
        `it affirms ${isEnd ? 'an end' : 'what began'} on ${day} at the earliest, after its source \`${wording.id(id ?? '')}\` at ${wording.place(source.path)} was published, on ${published} at the latest`,
        isEnd
          ? 'Write `..` for the end, and add a report of stance EXPECTS for it.'
          : 'Correct one of the two days, or make the stance EXPECTS.',
      );
    }
  };
}

/** Nobody takes part in what happened before it existed, or after. One can always speak of it. */
export function* participantsExisted(
  { events }: Drafts,
  { entities }: Catalogues,
  wording: Wording,
): Iterable<Fault> {
  for (const event of events) {
    for (const { record, path } of reportsOf(event)) {
      const date = record.stance === 'AFFIRMS' ? readDate(record.date) : null;
      if (date === null) continue;
      for (const { role, entity, onBehalfOf } of record.participants ?? event.record.participants ?? []) {
        for (const id of role === 'ABOUT' ? [] : [entity, ...(onBehalfOf === null ? [] : [onBehalfOf])]) {
          const text = entities.find(id)?.record.existed;
          const existed = readDate(text);
          if (existed === null || (date.latest >= existed.earliest && date.earliest <= existed.latest))
            continue;
          const message = `it dates the event \`${record.date}\`, when \`${wording.id(id)}\`, ${role}, did not exist: that existed \`${text}\``;
          yield faultAt([...path, 'date'], message, 'Correct the date, the participant, or when it existed.');
        }
      }
    }
  }
}

/** What a report affirms that its source cannot know. */
export interface BeyondPublication {
  /** Of something that began in time. */
  readonly isEnd: boolean;
  /** The first on which it can have begun or ended. */
  readonly day: Day;
  /** The last day on which the source can have been published. */
  readonly published: Day;
}

/**
 * What the report affirms of days after the publication of its source; `null` if nothing, or if a date cannot be read.
 * @param daysOfGrace how many days later it may be
 */
export function beyondPublication(
  { stance, date }: Partial<ReportRecord>,
  source: Partial<SourceRecord>,
  daysOfGrace: number,
): BeyondPublication | null {
  const published = lastDayOfPublication(source);
  const affirmed = stance === 'AFFIRMS' ? readDate(date) : null;
  if (published === undefined || affirmed === null) return null;
  const last = addDays(published, daysOfGrace);
  const { earliest, endEarliest, extent } = affirmed;
  if (earliest > last) return { isEnd: false, day: earliest, published };
  const isOver = extent === 'SPAN' && endEarliest !== LAST_DAY;
  return isOver && endEarliest > last ? { isEnd: true, day: endEarliest, published } : null;
}

/** The last day on which the source can have been published; undefined if that cannot be read. */
export function lastDayOfPublication({ published, read: dayRead }: Partial<SourceRecord>): Day | undefined {
  const date = read(published);
  return date === null || date instanceof EdtfError || date.latest === LAST_DAY ? dayRead : date.latest;
}

/** `null` if there is no date, or none that can be read. */
export function readDate(text: string | null | undefined): BoundedDate | null {
  const date = read(text);
  return date instanceof EdtfError ? null : date;
}

/** `null` if there is no date. */
function read(text: string | null | undefined): BoundedDate | EdtfError | null {
  if (typeof text !== 'string') return null;
  try {
    return parseEdtf(text);
  } catch (error) {
    if (error instanceof EdtfError) return error;
    throw error;
  }
}

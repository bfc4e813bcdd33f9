import { combineDates } from '../../time/combineDates.ts';
import { cutDate } from '../../time/cutDate.ts';
import { type Day, LAST_DAY } from '../../time/day.ts';
import type { BoundedDate } from '../../time/parseEdtf.ts';
import type { Catalogues } from '../catalogue.ts';
import type { Draft, Drafts } from '../draft.ts';
import type { EventRecord } from '../event.ts';
import { type Fault, faultAt, type Wording } from '../fault.ts';
import { cyclesOf } from './cycles.ts';
import { lastDayOfPublication, readDate } from './dates.ts';

/** A part lies within a whole that begins and ends on known days, and not altogether outside of any other. */
export function* partsWithinWholes(
  { events }: Drafts,
  catalogues: Catalogues,
  wording: Wording,
): Iterable<Fault> {
  for (const { own: part, other: whole, id, path } of linked(events, 'partOf', catalogues)) {
    const { earliest, beginLatest, endEarliest, latest } = whole;
    const isExact = earliest === beginLatest && endEarliest === latest && latest !== LAST_DAY;
    const isWithin = part.earliest >= earliest && part.latest <= latest;
    const isOutside = part.latest < earliest || part.earliest > latest;
    if (isExact ? isWithin : !isOutside) continue;
    yield faultAt(
      path,
      `it lies on ${daysOf(part)}, not within its whole \`${wording.id(id)}\` on ${daysOf(whole)}`,
      'Date its reports to days of the whole, and give the `basis`; or take the link out.',
    );
  }
}

/** What follows something does not begin before it. */
export function* sequelsBeginAfterwards(
  { events }: Drafts,
  catalogues: Catalogues,
  wording: Wording,
): Iterable<Fault> {
  for (const { own: sequel, other: first, id, path } of linked(events, 'follows', catalogues)) {
    if (sequel.earliest >= first.earliest && sequel.beginLatest >= first.beginLatest) continue;
    yield faultAt(
      path,
      `it begins on ${beginOf(sequel)}, but \`${wording.id(id)}\`, which it follows, begins on ${beginOf(first)}`,
      'Date its reports to days afterwards, and give the `basis`; or take the link out.',
    );
  }
}

interface Linked {
  /** When the event with the link took place, and when the one to which it leads. */
  readonly own: BoundedDate;
  readonly other: BoundedDate;
  /** The event to which the link leads. */
  readonly id: string;
  /** The place of the link. */
  readonly path: Fault['path'];
}

/** The links between events that sources affirm. */
function* linked(
  events: readonly Draft<EventRecord>[],
  field: 'partOf' | 'follows',
  { events: catalogue, sources }: Catalogues,
): Iterable<Linked> {
  // What goes in a circle has a fault already.
  const links = new Map(events.map(({ record }) => [record.id ?? '', record[field] ?? []]));
  const circling = new Set(cyclesOf(links).flat());
  for (const draft of events) {
    if (circling.has(draft.record.id ?? '')) continue;
    const ids = draft.record[field] ?? [];
    const own = ids.length > 0 ? affirmedDate(draft, sources) : null;
    if (own === null) continue;
    for (const [index, id] of ids.entries()) {
      const found = catalogue.find(id);
      const other = found === undefined ? null : affirmedDate(found, sources);
      if (other !== null) yield { own, other, id, path: [...draft.path, field, index] };
    }
  }
}

/** By the reports that affirm it; `null` if there are none that can be read. */
function affirmedDate({ record }: Draft<EventRecord>, sources: Catalogues['sources']) {
  const dates = (record.reports ?? []).flatMap(({ stance, date, source: id }) => {
    const read = stance === 'AFFIRMS' ? readDate(date) : null;
    const source = id === undefined ? undefined : sources.find(id);
    const last: Day = (source && lastDayOfPublication(source.record)) ?? LAST_DAY;
    return read === null ? [] : [cutDate(read, { first: read.earliest, last })];
  });
  return dates.length === 0 ? null : combineDates(dates);
}

function daysOf({ earliest, latest }: BoundedDate): string {
  return someOf(earliest, latest);
}

function beginOf({ earliest, beginLatest }: BoundedDate): string {
  return someOf(earliest, beginLatest);
}

function someOf(first: Day, last: Day): string {
  return first === last ? first : `[${first}..${last === LAST_DAY ? '' : last}]`;
}

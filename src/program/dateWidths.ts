import type { DatasetRecord } from '../record/dataset.ts';
import { eventDate } from '../reasoning/eventDate.ts';
import { type Publication, publicationOf } from '../reasoning/publication.ts';
import type { CombinedDate } from '../time/combineDates.ts';
import { type Day, daysBetween, FIRST_DAY, LAST_DAY } from '../time/day.ts';

/** The rows of the table: the widest windows of each, in days between the first and the last. */
const WIDTHS = {
  'one day': 0,
  'up to a month': 31,
  'up to a year': 366,
  'over a year': Infinity,
  open: null,
} as const;

type Width = keyof typeof WIDTHS;

/** How exactly an event of the dataset is dated by the reports that affirm it. */
export interface DatedEvent {
  readonly id: string;
  readonly date: CombinedDate;
  /** It lasts: it begins and ends on two days, or goes on. */
  readonly lasts: boolean;
  /** Of the days on which it can have happened; of what lasts, the wider of its begin and its end. */
  readonly width: Width;
}

/** The events that sources affirm, with the width of their dates. */
export function datedEvents({ sources, events }: DatasetRecord): DatedEvent[] {
  const published = publications(sources, events);
  return events.flatMap(({ id, reports }) => {
    const counting = reports.flatMap((report) => {
      const known = published.get(report.source);
      return report.stance !== 'AFFIRMS' || known === undefined ? [] : [{ ...report, published: known }];
    });
    const date = eventDate(counting);
    return date === null ? [] : [{ id, date, lasts: date.extent === 'SPAN', width: widthOf(date) }];
  });
}

/** Of the sources that are not retracted. */
function publications(
  sources: DatasetRecord['sources'],
  events: DatasetRecord['events'],
): Map<string, Publication> {
  const affirmed = new Map<string, string[]>();
  for (const { source, stance, date } of events.flatMap(({ reports }) => reports))
    if (stance === 'AFFIRMS') affirmed.set(source, [...(affirmed.get(source) ?? []), date]);
  return new Map(
    sources
      .filter(({ retracted }) => retracted === null)
      .map((source) => [source.id, publicationOf(source, affirmed.get(source.id) ?? [])]),
  );
}

/** The events by the width of their dates, those of one day apart from those that last, as a table. */
export function widthTable(dataset: DatasetRecord): string {
  const events = datedEvents(dataset);
  const count = (width: Width, lasts: boolean): string =>
    String(events.filter((event) => event.width === width && event.lasts === lasts).length);
  const rows = Object.keys(WIDTHS) as Width[];
  return [
    row('Affirmed events by the width of their dates', 'of a day', 'lasting'),
    ...rows.map((width) => row(`  ${width}`, count(width, false), count(width, true))),
  ].join('\n');
}

function row(title: string, ...cells: readonly string[]): string {
  return title.padEnd(44) + cells.map((cell) => cell.padStart(10)).join('');
}

function widthOf({ earliest, beginLatest, endEarliest, latest }: CombinedDate): Width {
  const begin = daysOf(earliest, beginLatest);
  // An end that is still to come has no window.
  const end = latest === LAST_DAY ? 0 : daysOf(endEarliest, latest);
  const days = begin === null || end === null ? null : Math.max(begin, end);
  const open = days === null || (beginLatest === LAST_DAY && latest === LAST_DAY);
  const widths = Object.entries(WIDTHS) as [Width, number | null][];
  return widths.find(([, most]) => (open ? most === null : most !== null && days <= most))?.[0] ?? 'open';
}

/** `null` if the first or the last is unknown. */
function daysOf(first: Day, last: Day): number | null {
  return first === FIRST_DAY || last === LAST_DAY ? null : daysBetween(first, last);
}

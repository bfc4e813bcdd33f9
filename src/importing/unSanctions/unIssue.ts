import { EVENT, type EventRecord } from '../../record/event.ts';
import { REPORT } from '../../record/report.ts';
import { SOURCE, type SourceRecord } from '../../record/source.ts';
import type { Absence } from '../../reasoning/absences.ts';
import { type Day, nextDay } from '../../time/day.ts';
import { displayDate } from '../../time/displayDate.ts';
import type { ImportInput } from '../importer.ts';
import type { InputFile } from '../rows/inputFile.ts';
import { resultOf } from '../rows/rowResult.ts';
import { listFile } from './unListFile.ts';
import { referencesIn, type UnListing, unListingOf } from './unListing.ts';
import { SECURITY_COUNCIL, unListName } from './unLists.ts';

/** An issue of the list: the list as it was generated on a day. */
export interface UnIssue {
  readonly day: Day;
  readonly source: SourceRecord;
  /** The lines of the first listings that have a reference. Its other listings are faults. */
  readonly firstLines: ReadonlyMap<string, number>;
  /** Why nothing is concluded from who is missing, if that is so. */
  readonly notes: readonly string[];
}

/** Reads a file for what concerns it as a whole; `null` if it has no listings. */
export async function readUnIssue(
  file: InputFile,
  { isPartial = false }: Pick<ImportInput, 'isPartial'>,
): Promise<UnIssue | null> {
  let day: Day | null = null;
  let nameless = 0;
  const firstLines = new Map<string, number>();
  const gone = new Set<string>();
  const unread = new Set<string>();
  const { listings, loss } = listFile(file);
  for await (const row of listings) {
    day = row.generated;
    const { fault } = resultOf(row, () => {
      const { reference, delistedOn } = unListingOf(row);
      if (!firstLines.has(reference)) firstLines.set(reference, row.line);
      if (delistedOn !== null) gone.add(reference);
      return {};
    });
    if (fault === undefined) continue;
    const references = referencesIn(row);
    if (references.length === 0) nameless += 1;
    for (const reference of references) unread.add(reference);
  }
  if (day === null) return null;
  const lost = loss();
  const reasons = [
    ...(nameless === 0 ? [] : [`${nameless} of its listings have no reference that can be read`]),
    ...(lost === null ? [] : [lost]),
  ];
  const isWhole = !isPartial && reasons.length === 0;
  const own = [...unread].filter((reference) => !firstLines.has(reference)).sort();
  return {
    day,
    firstLines,
    source: sourceOf(
      day,
      isWhole ? { entries: firstLines.size - gone.size + own.length, unread: own } : null,
    ),
    notes: isPartial
      ? []
      : reasons.map(
          (reason) => `"${file.name}": ${reason}. Nothing is concluded from who is missing from it.`,
        ),
  };
}

function sourceOf(
  day: Day,
  whole: { readonly entries: number; readonly unread: readonly string[] } | null,
): SourceRecord {
  return {
    ...SOURCE.empty,
    id: `source:un-sanctions-issue-${day}`,
    title: `The consolidated sanctions list of the UN Security Council, as generated on ${displayDate({ edtf: day })}`,
    titled: false,
    publisher: SECURITY_COUNCIL.name,
    published: day,
    read: day,
    ...whole,
  };
}

/** The issue observes that the entity is on the list on its day. */
export function presenceOf(
  { day, source }: UnIssue,
  { reference, name, list }: UnListing,
  { listed, listId, dataset }: { listed: string; listId: string; dataset: string },
): EventRecord {
  return {
    ...observed({ agent: SECURITY_COUNCIL.id, entity: listed, list: listId }),
    id: `event:${dataset}-${slugOfReference(reference)}-on-${day}`,
    type: 'LISTS',
    summary: `${name} is on the sanctions list of the UN Security Council: ${unListName(list)}.`,
    reports: [{ ...REPORT.empty, source: source.id, date: day, locator: reference }],
  };
}

/** The entity is gone from the list since some day after the last issue that has it, or is still not on it. */
export function absenceOf(
  { issue: { day, source }, entry, lastListed }: Absence,
  dataset: string,
): EventRecord {
  const { key, name, list } = entry;
  const from = lastListed === null ? day : nextDay(lastListed);
  const [mark, type, words] =
    lastListed === null
      ? ['not-on', 'DOES_NOT_LIST' as const, 'is not on']
      : ['gone', 'DELISTED' as const, 'is gone from'];
  return {
    ...observed(entry),
    id: `event:${dataset}-${slugOfReference(key)}-${list.replace(/^un-list-/, '')}-${mark}-${day}`,
    type,
    summary: `${name} ${words} the sanctions list of the UN Security Council.`,
    reports: [
      {
        ...REPORT.empty,
        ...{ source, locator: key },
        date: from === day ? day : `[${from}..${day}]`,
        basis:
          lastListed === null
            ? null
            : `The issue of ${lastListed} has the entry, and that of ${day} has not.`,
      },
    ],
  };
}

function observed({ agent, entity, list }: Record<'agent' | 'entity' | 'list', string>) {
  return {
    ...EVENT.empty,
    topics: ['sanctions'],
    participants: [
      { role: 'AGENT' as const, entity: agent, onBehalfOf: null },
      { role: 'TARGET' as const, entity, onBehalfOf: null },
      { role: 'LIST' as const, entity: list, onBehalfOf: null },
    ],
  };
}

/** `TAi.026` as a part of an id: `tai-026`. */
export function slugOfReference(reference: string): string {
  return reference.toLowerCase().replace('.', '-');
}

import { compareTexts } from '../ontology/compareTexts.ts';
import type { Day } from '../time/day.ts';

/** An issue of a register, as far as the graph holds it. */
export interface Issue {
  /** The id of its source. */
  readonly source: string;
  readonly day: Day;
  /** Nobody else was on the register on that day. */
  readonly isWhole: boolean;
  readonly entries: readonly IssueEntry[];
  /** The keys of entries that could not be read. */
  readonly unread: readonly string[];
}

export interface IssueEntry {
  readonly key: string;
  /** Who lists whom: the entity as the issue names it, under its own id. */
  readonly agent: string;
  readonly entity: string;
  readonly list: string;
  /** The id under which the entity is known, if it was joined with another. */
  readonly canonical: string;
  readonly name: string;
}

/** A whole issue without someone who was on an earlier one. */
export interface Absence {
  readonly issue: Issue;
  /** As the last issue has it that lists the entity. */
  readonly entry: IssueEntry;
  /** The day of that issue, if the entity was taken off since; `null` for what the issue observes on its own day. */
  readonly lastListed: Day | null;
}

/**
 * What whole issues observe by silence: for each list and entity that an earlier issue has, the issues without it. An
 * entity is on an issue if one that it was joined with is, or if its key there belongs to an entry that could not be
 * read, or to an entity that has not been joined with it yet.
 */
export function absencesIn(issues: readonly Issue[]): Absence[] {
  const known = new Map<string, Known>();
  const absences: Absence[] = [];
  for (const issue of [...issues].sort((a, b) => compareTexts(a.day, b.day))) {
    for (const entry of [...issue.entries].sort((a, b) => compareTexts(b.key, a.key))) {
      const place = `${entry.list} ${entry.canonical}`;
      const keys = (known.get(place)?.keys ?? new Set()).add(entry.key);
      known.set(place, { entry, keys, lastListed: issue.day, isGone: false });
    }
    const listed = new Set(issue.entries.map(({ list, key }) => `${list} ${key}`));
    const unread = new Set(issue.unread);
    for (const one of known.values()) {
      if (one.lastListed === issue.day) continue;
      if ([...one.keys].some((key) => unread.has(key) || listed.has(`${one.entry.list} ${key}`))) {
        one.lastListed = issue.day;
        one.isGone = false;
      } else if (issue.isWhole) {
        if (!one.isGone) absences.push({ issue, entry: one.entry, lastListed: one.lastListed });
        absences.push({ issue, entry: one.entry, lastListed: null });
        one.isGone = true;
      }
    }
  }
  return absences;
}

interface Known {
  readonly entry: IssueEntry;
  /** All under which issues have it. */
  readonly keys: Set<string>;
  lastListed: Day;
  isGone: boolean;
}

import type { EntityRecord } from './entity.ts';
import type { EventRecord } from './event.ts';
import type { Path } from './fault.ts';
import type { ReportRecord } from './report.ts';
import type { SourceRecord } from './source.ts';

/** A record that is to be checked, and where its reader found it. */
export interface Draft<R> {
  readonly record: Sound<R>;
  readonly path: Path;
}

/** A record without the fields that have a fault already, so that a rule reads none of them. */
export type Sound<R> = {
  readonly [Field in keyof R]?: Field extends 'reports' ? readonly Sound<ReportRecord>[] : R[Field];
};

/** The records that are checked together. */
export interface Drafts {
  readonly entities: readonly Draft<EntityRecord>[];
  readonly sources: readonly Draft<SourceRecord>[];
  readonly events: readonly Draft<EventRecord>[];
}

export function reportsOf({ record, path }: Draft<EventRecord>): Draft<ReportRecord>[] {
  return (record.reports ?? []).map((report, index) => ({
    record: report,
    path: [...path, 'reports', index],
  }));
}

/** The fields of a record in which no path is faulty. Each of its reports keeps its own sound fields. */
export function soundRecord(record: unknown, faultyPaths: readonly Path[]): object {
  if (faultyPaths.length === 0 && isMapping(record)) return record;
  if (!isMapping(record) || faultyPaths.some(({ length }) => length === 0)) return {};
  const fields = Object.entries(record).flatMap(([name, value]) => {
    const faulty = within(faultyPaths, name);
    if (faulty.length === 0) return [[name, value]];
    if (name !== 'reports' || !Array.isArray(value) || faulty.some(({ length }) => length === 0)) return [];
    return [[name, value.map((report: unknown, index) => soundRecord(report, within(faulty, index)))]];
  });
  return Object.fromEntries(fields) as object;
}

function within(paths: readonly Path[], step: string | number): Path[] {
  return paths.filter(([first]) => String(first) === String(step)).map((path) => path.slice(1));
}

export function isMapping(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

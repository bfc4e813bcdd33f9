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

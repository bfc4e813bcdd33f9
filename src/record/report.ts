import type { Stance } from '../ontology/stances.ts';
import type { Participation } from './participation.ts';

/** What one source says of one event. */
export interface ReportRecord {
  readonly source: string;
  readonly stance: Stance;
  /** The date as this source gives it (EDTF). */
  readonly date: string;
  /** Its wording of the date, in brief. */
  readonly wording: string | null;
  /** The entity to which the source attributes the claim. */
  readonly attributedTo: string | null;
  /** Where in the source: `p5` is its fifth paragraph. One source has one report of an event per locator. */
  readonly locator: string;
  /** The source's own key of the row that says so, as `scheme:value`: `icews14:4711`. Absent where it has none. */
  readonly key?: string;
  /** The participants that it gives, where they differ from the event's. */
  readonly participants: readonly Participation[] | null;
}

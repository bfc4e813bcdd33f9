import type { Closeness } from '../ontology/eventTypeDeclaration.ts';
import type { EventType } from '../ontology/lookups.ts';
import type { Participation } from './participation.ts';
import type { ReportRecord } from './report.ts';

/** One dated thing between entities, with everything that is said of it. */
export interface EventRecord {
  readonly id: string;
  readonly type: EventType;
  /** In our own words; whom one urged to do what. */
  readonly summary: string;
  /** The post held, taken or left. */
  readonly post: string | null;
  /** The type of the act that an announcement announces. */
  readonly intends: EventType | null;
  /** The CAMEO code of an imported row. */
  readonly cameo: string | null;
  /** How closely that code stands for the event's type; absent where there is no code, or where the type is CODED. */
  readonly closeness?: Closeness;
  readonly topics: readonly string[];
  readonly places: readonly string[];
  readonly figures: readonly Figure[];
  /** Events that this one is a part of. */
  readonly partOf: readonly string[];
  /** Events that this one follows from or answers. */
  readonly follows: readonly string[];
  /** As every report has it that does not give its own. */
  readonly participants: readonly Participation[];
  readonly reports: readonly ReportRecord[];
}

export interface Figure {
  readonly what: string;
  readonly value: number;
}

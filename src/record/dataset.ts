import type { Coding } from '../ontology/codings.ts';
import type { EntityRecord } from './entity.ts';
import type { EventRecord } from './event.ts';
import type { SourceRecord } from './source.ts';

/** Whose reports they are. */
export interface DatasetIdentity {
  readonly id: string;
  /** Who read the sources; a person if left out. */
  readonly coding?: Coding;
}

/** Everything that one dataset declares. Its loading touches nothing else. */
export interface DatasetRecord extends DatasetIdentity {
  readonly entities: readonly EntityRecord[];
  readonly sources: readonly SourceRecord[];
  readonly events: readonly EventRecord[];
}

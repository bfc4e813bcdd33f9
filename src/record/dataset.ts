import type { DatasetIdentity } from './datasetIdentity.ts';
import type { EntityRecord } from './entity.ts';
import type { EventRecord } from './event.ts';
import type { SourceRecord } from './source.ts';

/** Everything that one dataset declares. Its loading touches nothing else. */
export interface DatasetRecord extends DatasetIdentity {
  readonly entities: readonly EntityRecord[];
  readonly sources: readonly SourceRecord[];
  readonly events: readonly EventRecord[];
}

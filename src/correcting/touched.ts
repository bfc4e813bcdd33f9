import type { Graph } from '../graph/graph.ts';
import type { DatasetRecord } from '../record/dataset.ts';
import type { EventRecord } from '../record/event.ts';
import { participantsIn } from '../record/participation.ts';
import { datasetInOrder } from '../loading/datasetInOrder.ts';
import { planLoad, written } from '../loading/planLoad.ts';
import { readReportedEvents } from '../loading/writeReports.ts';

/** The events and entities that a load of an existing dataset may change. */
export interface Touched {
  /** The ids of the events that may change. */
  readonly events: readonly string[];
  /** The new records of those that the dataset has. */
  readonly records: readonly EventRecord[];
  /** The ids of those that it no longer has. */
  readonly removed: readonly string[];
  /** The entities that the records name. */
  readonly entities: readonly string[];
}

/** `null` if the graph holds nothing of the dataset yet: then all is new and corrects nothing. */
export async function touchedBy(graph: Graph, dataset: DatasetRecord): Promise<Touched | null> {
  const plan = await planLoad({ run: (statement) => graph.read(statement) }, datasetInOrder(dataset));
  const { events, sources } = plan;
  if (events.left + events.changed.length + events.removed.length === 0) return null;
  const restated = [...sources.changed.map(({ id }) => id), ...sources.removed];
  const reported = await graph.read(readReportedEvents(restated));
  const records = written(events);
  return {
    events: [
      ...new Set([...records.map(({ id }) => id), ...events.removed, ...reported.map(({ id }) => id)]),
    ].sort(),
    records,
    removed: events.removed,
    entities: records.flatMap(entitiesIn),
  };
}

function entitiesIn(event: EventRecord): string[] {
  return event.reports.flatMap((report) =>
    participantsIn(report, event).flatMap(({ entity, onBehalfOf }) =>
      onBehalfOf === null ? [entity] : [entity, onBehalfOf],
    ),
  );
}

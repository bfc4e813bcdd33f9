import type { DatasetRecord } from '../record/dataset.ts';
import type { EventRecord } from '../record/event.ts';
import type { Transaction } from '../graph/graph.ts';
import { participantsIn } from '../record/participation.ts';
import { readOthersIds } from './claims.ts';

/** A dataset refers to ids that do not exist; the message names the first of them. */
export class MissingReferences extends Error {
  override readonly name = 'MissingReferences';

  constructor(dataset: string, ids: readonly string[]) {
    const named = ids.slice(0, MAX_NAMED).join(', ');
    const more = ids.length > MAX_NAMED ? ` and ${ids.length - MAX_NAMED} more` : '';
    super(
      `The dataset "${dataset}" refers to unknown records: ${named}${more}. ` +
        'Declare them, or first load the dataset that declares them. Nothing was written.',
    );
  }
}

const MAX_NAMED = 20;

/**
 * The ids that records refer to and that no dataset declares. Entities and sources may be another dataset's; events
 * link only to events of their own.
 */
export async function missingReferences(
  transaction: Transaction,
  dataset: DatasetRecord,
): Promise<readonly string[]> {
  const { id, entities, sources, events } = dataset;
  const foreignEntities = without(entities, [
    ...entities.map(({ partOf }) => partOf),
    ...events.flatMap(entitiesIn),
  ]);
  const foreignSources = without(
    sources,
    events.flatMap(({ reports }) => reports.map(({ source }) => source)),
  );
  const foreignEvents = without(
    events,
    events.flatMap(({ partOf, follows }) => [...partOf, ...follows]),
  );
  const others = [
    ...(await transaction.run(readOthersIds('Entity', id, foreignEntities))),
    ...(await transaction.run(readOthersIds('Source', id, foreignSources))),
  ];
  const declared = new Set(others.map((other) => other.id));
  return [...foreignEntities, ...foreignSources, ...foreignEvents]
    .filter((foreign) => !declared.has(foreign))
    .sort();
}

function entitiesIn(event: EventRecord): (string | null)[] {
  return event.reports.flatMap((report) => [
    report.attributedTo,
    ...participantsIn(report, event).flatMap(({ entity, onBehalfOf }) => [entity, onBehalfOf]),
  ]);
}

/** The ids that none of the records has, each once. */
function without(records: readonly { readonly id: string }[], ids: Iterable<string | null>): string[] {
  const own = new Set(records.map(({ id }) => id));
  return [...new Set(ids)].filter((id): id is string => id !== null && !own.has(id));
}

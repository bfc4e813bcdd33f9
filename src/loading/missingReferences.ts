import type { DatasetRecord } from '../record/dataset.ts';
import type { EventRecord } from '../record/event.ts';
import type { Transaction } from '../graph/graph.ts';
import { participantsIn } from '../record/participation.ts';
import { readOthersIds } from './statements/claimStatements.ts';

/** A dataset refers to what is not there; the message names the first ids. */
export class MissingReferences extends Error {
  override readonly name = 'MissingReferences';

  constructor(dataset: string, ids: readonly string[]) {
    const named = ids.slice(0, NAMED).join(', ');
    const more = ids.length > NAMED ? ` and ${ids.length - NAMED} more` : '';
    super(
      `The dataset "${dataset}" refers to unknown records: ${named}${more}. ` +
        'Declare them, or first load the dataset that declares them. Nothing was written.',
    );
  }
}

const NAMED = 20;

/**
 * The ids that records refer to and that neither the dataset nor another declares. Entities and sources may be
 * another's; events link to those of their own dataset only.
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

/** Each id once that is none of the records'. */
function without(records: readonly { readonly id: string }[], ids: Iterable<string | null>): string[] {
  const own = new Set(records.map(({ id }) => id));
  return [...new Set(ids)].filter((id): id is string => id !== null && !own.has(id));
}

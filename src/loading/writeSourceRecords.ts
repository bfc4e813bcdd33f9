import type { Transaction } from '../graph/graph.ts';
import type { SourceRecord } from '../record/source.ts';
import { publicationOf, statesPublication } from '../reasoning/publication.ts';
import { batches } from './batches.ts';
import { claim } from './claims.ts';
import type { Diff } from './planLoad.ts';
import { projectSources } from './projectEvents.ts';
import { wholeSourceRow } from './shapes/wholeNodes.ts';
import {
  createSources,
  readValidities,
  type ValidityRow,
  writeSources,
} from './statements/sourceStatements.ts';

/**
 * Writes sources, with when they were published where they say so themselves. @returns those of them that were there
 * and now count for other days than before: what they report is to be projected anew
 */
export async function writeSourceRecords(
  transaction: Transaction,
  dataset: string,
  { created, joined, changed }: Diff<SourceRecord>,
): Promise<string[]> {
  for (const batch of batches(created))
    await transaction.run(
      createSources(
        batch.map((source) =>
          wholeSourceRow(dataset, source, statesPublication(source) ? publicationOf(source, []) : null),
        ),
      ),
    );
  const undated = created.filter((source) => !statesPublication(source));
  await projectSources(
    transaction,
    undated.map(({ id }) => id),
  );
  const there = [...joined, ...changed];
  if (there.length === 0) return [];
  const ids = there.map(({ id }) => id);
  const before = new Map((await transaction.run(readValidities(ids))).map((row) => [row.id, daysOf(row)]));
  await claim(transaction, 'Source', dataset, there);
  for (const batch of batches(there)) await transaction.run(writeSources(dataset, batch));
  await projectSources(transaction, ids);
  const now = await transaction.run(readValidities(ids));
  return now.filter((row) => daysOf(row) !== before.get(row.id)).map(({ id }) => id);
}

function daysOf({ earliest, latest, retracted }: ValidityRow): string {
  return [earliest, latest, retracted].join();
}

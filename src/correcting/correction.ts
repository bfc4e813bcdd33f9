import type { Graph } from '../graph/graph.ts';
import type { DatasetRecord } from '../record/dataset.ts';
import { overwrittenReports } from './overwrittenReports.ts';
import { type Consequences, consequencesOf } from './consequences.ts';
import { touchedBy } from './touched.ts';

/** What a load corrects: nothing, if the dataset is loaded for the first time. */
export interface Correction {
  /** A line for each status and event that changed. */
  readonly changed: readonly string[];
  /** A line for each report of the dataset that was removed or changed. */
  readonly overwritten: readonly string[];
}

/** Call it before the load, and what it returns after the load. */
export async function watchCorrection(
  graph: Graph,
  dataset: DatasetRecord,
): Promise<() => Promise<Correction>> {
  const touched = await touchedBy(graph, dataset);
  if (touched === null || touched.events.length === 0)
    return () => Promise.resolve({ changed: [], overwritten: [] });
  const { events } = touched;
  const { overwritten, named } = await overwrittenReports(graph, dataset.id, touched);
  const entities = [...new Set([...touched.entities, ...named])];
  const before = await consequencesOf(graph, events, entities);
  return async () => ({
    changed: between(before, await consequencesOf(graph, events, entities)),
    overwritten,
  });
}

function between(before: Consequences, after: Consequences): string[] {
  return [...changedIn(before.statuses, after.statuses), ...changedIn(before.events, after.events)];
}

function changedIn(before: Consequences['events'], after: Consequences['events']): string[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  return keys.flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    if (was?.text === is?.text) return [];
    const basis = is === undefined || is.basis === '' ? '' : ` (${is.basis})`;
    return [`${(is ?? was)?.about ?? key}: ${was?.text ?? NOT_KNOWN} → ${is?.text ?? NOT_KNOWN}${basis}`];
  });
}

const NOT_KNOWN = 'not known';

import type { Graph } from '../graph/graph.ts';
import type { DatasetRecord } from '../record/dataset.ts';
import { overwrittenReports } from './overwrittenReports.ts';
import { type Consequences, consequencesOf } from './consequences.ts';
import { touchedBy } from './touched.ts';

/** What a load corrects; nothing in it where the dataset is loaded for the first time. */
export interface Correction {
  /** Statuses and events that follow otherwise than before: a line each. */
  readonly changed: readonly string[];
  /** Reports that the dataset had and has no more, or has otherwise: a line each. */
  readonly overwritten: readonly string[];
}

/** To be asked before the load; what it answers, after it. */
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
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.flatMap((name) => {
    const [was, is] = [before.get(name)?.text ?? 'not known', after.get(name)?.text ?? 'not known'];
    const basis = after.get(name)?.basis ?? '';
    return was === is ? [] : [`${name}: ${was} → ${is}${basis === '' ? '' : ` (${basis})`}`];
  });
}

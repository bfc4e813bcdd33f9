import type { Graph } from '../graph/graph.ts';
import { currentVersion, versionText } from '../queries/contentVersion.ts';
import { ExportError } from './exportError.ts';
import { type Exporter, type ExportInput, type ExportOptions, FLAGS, type Piece } from './exporter.ts';

/**
 * Writes piece by piece. The pages of an export are not one transaction, so the output is valid only if the graph was
 * the same before and after.
 * @returns the number of events written
 * @throws ExportError if the graph changed, or if the format cannot express what is asked
 */
export async function exportGraph(
  exporter: Exporter,
  input: ExportInput,
  write: (piece: Piece) => Promise<void>,
): Promise<number> {
  for (const [option, flag] of Object.entries(FLAGS) as [keyof ExportOptions, string][]) {
    const reason = input[option] === undefined ? undefined : exporter.without[option];
    if (reason !== undefined) throw new ExportError(`${reason} Leave ${flag} out.`);
  }
  const refusal = input.filter === null ? null : (exporter.refuses?.(input.filter) ?? null);
  if (refusal !== null) throw new ExportError(refusal);
  const before = await versionOf(input.graph);
  let events = 0;
  for await (const piece of exporter.pieces(input)) {
    await write(piece);
    events += piece.events;
  }
  if ((await versionOf(input.graph)) === before) return events;
  throw new ExportError(
    'The graph changed while it was exported, so the output mixes two versions. Run the export again.',
  );
}

async function versionOf(graph: Graph): Promise<string> {
  const [row] = await graph.read(currentVersion());
  return row === undefined ? '' : versionText(row.version);
}

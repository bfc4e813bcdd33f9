import { readDecisions } from '../queries/allDecisions.ts';
import { knownDatasets } from '../queries/datasets.ts';
import { stated } from '../record/attribute.ts';
import { DATASET, type DatasetIdentity } from '../record/datasetIdentity.ts';
import { ENTITY } from '../record/entity.ts';
import { EVENT } from '../record/event.ts';
import { SOURCE } from '../record/source.ts';
import { datasetRecords, type Line } from './datasetRecords.ts';
import { type Exporter, type ExportInput, PATIENCE, type Piece } from './exporter.ts';

/** Chancery's own records, one JSON object a line: what `npm run import -- jsonl` reads. Nothing is lost. */
export const jsonl: Exporter = {
  description: "Chancery's own records, one JSON object a line, which can be imported again.",
  files: null,
  without: {
    levels: 'Format "jsonl" holds events, not relationships.',
    pairs: 'Format "jsonl" holds events, not relationships.',
    rawCells: 'Format "jsonl" has no cells.',
  },
  pieces,
};

async function* pieces(input: ExportInput): AsyncGenerator<Piece> {
  let current = '';
  const named = new Set<string>();
  const datasets = await input.graph.read(knownDatasets(), PATIENCE);
  const identities = new Map(datasets.map((one) => [one.id, stated(DATASET, one)]));
  for await (const lines of datasetRecords(input)) {
    let text = '';
    for (const { dataset, ...line } of lines) {
      if (dataset !== current) text += `${JSON.stringify(datasetLine(dataset, identities))}\n`;
      current = dataset;
      text += `${JSON.stringify(statedIn(line))}\n`;
      if ('entity' in line) named.add(line.entity.id);
    }
    yield { file: '', text, events: lines.filter((line) => 'event' in line).length };
  }
  const decisions = await input.graph.read(readDecisions(), PATIENCE);
  const exported = decisions.filter(({ left, right }) => named.has(left) && named.has(right));
  const text = exported
    .map(({ left, right, verdict, on, by }) => ({ left, right, verdict, on, by }))
    .sort((a, b) => (`${a.left} ${a.right}` < `${b.left} ${b.right}` ? -1 : 1))
    .map((decision) => `${JSON.stringify({ decision })}\n`)
    .join('');
  yield { file: '', text, events: 0 };
}

/** Each line says who read the sources; the first of a dataset also its terms. */
function datasetLine(id: string, identities: Map<string, object>): object {
  const { coding, ...terms } = (identities.get(id) ?? {}) as DatasetIdentity;
  const reader = coding === undefined ? {} : { coding };
  identities.set(id, reader);
  return { dataset: id, ...reader, ...terms, id: undefined };
}

/** A line leaves out what is usual. */
function statedIn(line: Line): object {
  if ('entity' in line) return { entity: stated(ENTITY, line.entity) };
  if ('source' in line) return { source: stated(SOURCE, line.source) };
  return 'event' in line ? { event: stated(EVENT, line.event) } : line;
}

import type { Exporter, ExportInput, Piece } from './exporter.ts';
import {
  describeNetwork,
  type Edge,
  edgeValues,
  filledIn,
  networkNotes,
  networkParts,
  type Node,
  NODE_VALUES,
  type Values,
} from './network.ts';
import { escapedXml } from './xml.ts';

/** A graph of entities and the dated relationships between them. */
export const graphml: Exporter = {
  description: 'Entities and the relationships between them as a graph, for Gephi, networkx and igraph.',
  files: null,
  without: { rawCells: 'Format "graphml" has no cells.' },
  notes: networkNotes,
  pieces,
};

async function* pieces(input: ExportInput): AsyncGenerator<Piece> {
  yield { file: '', text: await head(input), events: 0 };
  for await (const { nodes, edges, events } of networkParts(input))
    yield { file: '', text: [...nodes.map(node), ...edges.map(edge)].join(''), events };
  yield { file: '', text: '  </graph>\n</graphml>\n', events: 0 };
}

const OWN_NODE_KEYS = { label: 'string' };
const OWN_EDGE_KEYS = { label: 'string', weight: 'double' };
const TIMELINE_KEYS = { start: 'string', end: 'string' };

async function head(input: ExportInput): Promise<string> {
  const ofEdges = { ...OWN_EDGE_KEYS, ...edgeValues(input), ...TIMELINE_KEYS };
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <desc>${escapedXml(await describeNetwork(input))}</desc>
${keys('node', { ...OWN_NODE_KEYS, ...NODE_VALUES })}${keys('edge', ofEdges)}  <graph edgedefault="${input.pairs === true ? 'undirected' : 'directed'}">
`;
}

/** A key of the document, unlike those of the other kind: both nodes and edges have a label. */
function keyOf(of: 'node' | 'edge', name: string): string {
  return of === 'edge' && name in OWN_NODE_KEYS ? `edge-${name}` : name;
}

function keys(of: 'node' | 'edge', types: Readonly<Record<string, string>>): string {
  return Object.entries(types)
    .map(
      ([name, type]) =>
        `  <key id="${keyOf(of, name)}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`,
    )
    .join('');
}

function node({ id, label, values }: Node): string {
  return `    <node id="${escapedXml(id)}">${data('node', { label, ...values })}</node>\n`;
}

/** `start` and `end` are what Gephi makes its timeline of: every day on which the event can have been. */
function edge({ id, from, to, label, weight, start, end, values }: Edge): string {
  const all = data('edge', { label, weight, ...values, start, end });
  return `    <edge id="${escapedXml(id)}" source="${escapedXml(from)}" target="${escapedXml(to)}">${all}</edge>\n`;
}

function data(of: 'node' | 'edge', values: Values): string {
  return filledIn(values)
    .map(([name, value]) => `<data key="${keyOf(of, name)}">${escapedXml(value)}</data>`)
    .join('');
}

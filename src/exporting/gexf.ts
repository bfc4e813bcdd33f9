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
  type ValueType,
} from './network.ts';
import { escapedXml } from './xml.ts';

/** GEXF 1.3 (https://gexf.net): a dynamic graph, whose edges are there from their first to their last possible day. */
export const gexf: Exporter = {
  description:
    "The same graph with Gephi's timeline: GEXF 1.3, each edge with its start, its end and its kind.",
  files: null,
  without: { rawCells: 'Format "gexf" has no cells.' },
  notes: networkNotes,
  pieces,
};

/** All nodes stand before all edges, so the graph is read twice. */
async function* pieces(input: ExportInput): AsyncGenerator<Piece> {
  yield { file: '', text: await head(input), events: 0 };
  for await (const { nodes } of networkParts(input))
    yield { file: '', text: nodes.map(node).join(''), events: 0 };
  yield { file: '', text: '    </nodes>\n    <edges>\n', events: 0 };
  const kinds = new Kinds();
  for await (const { edges, events } of networkParts(input))
    yield { file: '', text: edges.map((each) => edge(each, kinds.of(each))).join(''), events };
  yield { file: '', text: '    </edges>\n  </graph>\n</gexf>\n', events: 0 };
}

async function head(input: ExportInput): Promise<string> {
  const direction = input.pairs === true ? 'undirected' : 'directed';
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
  <meta>
    <creator>Chancery</creator>
    <description>${escapedXml(await describeNetwork(input))}</description>
  </meta>
  <graph mode="dynamic" timeformat="date" timerepresentation="interval" defaultedgetype="${direction}" idtype="string">
${attributes('node', NODE_VALUES)}${attributes('edge', edgeValues(input))}    <nodes>
`;
}

function attributes(of: 'node' | 'edge', types: Readonly<Record<string, ValueType>>): string {
  const rows = Object.entries(types).map(
    ([name, type]) => `      <attribute id="${name}" title="${name}" type="${TYPES[type]}"/>\n`,
  );
  return `    <attributes class="${of}">\n${rows.join('')}    </attributes>\n`;
}

const TYPES: Readonly<Record<ValueType, string>> = { string: 'string', int: 'integer', boolean: 'boolean' };

function node({ id, label, values }: Node): string {
  return `      <node id="${escapedXml(id)}" label="${escapedXml(label)}">${attvalues(values)}</node>\n`;
}

function edge({ from, to, start, end, values, ...own }: Edge, kind: string | null): string {
  const { id, label, weight } = own;
  const named = { id, source: from, target: to, kind, label, weight, start, end };
  const all = filledIn(named).map(([name, value]) => ` ${name}="${escapedXml(value)}"`);
  return `      <edge${all.join('')}>${attvalues(values)}</edge>\n`;
}

function attvalues(values: Values): string {
  const all = filledIn(values).map(
    ([name, value]) => `<attvalue for="${name}" value="${escapedXml(value)}"/>`,
  );
  return all.length === 0 ? '' : `<attvalues>${all.join('')}</attvalues>`;
}

/**
 * Between two nodes there is one edge of a kind, or else readers merge them. So the second meeting of two is of the
 * kind `MET 2`; the attribute `type` is the same for both.
 */
class Kinds {
  readonly #counts = new Map<string, number>();

  of({ from, to, type }: Edge): string | null {
    if (type === null) return null;
    const key = `${from} ${to} ${type}`;
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return count === 1 ? type : `${type} ${count}`;
  }
}

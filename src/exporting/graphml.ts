import type { EventRelationshipRow } from '../queries/relationshipsOfEvents.ts';
import type { WholeEntityRow } from '../queries/wholeRecords.ts';
import { closedDays } from './closedDays.ts';
import type { Exporter, ExportInput, Piece } from './exporter.ts';
import { viewParts } from './viewParts.ts';

/** A graph of entities and the dated relationships between them. */
export const graphml: Exporter = {
  description: 'Entities and the relationships between them as a graph, for Gephi, networkx and igraph.',
  files: null,
  refuses: () => null,
  pieces,
};

async function* pieces(input: ExportInput): AsyncGenerator<Piece> {
  yield { file: '', text: HEAD, events: 0 };
  for await (const { entities, relationships, events } of viewParts(input)) {
    const text = [...entities.map(node), ...relationships.map(edge)].join('');
    yield { file: '', text, events: events.length };
  }
  yield { file: '', text: '  </graph>\n</graphml>\n', events: 0 };
}

const NODE_KEYS = { label: 'string', kind: 'string', group: 'boolean', partOf: 'string' } as const;
const EDGE_KEYS = {
  ...{ type: 'string', level: 'string', event: 'string' },
  ...{ edtf: 'string', earliest: 'string', latest: 'string', sources: 'int' },
} as const;

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${keys('node', NODE_KEYS)}${keys('edge', EDGE_KEYS)}  <graph edgedefault="directed">
`;

function keys(of: string, types: Readonly<Record<string, string>>): string {
  return Object.entries(types)
    .map(([name, type]) => `  <key id="${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`)
    .join('');
}

function node({ id, name, kind, group, partOf }: WholeEntityRow): string {
  return `    <node id="${escaped(id)}">${data({ label: name, kind, group, partOf })}</node>\n`;
}

/** Symmetric relationships are directed too, as they are stored: from the lesser id. */
function edge({ event, type, level, from, to, edtf, sources }: EventRelationshipRow): string {
  const { earliest, latest } = closedDays(edtf);
  const values = data({ type, level, event, edtf, earliest, latest, sources: sources.length });
  const id = escaped(`${event}#${from}#${to}`);
  return `    <edge id="${id}" source="${escaped(from)}" target="${escaped(to)}">${values}</edge>\n`;
}

/** Empty values are left out. */
function data(values: Readonly<Record<string, string | number | boolean | null>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== null && value !== '')
    .map(([key, value]) => `<data key="${key}">${escaped(String(value))}</data>`)
    .join('');
}

function escaped(text: string): string {
  return text.replace(NOT_XML, '').replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML 1.0 cannot contain. */
const NOT_XML =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

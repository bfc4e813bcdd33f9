import { declarationOf, isSymmetric } from '../ontology/lookups.ts';
import type { EventRelationshipRow } from '../queries/relationshipsOfEvents.ts';
import type { WholeEntityRow } from '../queries/wholeRecords.ts';
import { closedDays } from './closedDays.ts';
import type { Exporter, ExportInput, Piece } from './exporter.ts';
import { viewParts } from './viewParts.ts';

/**
 * A graph of entities and the dated relationships between them. It has one level unless others are asked for, because
 * of two levels an act would count twice.
 */
export const graphml: Exporter = {
  description: 'Entities and the relationships between them as a graph, for Gephi, networkx and igraph.',
  files: null,
  refuses: () => null,
  pieces,
};

async function* pieces({ levels = ['NAMED'], ...input }: ExportInput): AsyncGenerator<Piece> {
  yield { file: '', text: HEAD, events: 0 };
  for await (const { entities, relationships, events } of viewParts({ ...input, levels })) {
    const text = [...entities.map(node), ...relationships.map(edge)].join('');
    yield { file: '', text, events: events.length };
  }
  yield { file: '', text: '  </graph>\n</graphml>\n', events: 0 };
}

const NODE_KEYS = { label: 'string', kind: 'string', group: 'boolean', partOf: 'string' } as const;
const EDGE_KEYS = {
  ...{ label: 'string', weight: 'double', symmetric: 'boolean' },
  ...{ type: 'string', level: 'string', event: 'string', post: 'string' },
  ...{ sources: 'int', datasets: 'string', coding: 'string' },
  ...{ edtf: 'string', earliest: 'string', beginLatest: 'string', endEarliest: 'string', latest: 'string' },
  ...{ start: 'string', end: 'string' },
} as const;

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${keys('node', NODE_KEYS)}${keys('edge', EDGE_KEYS)}  <graph edgedefault="directed">
`;

/** A key of the document, unlike those of the other kind: both nodes and edges have a label. */
function keyOf(of: 'node' | 'edge', name: string): string {
  return of === 'edge' && name in NODE_KEYS ? `edge-${name}` : name;
}

function keys(of: 'node' | 'edge', types: Readonly<Record<string, string>>): string {
  return Object.entries(types)
    .map(
      ([name, type]) =>
        `  <key id="${keyOf(of, name)}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`,
    )
    .join('');
}

function node({ id, name, kind, group, partOf }: WholeEntityRow): string {
  return `    <node id="${escaped(id)}">${data('node', { label: name, kind, group, partOf })}</node>\n`;
}

/**
 * All edges are directed, because most readers refuse a mixture; `symmetric` says of which the direction means nothing.
 * Each weighs 1, so that merged edges weigh as much as the two have events. `start` and `end` are what Gephi makes its
 * timeline of: every day on which the event can have been.
 */
function edge(row: EventRelationshipRow): string {
  const { event, type, level, from, to, post, edtf, sources, datasets, coding } = row;
  const days = closedDays(edtf);
  const values = data('edge', {
    ...{ label: declarationOf(type).phrase, weight: 1, symmetric: isSymmetric(type) },
    ...{ type, level, event, post, sources: sources.length, datasets: datasets.join('; '), coding },
    ...{ edtf, ...days },
    ...{ start: days.earliest, end: days.latest },
  });
  const id = escaped(`${event}#${from}#${to}`);
  return `    <edge id="${id}" source="${escaped(from)}" target="${escaped(to)}">${values}</edge>\n`;
}

/** Empty values are left out. */
function data(
  of: 'node' | 'edge',
  values: Readonly<Record<string, string | number | boolean | null>>,
): string {
  return Object.entries(values)
    .filter(([, value]) => value !== null && value !== '')
    .map(([key, value]) => `<data key="${keyOf(of, key)}">${escaped(String(value))}</data>`)
    .join('');
}

function escaped(text: string): string {
  return text.replace(NOT_XML, '').replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML 1.0 cannot contain. */
const NOT_XML =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

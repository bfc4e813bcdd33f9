import { declarationOf, isSymmetric } from '../ontology/lookups.ts';
import type { EventRelationshipRow } from '../queries/relationshipsOfEvents.ts';
import type { WholeEntityRow } from '../queries/wholeRecords.ts';
import { closedDays } from './closedDays.ts';
import { datasetSentences, exportedDatasets } from './exportedDatasets.ts';
import type { Exporter, ExportInput, ExportOptions } from './exporter.ts';
import { type Pair, Pairs } from './pairs.ts';
import { viewParts } from './viewParts.ts';

/** The entities as nodes and their relationships as edges, for programs that draw and measure graphs. */
export interface NetworkPart {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  /** The number of events in the part. */
  readonly events: number;
}

export interface Node {
  readonly id: string;
  readonly label: string;
  readonly values: Values;
}

export interface Edge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly weight: number;
  /** The type of the event; `null` for the edge of a pair. */
  readonly type: string | null;
  /** The first and the last day on which it can have been; empty if not known. */
  readonly start: string;
  readonly end: string;
  readonly values: Values;
}

/** Under the names of the attributes that are declared; empty ones are left out. */
export type Values = Readonly<Record<string, string | number | boolean | null>>;
export type ValueType = 'string' | 'int' | 'boolean';
type Declared = Readonly<Record<string, ValueType>>;

export const NODE_VALUES = { kind: 'string', group: 'boolean', partOf: 'string' } as const satisfies Declared;

/** The attributes of edges beside label, weight, start and end. */
export function edgeValues({ pairs }: ExportOptions): Declared {
  return pairs === true ? PAIR_VALUES : EVENT_VALUES;
}

const EVENT_VALUES = {
  ...{ symmetric: 'boolean', type: 'string', level: 'string', event: 'string', post: 'string' },
  ...{ sources: 'int', datasets: 'string', coding: 'string' },
  ...{ edtf: 'string', earliest: 'string', beginLatest: 'string', endEarliest: 'string', latest: 'string' },
  closeness: 'string',
} as const satisfies Declared;

const PAIR_VALUES = {
  ...{ eventCount: 'int', types: 'string', earliest: 'string', latest: 'string' },
  ...{ openStarts: 'int', openEnds: 'int', sourceCount: 'int', independentSourceCount: 'int' },
  ...{ datasets: 'string', coding: 'string' },
} as const satisfies Declared;

/** A network has one level unless others are asked for, because of two levels an act would count twice. */
export const networkNotes: NonNullable<Exporter['notes']> = ({ levels }) =>
  levels === undefined
    ? [
        'Relationships of the level NAMED alone, so that an act counts once. For both: --levels NAMED,PRINCIPAL',
      ]
    : [];

/** Tables have both levels unless they add up pairs. */
export const pairNotes: NonNullable<Exporter['notes']> = (options) =>
  options.pairs === true ? networkNotes(options) : [];

/** What the file says of itself, in sentences. */
export async function describeNetwork(input: ExportInput): Promise<string> {
  const { levels = ['NAMED'], pairs } = input;
  const edges =
    pairs === true ? 'each edge all events of a pair of entities' : 'each edge an event between two entities';
  const datasets = datasetSentences(await exportedDatasets(input));
  return `Exported from Chancery: ${edges}, of the level ${levels.join(' and ')}. ${datasets}`.trim();
}

export async function* networkParts({
  levels = ['NAMED'],
  ...input
}: ExportInput): AsyncGenerator<NetworkPart> {
  const pairs = new Pairs();
  for await (const part of viewParts({ ...input, levels })) {
    if (input.pairs === true) pairs.add(part);
    yield {
      nodes: part.entities.map(nodeOf),
      edges: input.pairs === true ? [] : part.relationships.map(edgeOf),
      events: part.events.length,
    };
  }
  if (input.pairs === true)
    yield { nodes: [], edges: (await pairs.all(input.graph)).map(edgeOfPair), events: 0 };
}

function nodeOf({ id, name, kind, group, partOf }: WholeEntityRow): Node {
  return { id, label: name, values: { kind, group, partOf } };
}

/**
 * Edges of one graph all have a direction, because most readers refuse a mixture; `symmetric` says whose direction
 * means nothing. Each weighs 1, so that merged edges weigh as much as the two have events.
 */
function edgeOf(row: EventRelationshipRow): Edge {
  const { event, type, level, from, to, post, edtf, sources, datasets, coding, closeness } = row;
  const days = closedDays(edtf);
  return {
    ...{ id: `${event}#${from}#${to}`, from, to, label: declarationOf(type).phrase, weight: 1, type },
    ...{ start: days.earliest, end: days.latest },
    values: {
      ...{ symmetric: isSymmetric(type), type, level, event, post },
      ...{ sources: sources.length, datasets: datasets.join('; '), coding },
      ...{ edtf, ...days, closeness },
    },
  };
}

function edgeOfPair({ from, to, types, datasets, ...pair }: Pair): Edge {
  const { eventCount, earliest, latest, openStarts, openEnds, sourceCount, independentSourceCount, coding } =
    pair;
  return {
    ...{ id: `${from}#${to}`, from, to, weight: eventCount, type: null },
    label: types.map((type) => declarationOf(type).phrase).join('; '),
    ...{ start: earliest ?? '', end: latest ?? '' },
    values: {
      ...{ eventCount, types: types.join('; '), earliest, latest, openStarts, openEnds },
      ...{ sourceCount, independentSourceCount, datasets: datasets.join('; '), coding },
    },
  };
}

/** The values that are not empty, as texts. */
export function filledIn(values: Values): [name: string, value: string][] {
  return Object.entries(values).flatMap(([name, value]) =>
    value === null || value === '' ? [] : [[name, String(value)]],
  );
}

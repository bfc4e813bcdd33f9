import { shellStatements, type ShellStatement } from '../cypher/shellScript.ts';
import type { Explained, Graph, UnknownName } from '../graph/graph.ts';
import { GraphError } from '../graph/graphError.ts';
import { SYMMETRIC_TYPES } from '../ontology/lookups.ts';
import { suggest } from '../record/nearest.ts';
import { DAY_NAMES, LABELS, PROPERTY_NAMES, RELATIONSHIP_TYPES } from './graphNames.ts';

/** What is to be known of statements before they run. */
export interface Foreseen {
  readonly writes: boolean;
  /** Sentences on what makes an answer silently empty or incomplete. */
  readonly notices: readonly string[];
}

/** Looks through the text of a shell. Nothing is run. A statement that Neo4j cannot plan is left to the shell. */
export async function foresee(graph: Graph, script: string): Promise<Foreseen> {
  const found = await Promise.all(
    shellStatements(script).map(async (one): Promise<Foreseen> => {
      const explained = await planOf(graph, one);
      if (explained === null) return { writes: false, notices: [] };
      const { writes, unknown } = explained;
      if (writes) return { writes, notices: [] };
      return { writes, notices: [...unknown.flatMap(unknownName), ...arrows(one), ...daysAsTexts(one)] };
    }),
  );
  return {
    writes: found.some(({ writes }) => writes),
    notices: [...new Set(found.flatMap(({ notices }) => notices))],
  };
}

async function planOf(graph: Graph, { whole }: ShellStatement): Promise<Explained | null> {
  try {
    return await graph.explain(whole);
  } catch (error) {
    if (error instanceof GraphError) return null;
    throw error;
  }
}

const KNOWN: Record<UnknownName['is'], { readonly names: Iterable<string>; readonly all: string }> = {
  label: { names: LABELS, all: 'labels' },
  'relationship type': { names: RELATIONSHIP_TYPES, all: 'relationship-types' },
  property: { names: PROPERTY_NAMES, all: 'properties' },
};

/** A name of the model that this graph happens not to have is no mistake. */
function unknownName({ is, name }: UnknownName): string[] {
  const { names, all } = KNOWN[is];
  if ([...names].includes(name)) return [];
  const page = `They are listed in docs/reference/graph.md#${all}.`;
  return [`Nothing in the graph has the ${is} \`${name}\`. ${suggest(name, names, page)}`];
}

/** `-[r:MET]->`, `<-[:MET|URGED]-`, with what is in the brackets up to properties, lengths and conditions. */
const PATTERN = /(<?)-\s*\[([^\]]*)\]\s*-(>?)/g;

function arrows({ code }: ShellStatement): string[] {
  return [...code.matchAll(PATTERN)].flatMap(([, left = '', inside = '', right = '']) => {
    if ((left === '') === (right === '')) return [];
    const types = /^[^:{]*:([^{*]*?)(?:$|[{*]|\bWHERE\b)/s.exec(inside)?.[1] ?? '';
    const symmetric = types.includes('!')
      ? []
      : SYMMETRIC_TYPES.filter((type) => types.split(/\W+/).includes(type));
    return symmetric.map(
      (type) =>
        `\`${type}\` has no direction. It is stored from the smaller id to the larger, so a pattern with an arrow finds only some of what an entity took part in. Leave out the arrow: \`-[:${type}]-\`.`,
    );
  });
}

const OPERATOR = String.raw`(?:=~|=|<>|<=|>=|<|>|STARTS\s+WITH|ENDS\s+WITH|CONTAINS|IN\s*\[)`;
const DAY = String.raw`\w+\.(${DAY_NAMES.join('|')})`;
const DAY_AND_TEXT = new RegExp(
  String.raw`\b${DAY}\s*${OPERATOR}\s*['"]|['"]\s*(?:<>|<=|>=|=|<|>)\s*${DAY}\b`,
  'gi',
);

function daysAsTexts({ code }: ShellStatement): string[] {
  return [...code.matchAll(DAY_AND_TEXT)].map(
    ([, before, after]) =>
      `\`${before ?? after ?? ''}\` is a day, and no comparison of a day with a text is ever true. Write a day as \`date('2024-01-01')\`.`,
  );
}

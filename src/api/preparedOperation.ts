import {
  type ExecutionResult,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { DateColumn, EventBlocks } from '../queries/parts/columns.ts';

/**
 * What has been worked out about an operation, for when it comes again: the server keeps the document parsed, so that
 * its syntax nodes are the same each time.
 */
export interface PreparedOperation {
  /** What is selected below each field, by the name of the question. */
  readonly selections: Map<FieldNode, Map<string, unknown>>;
  /** The variables on which the size of its answer depends; `null` until they are looked for. */
  sizeVariables: readonly string[] | null;
  /** The sizes, as these variables give them, with which it was found small enough. */
  readonly acceptedSizes: Set<string>;
  /** How often it was executed. */
  executions: number;
  /** `null` for what is executed step by step. */
  compiled: CompiledOperation | null;
}

/** Executes the operation, as `graphql-jit` compiled it. */
export type CompiledOperation = (
  root: unknown,
  context: unknown,
  variables: Record<string, unknown> | null | undefined,
) => Promise<ExecutionResult> | ExecutionResult;

/** What is kept of an operation takes some tens of kilobytes once it is compiled. */
const MAX_PREPARED = 500;

/** The operation that came last stands last. */
const prepared = new Map<OperationDefinitionNode, PreparedOperation>();

/** The one object of an operation. Of more than 500 operations, the one that came longest ago is forgotten. */
export function preparedFor(operation: OperationDefinitionNode): PreparedOperation {
  const cached = prepared.get(operation) ?? {
    selections: new Map(),
    sizeVariables: null,
    acceptedSizes: new Set(),
    executions: 0,
    compiled: null,
  };
  prepared.delete(operation);
  prepared.set(operation, cached);
  if (prepared.size > MAX_PREPARED) {
    const [oldest = operation] = prepared.keys();
    prepared.delete(oldest);
  }
  return cached;
}

type Path = readonly string[];

/*
 * What the operation may select below a field. What variables leave out counts as selected, so that the answer is the
 * same each time that the operation comes: it is worked out once.
 */

/** Which blocks of an event at any of the paths; with all columns of each. */
export function selectedBlocks(info: GraphQLResolveInfo, ...paths: readonly Path[]): EventBlocks {
  return once(info, 'blocks', () => blocksOf(fieldsBelow(info, paths)));
}

/** The same with no more columns than are selected: only where nothing but the event itself is made of them. */
export function selectedColumns(info: GraphQLResolveInfo, ...paths: readonly Path[]): EventBlocks {
  return once(info, 'columns', () => columnsOf(info, fieldsBelow(info, paths)));
}

/** The names of the fields at the path. */
export function selectedFields(info: GraphQLResolveInfo, ...path: Path): readonly string[] {
  return once(info, path.join('.'), () => namesOf(fieldsBelow(info, [path])));
}

function once<T>(info: GraphQLResolveInfo, what: string, work: () => T): T {
  const [node, ...others] = info.fieldNodes;
  if (node === undefined || others.length > 0) return work();
  const { selections } = preparedFor(info.operation);
  let cached = selections.get(node);
  if (cached === undefined) selections.set(node, (cached = new Map<string, unknown>()));
  if (!cached.has(what)) cached.set(what, work());
  return cached.get(what) as T;
}

function blocksOf(fields: readonly FieldNode[]): EventBlocks {
  return {
    participants: selects(fields, NEED_PARTICIPANTS),
    // Whatever is asked as known by a day follows from the reports that counted then.
    reports: fields.some(asksByDay) || selects(fields, NEED_REPORTS),
  };
}

/** What follows from reports, whatever it shows of them. */
const DERIVED = [
  'independentSourceCount',
  'independentSources',
  'weakestLink',
  'breaksIfRetracted',
  'disagreements',
];
/** The lists themselves, and what follows from them. */
const NEED_PARTICIPANTS = ['participants', 'disagreements'];
const NEED_REPORTS = ['reports', ...DERIVED];
/** An event of which nothing is known has neither date nor participants. */
const NEED_STANCES = ['date', 'participants'];

function columnsOf(info: GraphQLResolveInfo, fields: readonly FieldNode[]): EventBlocks {
  const blocks = blocksOf(fields);
  if (fields.some(asksByDay) || selects(fields, DERIVED)) return blocks;
  const below = (...path: Path) =>
    namesOf(fields.flatMap((field) => fieldsUnder(field, path, info.fragments)));
  const date = below('date').map((name): DateColumn => DATE_COLUMNS[name] ?? 'date.edtf');
  const known: DateColumn[] = selects(fields, NEED_STANCES) ? ['date.known'] : [];
  return {
    ...blocks,
    columns: {
      event: unique([...namesOf(fields), ...date, ...known]),
      participant: below('participants'),
      entity: below('participants', 'entity'),
      onBehalfOf: below('participants', 'onBehalfOf'),
      report: below('reports'),
      // A relationship takes its sources from the reports, where they are there.
      source: unique([...below('reports', 'source'), ...below('sources')]),
      attributedTo: below('reports', 'attributedTo'),
    },
  };
}

/** What of a date does not follow from how it is written. */
const DATE_COLUMNS: Readonly<Partial<Record<string, DateColumn>>> = {
  disputed: 'date.disputed',
  qualified: 'date.qualified',
};

function selects(fields: readonly FieldNode[], names: readonly string[]): boolean {
  return fields.some(({ name }) => names.includes(name.value));
}

function asksByDay(field: FieldNode): boolean {
  return (
    field.arguments?.some(({ name, value }) => name.value === 'knownBy' && value.kind !== Kind.NULL) === true
  );
}

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

function fieldsBelow({ fieldNodes, fragments }: GraphQLResolveInfo, paths: readonly Path[]): FieldNode[] {
  return paths.flatMap((path) =>
    fieldNodes.flatMap(({ selectionSet }) => fieldsAt(selectionSet, path, fragments)),
  );
}

/** The fields that are selected below the path, through fragments too. */
function fieldsAt(set: SelectionSetNode | undefined, path: Path, fragments: Fragments): FieldNode[] {
  return (set?.selections ?? []).flatMap((selection): FieldNode[] => {
    if (selection.kind === Kind.FIELD)
      return path.length === 0 ? [selection] : fieldsUnder(selection, path, fragments);
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
    return fieldsAt(inner?.selectionSet, path, fragments);
  });
}

/** What the field selects at the rest of the path, where it is the path's first. */
function fieldsUnder(
  { name, selectionSet }: FieldNode,
  [first, ...rest]: Path,
  fragments: Fragments,
): FieldNode[] {
  return name.value === first ? fieldsAt(selectionSet, rest, fragments) : [];
}

/** In one order, so that one selection makes one statement. */
function namesOf(fields: readonly FieldNode[]): string[] {
  return unique(fields.map(({ name }) => name.value));
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}

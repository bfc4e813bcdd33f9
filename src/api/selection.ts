import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { EventBlocks } from '../queries/columns.ts';

/**
 * Which blocks of an event the operation may select at any of the paths below the field. What variables leave out
 * counts as selected, so that the answer is the same each time that the operation comes: it is worked out once.
 */
export function selectedBlocks(
  info: GraphQLResolveInfo,
  ...paths: readonly (readonly string[])[]
): EventBlocks {
  const [node, ...others] = info.fieldNodes;
  const known = node === undefined || others.length > 0 ? undefined : KNOWN.get(node);
  if (known !== undefined) return known;
  const fields = paths.flatMap((path) =>
    info.fieldNodes.flatMap(({ selectionSet }) => fieldsAt(selectionSet, path, info.fragments)),
  );
  const selects = (names: readonly string[]) => fields.some(({ name }) => names.includes(name.value));
  // Whatever is asked as known by a day follows from the reports that counted then.
  const blocks = {
    participants: selects(NEED_PARTICIPANTS),
    reports: fields.some(asksByDay) || selects(NEED_REPORTS),
  };
  if (node !== undefined && others.length === 0) KNOWN.set(node, blocks);
  return blocks;
}

/** By the field of the operation, which the server keeps parsed as long as it comes again. */
const KNOWN = new WeakMap<FieldNode, EventBlocks>();

/** The lists themselves, and what follows from them. */
const NEED_PARTICIPANTS = ['participants', 'disagreements'];
const NEED_REPORTS = ['reports', 'independentSources', 'weakestLink', 'breaksIfRetracted', 'disagreements'];

function asksByDay(field: FieldNode): boolean {
  return (
    field.arguments?.some(({ name, value }) => name.value === 'knownBy' && value.kind !== Kind.NULL) === true
  );
}

/** The fields that are selected below the path, through fragments too. */
function fieldsAt(
  set: SelectionSetNode | undefined,
  path: readonly string[],
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
): FieldNode[] {
  const [next, ...rest] = path;
  return (set?.selections ?? []).flatMap((selection): FieldNode[] => {
    if (selection.kind === Kind.FIELD) {
      if (next === undefined) return [selection];
      return selection.name.value === next ? fieldsAt(selection.selectionSet, rest, fragments) : [];
    }
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
    return fieldsAt(inner?.selectionSet, path, fragments);
  });
}

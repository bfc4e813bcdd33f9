import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';

export interface Measure {
  /** Levels of fields; introspection, which tools ask deeply, does not count. */
  readonly depth: number;
  /** Fields, once every fragment is written out where it is spread. */
  readonly fields: number;
}

/**
 * How large an operation is. Each fragment is measured once, as fragments that spread others twice come to more
 * fields than there is time to count. Validation has refused cyclic ones.
 */
export function measure(document: DocumentNode, operation: SelectionSetNode): Measure {
  const fragments = new Map(
    document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
    ),
  );
  return measureSet(operation, fragments, new Map());
}

function measureSet(
  set: SelectionSetNode | undefined,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  measured: Map<string, Measure>,
): Measure {
  const parts = (set?.selections ?? []).map((selection): Measure => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const name = selection.name.value;
      const cached = measured.get(name) ?? measureSet(fragments.get(name)?.selectionSet, fragments, measured);
      measured.set(name, cached);
      return cached;
    }
    const inside = measureSet(selection.selectionSet, fragments, measured);
    if (selection.kind === Kind.INLINE_FRAGMENT) return inside;
    const depth = selection.name.value.startsWith('__') ? 0 : 1 + inside.depth;
    return { depth, fields: 1 + inside.fields };
  });
  return {
    depth: Math.max(0, ...parts.map(({ depth }) => depth)),
    fields: parts.reduce((sum, { fields }) => sum + fields, 0),
  };
}

import type { GraphQLResolveInfo } from 'graphql';
import { parseResolveInfo, type ResolveTree } from 'graphql-parse-resolve-info';
import type { EventBlocks } from '../queries/columns.ts';

/** Which blocks of an event the operation selects at any of the paths below the field. */
export function selectedBlocks(
  info: GraphQLResolveInfo,
  ...paths: readonly (readonly string[])[]
): EventBlocks {
  const root = parseResolveInfo(info) as ResolveTree | null;
  const fields = root === null ? [] : paths.flatMap((path) => fieldsAt(root, path));
  const selects = (names: readonly string[]) => fields.some(({ name }) => names.includes(name));
  // Whatever is asked as known by a day follows from the reports that counted then.
  const asksByDay = fields.some(({ args }) => typeof args.knownBy === 'string');
  return { participants: selects(NEED_PARTICIPANTS), reports: asksByDay || selects(NEED_REPORTS) };
}

/** The lists themselves, and what follows from them. */
const NEED_PARTICIPANTS = ['participants', 'disagreements'];
const NEED_REPORTS = ['reports', 'independentSources', 'weakestLink', 'breaksIfRetracted', 'disagreements'];

function fieldsAt(tree: ResolveTree, path: readonly string[]): ResolveTree[] {
  const [next, ...rest] = path;
  const children = Object.values(tree.fieldsByTypeName).flatMap((fields) => Object.values(fields));
  if (next === undefined) return children;
  return children.filter(({ name }) => name === next).flatMap((child) => fieldsAt(child, rest));
}

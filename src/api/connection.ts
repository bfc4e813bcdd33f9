import { type ClassType, Field, Int, ObjectType, Root, ArgsType } from 'type-graphql';
import { badInput } from './errors.ts';
import type { Page } from '../queries/parts/page.ts';
import type { TimePlace } from '../time/bounds.ts';
import { isDay } from '../time/day.ts';

@ObjectType({ description: 'The position of a page in its list (Relay).' })
class PageInfo {
  @Field(() => Boolean, { description: 'Whether there are more rows after the last edge.' })
  declare hasNextPage: boolean;

  @Field(() => Boolean, { description: 'Whether there are more rows before the first edge.' })
  declare hasPreviousPage: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'The cursor of the first edge. Give it as `before` to get the previous page. Null if the page is empty.',
  })
  declare startCursor: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The cursor of the last edge. Give it as `after` to get the next page. Null if the page is empty.',
  })
  declare endCursor: string | null;
}

/** One page of a list. The count is read only if it is selected. */
export interface Connection<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: PageInfo;
  readonly count: () => Promise<number>;
}

/** The GraphQL types of a connection over `node`, named after it. */
export function connectionTypes<Node extends object>(
  node: ClassType<Node>,
  name: string,
  what: string,
): ClassType<Connection<Node>> {
  @ObjectType(`${name}Edge`, { description: `One row in a page of ${what}: the node and its cursor.` })
  class Edge extends PlainEdge {
    @Field(() => node, { description: 'The row itself.' })
    declare node: Node;
  }
  return typesOver(Edge, name, what);
}

/** The same for a list with `during`. */
export function datedConnectionTypes<Node extends object>(
  node: ClassType<Node>,
  name: string,
  what: string,
): ClassType<Connection<Node>> {
  @ObjectType(`${name}Edge`, { description: `One row in a page of ${what}: the node and its cursor.` })
  class Edge extends PlainEdge {
    @Field(() => node, { description: 'The row itself.' })
    declare node: Node;

    @Field(() => Boolean, {
      nullable: true,
      description:
        'Whether CERTAIN would list the row too: it overlaps `during` whatever its imprecise date turns out to be. Null without `during`.',
    })
    async certain(@Root() edge: RowEdge<unknown, Node, unknown>): Promise<boolean | null> {
      return await edge.isCertain();
    }
  }
  return typesOver(Edge, name, what);
}

@ObjectType()
abstract class PlainEdge {
  @Field(() => String, {
    description: 'The position of the row in the list, to give as `after` or `before`.',
  })
  declare cursor: string;
}

function typesOver<Node>(Edge: ClassType, name: string, what: string): ClassType<Connection<Node>> {
  @ObjectType(`${name}Connection`, { description: `A page of ${what} (Relay connection).` })
  class ConnectionType {
    @Field(() => [Edge], { description: 'The rows of this page, each with its cursor.' })
    declare edges: object[];

    @Field(() => PageInfo, { description: 'The position of this page in the list.' })
    declare pageInfo: PageInfo;

    @Field(() => Int, {
      description:
        'The number of rows in the whole list. Counting them costs extra time, so ask only if you need it.',
    })
    totalCount(@Root() { count }: Connection<Node>): Promise<number> {
      return count();
    }
  }
  return ConnectionType as unknown as ClassType<Connection<Node>>;
}

/** The part of the list that the arguments ask for. One row more is read than is shown. */
export function pageOf<Cursor>(
  args: PageArguments,
  isCursor: (value: unknown) => value is Cursor,
): Page<Cursor> {
  const limit = sizeOf(args) + 1;
  const backward = isBackward(args);
  const [name, cursor] = backward ? (['before', args.before] as const) : (['after', args.after] as const);
  return { limit, beyond: isGiven(cursor) ? decode(name, cursor, isCursor) : null, backward };
}

/** The page, from its rows in the order in which they were read. */
export function connectionFrom<Row, Node, Cursor>(
  args: PageArguments,
  page: Page<Cursor>,
  rows: readonly Row[],
  cursorOf: (row: Row) => Cursor,
  nodeOf: (row: Row) => Node,
  count: () => Promise<number>,
  isCertain: (node: Node) => Promise<boolean | null> = () => Promise.resolve(null),
): Connection<Node> {
  const shown = rows.slice(0, sizeOf(args));
  if (page.backward) shown.reverse();
  const edges = shown.map((row) => new RowEdge(row, cursorOf, nodeOf(row), isCertain));
  const isMore = rows.length > shown.length;
  const pageInfo = {
    hasNextPage: page.backward ? isGiven(args.before) : isMore,
    hasPreviousPage: page.backward ? isMore : isGiven(args.after),
    get startCursor() {
      return edges[0]?.cursor ?? null;
    },
    get endCursor() {
      return edges.at(-1)?.cursor ?? null;
    },
  };
  return { edges, pageInfo, count };
}

/** The cursor is encoded only if it is selected. */
class RowEdge<Row, Node, Cursor> {
  private readonly row: Row;
  private readonly cursorOf: (row: Row) => Cursor;
  private readonly certaintyOf: (node: Node) => Promise<boolean | null>;
  readonly node: Node;

  constructor(
    row: Row,
    cursorOf: (row: Row) => Cursor,
    node: Node,
    certaintyOf: (node: Node) => Promise<boolean | null>,
  ) {
    this.row = row;
    this.cursorOf = cursorOf;
    this.node = node;
    this.certaintyOf = certaintyOf;
  }

  get cursor(): string {
    return encode(this.cursorOf(this.row));
  }

  /** Whether the row must be in the list, whatever its date turns out to be. */
  isCertain(): Promise<boolean | null> {
    return this.certaintyOf(this.node);
  }
}

function sizeOf(args: PageArguments): number {
  const { first, last, after, before } = args;
  if (isGiven(first) && isGiven(last)) throw badInput('last', 'give either "first" or "last", not both.');
  if (isGiven(after) && isGiven(before))
    throw badInput('before', 'give either "after" or "before", not both.');
  if (isGiven(first) && isGiven(before)) throw badInput('before', 'goes with "last", not with "first".');
  if (isGiven(last) && isGiven(after)) throw badInput('after', 'goes with "first", not with "last".');
  const size = last ?? first ?? DEFAULT_PAGE;
  if (size >= 0 && size <= MAX_PAGE_SIZE) return size;
  throw badInput(isGiven(last) ? 'last' : 'first', `must be from 0 to ${MAX_PAGE_SIZE}; it is ${size}.`);
}

function isBackward({ last, before }: PageArguments): boolean {
  return isGiven(last) || isGiven(before);
}

/** GraphQL lets a client send null for an argument that it leaves out. */
function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}

function encode(cursor: unknown): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

function decode<Cursor>(name: string, text: string, isCursor: (value: unknown) => value is Cursor): Cursor {
  try {
    const cursor: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (isCursor(cursor)) return cursor;
  } catch {
    // Gets the same message as any other text that is no cursor.
  }
  throw badInput(name, 'is not a cursor of this list. Use one from "edges" or "pageInfo".');
}

/** Whether a value from a cursor is a place in the order of time, perhaps with more. */
export function isTimePlace(value: unknown): value is TimePlace {
  if (typeof value !== 'object' || value === null || !('open' in value) || !('at' in value)) return false;
  return typeof value.open === 'boolean' && typeof value.at === 'string' && isDay(value.at);
}

export const DEFAULT_PAGE = 20;
export const MAX_PAGE_SIZE = 200;

@ArgsType()
export class PageArguments {
  @Field(() => Int, {
    nullable: true,
    description: `The number of rows from the start, or after \`after\`: 0 to ${MAX_PAGE_SIZE}, by default ${DEFAULT_PAGE}.`,
  })
  declare first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only rows after this cursor. Goes with `first`.' })
  declare after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `The number of rows from the end, or before \`before\`: 0 to ${MAX_PAGE_SIZE}.`,
  })
  declare last?: number | null;

  @Field(() => String, { nullable: true, description: 'Only rows before this cursor. Goes with `last`.' })
  declare before?: string | null;
}

import { compareTexts } from '../ontology/compareTexts.ts';
import type { Candidate } from './candidates.ts';
import { isBefore, isExact, type Proposal, type ProposalOptions, whyDifferent } from './proposals.ts';

/** Entities that proposals connect, directly or through others. */
export interface Group {
  /**
   * The fewest and best proposals that connect all of them. The first has the entity on the left that would keep its
   * id; each of the others has on the left one that is connected already.
   */
  readonly proposals: readonly GroupedProposal[];
  /** Two of them that cannot be the same, and why; `null` if all can be. */
  readonly conflict: string | null;
}

interface GroupedProposal extends Proposal {
  /** Whether it is accepted without a look at it. */
  readonly isAccepted: boolean;
}

type Rules = Pick<ProposalOptions, 'first' | 'isDecided'>;

/** The groups of the proposals, those with the best proposals first. Those that are accepted connect first. */
export function groupsOf(
  proposals: readonly Proposal[],
  accepted: ReadonlySet<Proposal>,
  rules: Rules,
): Group[] {
  return connected(proposals).map((own) => ({
    proposals: treeOf(own, accepted, rules),
    conflict: conflictAmong(membersOf(own), rules),
  }));
}

interface Exact {
  readonly accepted: ReadonlySet<Proposal>;
  /** The number of groups of equal names that contradict. */
  readonly contradicting: number;
}

/**
 * The proposals that may be accepted at once. What exact ones connect is accepted whole or not at all: not if two of the
 * entities cannot be the same, or if one dataset has two of them, which it tells apart.
 */
export function exactAmong(proposals: readonly Proposal[], rules: Rules): Exact {
  const groups = connected(proposals.filter(isExact));
  const sound = groups.filter((own) => {
    const members = membersOf(own);
    return !shareDataset(members) && conflictAmong(members, rules) === null;
  });
  return { accepted: new Set(sound.flat()), contradicting: groups.length - sound.length };
}

/** The proposals of each group in their order; the groups in the order of their first ones. */
function connected(proposals: readonly Proposal[]): Proposal[][] {
  const parents = new Map<Candidate, Candidate>();
  for (const { left, right } of proposals) join(parents, left, right);
  const groups = new Map<Candidate, Proposal[]>();
  for (const proposal of proposals) {
    const root = rootOf(parents, proposal.left);
    const own = groups.get(root);
    if (own === undefined) groups.set(root, [proposal]);
    else own.push(proposal);
  }
  return [...groups.values()];
}

/** @returns whether they were not connected yet */
function join(parents: Map<Candidate, Candidate>, one: Candidate, other: Candidate): boolean {
  const [a, b] = [rootOf(parents, one), rootOf(parents, other)];
  if (a !== b) parents.set(b, a);
  return a !== b;
}

function rootOf(parents: Map<Candidate, Candidate>, candidate: Candidate): Candidate {
  let root = candidate;
  for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
  // Later searches are short.
  for (let each = candidate; each !== root;) {
    const next = parents.get(each) ?? root;
    parents.set(each, root);
    each = next;
  }
  return root;
}

function membersOf(proposals: readonly Proposal[]): Candidate[] {
  return [...new Set(proposals.flatMap(({ left, right }) => [left, right]))];
}

function treeOf(
  proposals: readonly Proposal[],
  accepted: ReadonlySet<Proposal>,
  { first }: Rules,
): GroupedProposal[] {
  const members = membersOf(proposals);
  const head = members.reduce((a, b) => (isBefore(b, a, first) ? b : a));
  const isAtHead = ({ left, right }: Proposal): boolean => left === head || right === head;
  const ranked = [...proposals].sort(
    (a, b) =>
      Number(accepted.has(b)) - Number(accepted.has(a)) ||
      b.score - a.score ||
      Number(isAtHead(b)) - Number(isAtHead(a)),
  );
  const parents = new Map<Candidate, Candidate>();
  const links = new Map<Candidate, GroupedProposal[]>(members.map((member) => [member, []]));
  for (const proposal of ranked) {
    if (!join(parents, proposal.left, proposal.right)) continue;
    const grouped = { ...proposal, isAccepted: accepted.has(proposal) };
    links.get(proposal.left)?.push(grouped);
    links.get(proposal.right)?.push(turned(grouped));
  }
  return outward(head, links);
}

/** The links from the head on, each from what is reached to what is not. */
function outward(
  head: Candidate,
  links: ReadonlyMap<Candidate, readonly GroupedProposal[]>,
): GroupedProposal[] {
  const reached = new Set([head]);
  const way: GroupedProposal[] = [];
  // A set visits what is added while it is visited.
  for (const member of reached) {
    for (const link of links.get(member) ?? []) {
      if (reached.has(link.right)) continue;
      reached.add(link.right);
      way.push(link);
    }
  }
  return way;
}

function turned({ left, right, why, ...rest }: GroupedProposal): GroupedProposal {
  return { ...rest, left: right, right: left, why: [...why].reverse() };
}

function shareDataset(members: readonly Candidate[]): boolean {
  const datasets = members.flatMap((member) => [...member.datasets]);
  return new Set(datasets).size < datasets.length;
}

/** More are not compared two by two. */
const MAX_COMPARED = 200;

function conflictAmong(members: readonly Candidate[], rules: Rules): string | null {
  if (members.length > MAX_COMPARED)
    return `${members.length} entities, too many to look for a contradiction`;
  const ordered = [...members].sort((a, b) => compareTexts(a.id, b.id));
  for (const [i, one] of ordered.entries()) {
    for (const other of ordered.slice(i + 1)) {
      const why = whyDifferent(one, other, rules);
      if (why !== null) return `${one.id} and ${other.id}: ${why}`;
    }
  }
  return null;
}

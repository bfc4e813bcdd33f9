import type { Day } from '../time/day.ts';
import type { CanonicalIds } from './canonicalRecord.ts';

/** What a reviewer found two entities to be. */
export type Verdict = 'same' | 'different';

/** Of two that are the same, both are known by the id on the left. */
export interface Decision {
  readonly left: string;
  readonly right: string;
  readonly verdict: Verdict;
}

/** A decision with the day on which it was taken, and by whom or in which file. */
export interface DatedDecision extends Decision {
  readonly on: Day;
  readonly by: string;
}

/** Names the pair, whichever of the two is on the left. */
export function pairKey({ left, right }: Pick<Decision, 'left' | 'right'>): string {
  return left < right ? `${left} ${right}` : `${right} ${left}`;
}

/**
 * The ids that joined entities are known by. Those that some decisions join, directly or by way of others, are one
 * class: it is known by its least id that is on the right of none of them, or where all are, by its least.
 */
export function canonicalIds(decisions: Iterable<Decision>): CanonicalIds {
  const same = [...decisions].filter(({ verdict }) => verdict === 'same');
  const onTheRight = new Set(same.map(({ right }) => right));
  const links = linksOf(same);
  const canonical = new Map<string, string>();
  const seen = new Set<string>();
  for (const start of links.keys()) {
    if (seen.has(start)) continue;
    const members = reached(start, links);
    for (const member of members) seen.add(member);
    const kept = members.filter((member) => !onTheRight.has(member));
    const id = least(kept.length > 0 ? kept : members);
    for (const member of members) if (member !== id) canonical.set(member, id);
  }
  return canonical;
}

/** A decision that two entities differ, and those that by way of others make them the same. */
export interface Contradiction<D extends Decision> {
  readonly different: D;
  readonly same: readonly D[];
}

export function contradictionsAmong<D extends Decision>(decisions: readonly D[]): Contradiction<D>[] {
  const same = decisions.filter(({ verdict }) => verdict === 'same');
  const canonical = canonicalIds(same);
  const known = (id: string): string => canonical.get(id) ?? id;
  const links = linksOf(same);
  return decisions
    .filter(({ verdict, left, right }) => verdict === 'different' && known(left) === known(right))
    .map((different) => ({ different, same: chain(different, links) }));
}

type Links<D extends Decision> = ReadonlyMap<string, readonly D[]>;

function linksOf<D extends Decision>(same: readonly D[]): Links<D> {
  const links = new Map<string, D[]>();
  for (const decision of same) {
    for (const end of [decision.left, decision.right]) {
      const own = links.get(end);
      if (own === undefined) links.set(end, [decision]);
      else own.push(decision);
    }
  }
  return links;
}

function reached(start: string, links: Links<Decision>): string[] {
  const members = new Set([start]);
  // A set visits what is added while it is visited.
  for (const member of members)
    for (const link of links.get(member) ?? []) members.add(otherEnd(link, member));
  return [...members];
}

/** The fewest decisions that lead from one side to the other. */
function chain<D extends Decision>({ left, right }: Decision, links: Links<D>): D[] {
  const ways = new Map<string, readonly D[]>([[left, []]]);
  for (const [here, way] of ways) {
    for (const link of links.get(here) ?? []) {
      const there = otherEnd(link, here);
      if (!ways.has(there)) ways.set(there, [...way, link]);
    }
  }
  return [...(ways.get(right) ?? [])];
}

function otherEnd({ left, right }: Decision, end: string): string {
  return left === end ? right : left;
}

function least(ids: readonly string[]): string {
  return ids.reduce((a, b) => (b < a ? b : a));
}

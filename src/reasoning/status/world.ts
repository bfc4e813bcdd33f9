import type { BoundedDate } from '../../time/parseEdtf.ts';
import { readings } from '../../time/readings.ts';
import { type DatedEvent, instantsOf, type Cluster, clustersOf, type Instant } from './instants.ts';
import { dateOfReport, dating, isDenied, type RegimeEvent } from './regimeEvent.ts';
import { FIRST_DAY, type Day } from '../../time/day.ts';
import {
  type Ordering,
  EMPTY_ORDERING,
  extendThrough,
  TooManyOrderings,
  type ClusterSearch,
} from './orderings.ts';
import type { WorldState, StatusState } from './statusState.ts';

/** More than a few disputed events allow together. Beyond it they are followed one at a time. */
const MAX_WORLDS = 256;

/**
 * One possible world for every way to follow the sources: each event that some source affirms has one of the dates on
 * which sources agree, or, if another source denies it, is left out. An event that none affirms is left out. If there
 * are more than MAX_WORLDS ways, those that depart from the first reading of every event in one event.
 */
export function worldsOf(events: readonly RegimeEvent[]): World[] {
  const choices = events.flatMap((event) => {
    const options = optionsOf(event);
    return options.length > 0 ? [options] : [];
  });
  const count = choices.reduce((product, options) => product * options.length, 1);
  const worlds = count <= MAX_WORLDS ? everyChoice(choices) : oneDeparture(choices);
  return worlds.map((world) => new World(variantsOf(world.flatMap((event) => event ?? [])).map(instantsOf)));
}

/**
 * One way to follow the sources, and the states that are possible by it.
 *
 * A history dates every instant within its range and orders those of one day. The likeliest take least to believe: one
 * with a contradiction is set aside if another has none; then one that needs a change nobody reported; then one that
 * passes over a statement about nobody in particular.
 *
 * Only the order of the instants matters, and an order can be dated exactly if giving each instant the first day that
 * is left leaves none too late. So orderings are tried, not days; those that have come to the same are tried once; and
 * between two clusters only the state is handed on.
 */
export class World {
  /** Those of all events. */
  readonly instants: readonly Instant[];
  readonly #variants: readonly Variant[];

  /** @param variants the instants, with or without those of the events that may concern something else */
  constructor(variants: readonly (readonly Instant[])[]) {
    this.instants = variants[0] ?? [];
    this.#variants = variants.map((instants) => {
      const clusters = clustersOf(instants);
      return { consistent: new OrderingSearch(clusters, false), any: new OrderingSearch(clusters, true) };
    });
  }

  /** The states possible at the end of the day by the likeliest histories; any state, if there are too many to search. */
  statesOn(day: Day): ReadonlySet<WorldState> {
    return unlessTooMany(ANYTHING, () => {
      const found = this.#variants.map(({ consistent, any }) => {
        const states = consistent.statesOn(day);
        return states.size > 0 ? states : any.statesOn(day);
      });
      return new Set(found.flatMap((states) => [...states]));
    });
  }

  /** Whether the instants cannot all be true; false if there are too many orderings to search. */
  isContradictory(): boolean {
    return unlessTooMany(false, () =>
      this.#variants.every(({ consistent }) => consistent.statesOn(FIRST_DAY).size === 0),
    );
  }
}

/** The orderings of one set of instants: without contradictions, and any. */
interface Variant {
  readonly consistent: OrderingSearch;
  readonly any: OrderingSearch;
}

/** More events that may concern something else are left out one at a time, or all. */
const MAX_OPTIONAL = 4;

/** The events with and without those that may concern something else; first all. */
function variantsOf(events: readonly DatedEvent[]): DatedEvent[][] {
  const optional = events.filter(({ isOptional }) => isOptional);
  const without = (left: readonly DatedEvent[]) => events.filter((event) => !left.includes(event));
  if (optional.length > MAX_OPTIONAL) return [[], optional, ...optional.map((event) => [event])].map(without);
  return optional
    .reduce<DatedEvent[][]>((sets, event) => [...sets, ...sets.map((set) => [...set, event])], [[]])
    .map(without);
}

/** What follows on a day, and every state that is possible on it in some world. */
export interface Conclusion {
  readonly state: StatusState;
  readonly possible: ReadonlySet<WorldState>;
}

/**
 * What follows at the end of the day: a state that is certain, as every history of every world has it. POSSIBLE, if it
 * varies within a world; DISPUTED, if worlds differ, or one cannot avoid a contradiction; NO_RECORD without evidence.
 */
export function conclusionOn(day: Day, worlds: readonly World[]): Conclusion {
  const found = worlds.map((world) => world.statesOn(day));
  const states = new Set(found.map(stateOf));
  const [state = 'NO_RECORD'] = states;
  return {
    state: states.size > 1 ? 'DISPUTED' : state,
    possible: new Set(found.flatMap((states) => [...states])),
  };
}

/** The dates that the sources which affirm the event give; each is one reading. */
export function datesOf(event: RegimeEvent): BoundedDate[] {
  return readings(dating(event).map(dateOfReport)).map(({ date }) => date);
}

function optionsOf(event: RegimeEvent): (DatedEvent | null)[] {
  const { id, effect, isGeneral, isOptional, isOfSubject: isFirstHand } = event;
  if (effect === null) return [];
  const dated = datesOf(event).map((date) => ({ id, effect, isGeneral, isOptional, isFirstHand, date }));
  return dated.length > 0 && isDenied(event) ? [...dated, null] : dated;
}

function everyChoice<T>(choices: readonly (readonly T[])[]): T[][] {
  return choices.reduce<T[][]>(
    (worlds, options) => worlds.flatMap((world) => options.map((option) => [...world, option])),
    [[]],
  );
}

function oneDeparture<T>(choices: readonly (readonly T[])[]): T[][] {
  const first = choices.flatMap((options) => options.slice(0, 1));
  const departures = choices.flatMap((options, index) =>
    options.slice(1).map((option) => first.with(index, option)),
  );
  return [first, ...departures];
}

function stateOf(possible: ReadonlySet<WorldState>): StatusState {
  if (possible.has('DISPUTED')) return 'DISPUTED';
  const [only = 'NO_RECORD'] = possible;
  return possible.size > 1 ? 'POSSIBLE' : only;
}

function unlessTooMany<T>(otherwise: T, search: () => T): T {
  try {
    return search();
  } catch (error) {
    if (error instanceof TooManyOrderings) return otherwise;
    throw error;
  }
}

const ANYTHING: ReadonlySet<WorldState> = new Set([
  'NO_RECORD',
  'NOT_IN_FORCE',
  'IN_FORCE',
  'SUSPENDED',
  'LIFTED',
]);

/** Searches the orderings of all clusters, and keeps what does not depend on the day asked for. */
class OrderingSearch {
  readonly #clusters: readonly Cluster[];
  readonly #options: Pick<ClusterSearch, 'hasOpening' | 'beganAbsent' | 'mayContradict'>;
  /** The orderings before each cluster. */
  readonly #before: Ordering[][] = [[EMPTY_ORDERING]];
  /** The least cost from each cluster to the end, by the state before it. */
  readonly #leastCosts = new Map<string, number>();

  constructor(clusters: readonly Cluster[], mayContradict: boolean) {
    this.#clusters = clusters;
    const openings = clusters.flatMap(({ instants }) => instants.filter(({ effect }) => effect === 'OPENS'));
    const beganAbsent = openings.some(({ isFirstHand }) => isFirstHand);
    this.#options = { hasOpening: openings.length > 0, beganAbsent, mayContradict };
  }

  /** Empty if there is no ordering. */
  statesOn(day: Day): Set<WorldState> {
    const found = this.#clusters.findIndex(({ last }) => last > day);
    const asked = found === -1 ? this.#clusters.length : found;
    let open = this.#extend(asked, this.#orderingsBefore(asked), day);
    const answers: { cost: number; states: readonly WorldState[] }[] = [];
    for (let index = asked + 1; open.length > 0; index += 1) {
      for (const { answer, state, cost } of open) {
        if (answer === 'WAITING' && index < this.#clusters.length) continue;
        const states = Array.isArray(answer) ? (answer as WorldState[]) : [state];
        answers.push({ cost: cost + this.#leastCostFrom(index, state), states });
      }
      const waiting = open.filter(({ answer }) => answer === 'WAITING');
      open = index < this.#clusters.length ? this.#extend(index, waiting, null) : [];
    }
    const least = Math.min(...answers.map(({ cost }) => cost));
    return new Set(answers.flatMap(({ cost, states }) => (cost === least && least < Infinity ? states : [])));
  }

  #orderingsBefore(index: number): readonly Ordering[] {
    for (let next = this.#before.length; next <= index; next += 1) {
      this.#before.push(this.#extend(next - 1, this.#before[next - 1] ?? [], null));
    }
    return this.#before[index] ?? [];
  }

  #leastCostFrom(index: number, state: WorldState): number {
    if (index >= this.#clusters.length) return 0;
    const key = `${index} ${state}`;
    const cached = this.#leastCosts.get(key);
    if (cached !== undefined) return cached;
    const orderings = this.#extend(index, [{ ...EMPTY_ORDERING, state }], null);
    const least = Math.min(
      ...orderings.map((ordering) => ordering.cost + this.#leastCostFrom(index + 1, ordering.state)),
    );
    this.#leastCosts.set(key, least);
    return least;
  }

  #extend(index: number, orderings: readonly Ordering[], day: Day | null): Ordering[] {
    const cluster = this.#clusters[index] ?? { instants: [], after: [], endOf: [], last: FIRST_DAY };
    return extendThrough({ ...cluster, ...this.#options, day }, orderings);
  }
}

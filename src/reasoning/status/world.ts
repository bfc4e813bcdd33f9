import type { BoundedDate } from '../../time/parseEdtf.ts';
import { readings } from '../../time/readings.ts';
import { type DatedEvent, instantsOf, type Cluster, clustersOf, type Instant } from './instants.ts';
import { affirming, dateOfReport, effectOf, type RegimeEvent } from './regimeEvent.ts';
import { FIRST_DAY, type Day } from '../../time/day.ts';
import {
  type Ordering,
  EMPTY_ORDERING,
  extendThrough,
  TooManyOrderings,
  type ClusterSearch,
} from './orderings.ts';
import type { WorldState, StatusState } from './statusState.ts';

/** More than the product of what few disputed events allow; beyond it they are followed one at a time. */
const MAX_WORLDS = 256;

/**
 * One world for every way to follow the sources: for each event that some source affirms one of the dates
 * on which sources agree, or, where another source denies it, leave it out. What none affirms is left out. Where
 * there are more than MOST_WORLDS ways, those that depart from the first reading of every event in one event.
 */
export function worldsOf(events: readonly RegimeEvent[]): World[] {
  const choices = events.flatMap((event) => {
    const options = optionsOf(event);
    return options.length > 0 ? [options] : [];
  });
  const count = choices.reduce((product, options) => product * options.length, 1);
  const worlds = count <= MAX_WORLDS ? everyChoice(choices) : oneDeparture(choices);
  return worlds.map((world) => new World(instantsOf(world.flatMap((event) => event ?? []))));
}

/** The dates that the sources which affirm the event give; each is one reading. */
export function datesOf(event: RegimeEvent): BoundedDate[] {
  return readings(affirming(event).map(dateOfReport)).map(({ date }) => date);
}

export function isDenied({ reports }: Pick<RegimeEvent, 'reports'>): boolean {
  return reports.some(({ stance }) => stance === 'DENIES');
}

function optionsOf(event: RegimeEvent): (DatedEvent | null)[] {
  const effect = effectOf(event);
  if (effect === null) return [];
  const { id, isGeneral } = event;
  const dated = datesOf(event).map((date) => ({ id, effect, isGeneral, date }));
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

/**
 * One way to follow the sources, and what stands by it.
 *
 * A history dates every mark within its range and orders those of one day. The likeliest take least to believe: one
 * that holds a contradiction is set aside where another holds none; then one that needs a change nobody reported;
 * then one that passes over what is said of nobody in particular.
 *
 * Only the order of the marks matters, and an order can be dated exactly if giving each mark the first day that is
 * left leaves none too late. So orders are tried, not days; those that have come to the same are tried once; and
 * between two chapters only what stands is handed on.
 */
export class World {
  readonly instants: readonly Instant[];
  readonly #sound: OrderingSearch;
  readonly #any: OrderingSearch;

  constructor(instants: readonly Instant[]) {
    this.instants = instants;
    const clusters = clustersOf(instants);
    this.#sound = new OrderingSearch(clusters, false);
    this.#any = new OrderingSearch(clusters, true);
  }

  /** What may stand at the end of the day by the likeliest histories; anything, where there are too many to tell. */
  statesOn(day: Day): ReadonlySet<WorldState> {
    return unlessTooMany(ANYTHING, () => {
      const sound = this.#sound.statesOn(day);
      return sound.size > 0 ? sound : this.#any.statesOn(day);
    });
  }

  /** Whether the marks cannot all be true, as far as can be told. */
  isContradictory(): boolean {
    return unlessTooMany(false, () => this.#sound.statesOn(FIRST_DAY).size === 0);
  }
}

function unlessTooMany<T>(otherwise: T, tell: () => T): T {
  try {
    return tell();
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

/** Tells the histories of all chapters, remembering what does not depend on the day asked for. */
class OrderingSearch {
  readonly #chapters: readonly Cluster[];
  readonly #manner: Pick<ClusterSearch, 'hasOpening' | 'mayContradict'>;
  /** Before each chapter, the histories as far as told. */
  readonly #before: Ordering[][] = [[EMPTY_ORDERING]];
  /** From each chapter on, by what stands before it, the least strain to the end. */
  readonly #rest = new Map<string, number>();

  constructor(clusters: readonly Cluster[], mayContradict: boolean) {
    this.#chapters = clusters;
    const hasOpening = clusters.some(({ instants: instants }) =>
      instants.some(({ effect }) => effect === 'OPENS'),
    );
    this.#manner = { hasOpening, mayContradict };
  }

  /** Empty if there is no history. */
  statesOn(day: Day): Set<WorldState> {
    const found = this.#chapters.findIndex(({ last }) => last > day);
    const asked = found === -1 ? this.#chapters.length : found;
    let open = this.#tell(asked, this.#historiesBefore(asked), day);
    const answers: { strain: number; answer: readonly WorldState[] }[] = [];
    for (let index = asked + 1; open.length > 0; index += 1) {
      for (const { answer, standing, cost: strain } of open) {
        if (answer === 'WAITING' && index < this.#chapters.length) continue;
        const standings = Array.isArray(answer) ? (answer as WorldState[]) : [standing];
        answers.push({ strain: strain + this.#restFrom(index, standing), answer: standings });
      }
      const waiting = open.filter(({ answer }) => answer === 'WAITING');
      open = index < this.#chapters.length ? this.#tell(index, waiting, null) : [];
    }
    const least = Math.min(...answers.map(({ strain }) => strain));
    return new Set(
      answers.flatMap(({ strain, answer }) => (strain === least && least < Infinity ? answer : [])),
    );
  }

  #historiesBefore(index: number): readonly Ordering[] {
    for (let next = this.#before.length; next <= index; next += 1) {
      this.#before.push(this.#tell(next - 1, this.#before[next - 1] ?? [], null));
    }
    return this.#before[index] ?? [];
  }

  #restFrom(index: number, standing: WorldState): number {
    if (index >= this.#chapters.length) return 0;
    const key = `${index} ${standing}`;
    const cached = this.#rest.get(key);
    if (cached !== undefined) return cached;
    const orderings = this.#tell(index, [{ ...EMPTY_ORDERING, standing }], null);
    const least = Math.min(
      ...orderings.map((ordering) => ordering.cost + this.#restFrom(index + 1, ordering.standing)),
    );
    this.#rest.set(key, least);
    return least;
  }

  #tell(index: number, histories: readonly Ordering[], day: Day | null): Ordering[] {
    const chapter = this.#chapters[index] ?? { instants: [], after: [], endOf: [], last: FIRST_DAY };
    return extendThrough({ ...chapter, ...this.#manner, day }, histories);
  }
}

/** What follows on a day, and everything that may stand on it by some reading. */
export interface Conclusion {
  readonly state: StatusState;
  readonly standings: ReadonlySet<WorldState>;
}

/**
 * What follows at the end of the day. The same in every history of every world: that. It varies within a world:
 * POSSIBLE. Worlds differ, or one cannot avoid a contradiction: DISPUTED. No evidence: NO_RECORD.
 */
export function conclusionOn(day: Day, worlds: readonly World[]): Conclusion {
  const found = worlds.map((world) => world.statesOn(day));
  const states = new Set(found.map(stateOf));
  const [state = 'NO_RECORD'] = states;
  return {
    state: states.size > 1 ? 'DISPUTED' : state,
    standings: new Set(found.flatMap((standings) => [...standings])),
  };
}

function stateOf(standings: ReadonlySet<WorldState>): StatusState {
  if (standings.has('DISPUTED')) return 'DISPUTED';
  const [only = 'NO_RECORD'] = standings;
  return standings.size > 1 ? 'POSSIBLE' : only;
}

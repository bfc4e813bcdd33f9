import type { EdtfDate } from '../../time/parseEdtf.ts';
import { readings } from '../../time/readings.ts';
import { type DatedEvent, marksOf, type Chapter, chaptersOf, type Mark } from './instants.ts';
import { affirming, dateOfReport, effectOf, type RegimeEvent } from './regimeEvent.ts';
import { FIRST_DAY, type Day } from '../../time/day.ts';
import { type History, UNTOLD, tellChapter, TooManyHistories, type Telling } from './orderings.ts';
import type { Standing, StatusState } from './statusState.ts';

/** More than the product of what few disputed events allow; beyond it they are followed one at a time. */
const MOST_WORLDS = 256;

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
  const worlds = count <= MOST_WORLDS ? everyChoice(choices) : oneDeparture(choices);
  return worlds.map((world) => new World(marksOf(world.flatMap((event) => event ?? []))));
}

/** The dates that the sources which affirm the event give; each is one reading. */
export function datesOf(event: RegimeEvent): EdtfDate[] {
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
  readonly marks: readonly Mark[];
  readonly #sound: Tellers;
  readonly #any: Tellers;

  constructor(marks: readonly Mark[]) {
    this.marks = marks;
    const chapters = chaptersOf(marks);
    this.#sound = new Tellers(chapters, false);
    this.#any = new Tellers(chapters, true);
  }

  /** What may stand at the end of the day by the likeliest histories; anything, where there are too many to tell. */
  standingsOn(day: Day): ReadonlySet<Standing> {
    return unlessTooMany(ANYTHING, () => {
      const sound = this.#sound.standingsOn(day);
      return sound.size > 0 ? sound : this.#any.standingsOn(day);
    });
  }

  /** Whether the marks cannot all be true, as far as can be told. */
  isContradictory(): boolean {
    return unlessTooMany(false, () => this.#sound.standingsOn(FIRST_DAY).size === 0);
  }
}

function unlessTooMany<T>(otherwise: T, tell: () => T): T {
  try {
    return tell();
  } catch (error) {
    if (error instanceof TooManyHistories) return otherwise;
    throw error;
  }
}

const ANYTHING: ReadonlySet<Standing> = new Set([
  'NO_RECORD',
  'NOT_IN_FORCE',
  'IN_FORCE',
  'SUSPENDED',
  'LIFTED',
]);

/** Tells the histories of all chapters, remembering what does not depend on the day asked for. */
class Tellers {
  readonly #chapters: readonly Chapter[];
  readonly #manner: Pick<Telling, 'hasOpening' | 'mayContradict'>;
  /** Before each chapter, the histories as far as told. */
  readonly #before: History[][] = [[UNTOLD]];
  /** From each chapter on, by what stands before it, the least strain to the end. */
  readonly #rest = new Map<string, number>();

  constructor(chapters: readonly Chapter[], mayContradict: boolean) {
    this.#chapters = chapters;
    const hasOpening = chapters.some(({ marks }) => marks.some(({ effect }) => effect === 'OPENS'));
    this.#manner = { hasOpening, mayContradict };
  }

  /** Empty if there is no history. */
  standingsOn(day: Day): Set<Standing> {
    const found = this.#chapters.findIndex(({ last }) => last > day);
    const asked = found === -1 ? this.#chapters.length : found;
    let open = this.#tell(asked, this.#historiesBefore(asked), day);
    const answers: { strain: number; answer: readonly Standing[] }[] = [];
    for (let index = asked + 1; open.length > 0; index += 1) {
      for (const { answer, standing, strain } of open) {
        if (answer === 'WAITING' && index < this.#chapters.length) continue;
        const standings = Array.isArray(answer) ? (answer as Standing[]) : [standing];
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

  #historiesBefore(index: number): readonly History[] {
    for (let next = this.#before.length; next <= index; next += 1) {
      this.#before.push(this.#tell(next - 1, this.#before[next - 1] ?? [], null));
    }
    return this.#before[index] ?? [];
  }

  #restFrom(index: number, standing: Standing): number {
    if (index >= this.#chapters.length) return 0;
    const key = `${index} ${standing}`;
    const known = this.#rest.get(key);
    if (known !== undefined) return known;
    const told = this.#tell(index, [{ ...UNTOLD, standing }], null);
    const least = Math.min(
      ...told.map((history) => history.strain + this.#restFrom(index + 1, history.standing)),
    );
    this.#rest.set(key, least);
    return least;
  }

  #tell(index: number, histories: readonly History[], day: Day | null): History[] {
    const chapter = this.#chapters[index] ?? { marks: [], after: [], endOf: [], last: FIRST_DAY };
    return tellChapter({ ...chapter, ...this.#manner, day }, histories);
  }
}

/** What follows on a day, and everything that may stand on it by some reading. */
export interface Conclusion {
  readonly state: StatusState;
  readonly standings: ReadonlySet<Standing>;
}

/**
 * What follows at the end of the day. The same in every history of every world: that. It varies within a world:
 * POSSIBLE. Worlds differ, or one cannot avoid a contradiction: DISPUTED. No evidence: NO_RECORD.
 */
export function conclusionOn(day: Day, worlds: readonly World[]): Conclusion {
  const found = worlds.map((world) => world.standingsOn(day));
  const states = new Set(found.map(stateOf));
  const [state = 'NO_RECORD'] = states;
  return {
    state: states.size > 1 ? 'DISPUTED' : state,
    standings: new Set(found.flatMap((standings) => [...standings])),
  };
}

function stateOf(standings: ReadonlySet<Standing>): StatusState {
  if (standings.has('DISPUTED')) return 'DISPUTED';
  const [only = 'NO_RECORD'] = standings;
  return standings.size > 1 ? 'POSSIBLE' : only;
}

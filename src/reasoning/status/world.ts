import { FIRST_DAY, type Day } from '../../time/day.ts';
import { type Chapter, chaptersOf } from './chapters.ts';
import { type History, UNTOLD } from './history.ts';
import type { Mark } from './marks.ts';
import type { Standing } from './statusState.ts';
import { tellChapter, TooManyHistories } from './tellChapter.ts';
import type { Telling } from './telling.ts';

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

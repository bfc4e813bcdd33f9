import type { Effect } from '../../src/ontology/regimes.ts';
import type { StatusState } from '../../src/reasoning/status/statusState.ts';
import { addDays, type Day } from '../../src/time/day.ts';
import type { BoundedDate } from '../../src/time/parseEdtf.ts';
import { daysFrom } from '../time/arbitraries.ts';

/** The same rules told another way: every completion is written out day by day and run through a matrix. */
export interface ReferenceEvent {
  effect: Effect;
  isGeneral: boolean;
  date: BoundedDate;
}

/** What may stand on each of the days, by trying every completion of the dates and every order within a day. */
export function tryEveryCompletion(all: readonly ReferenceEvent[], days: readonly Day[]): StatusState[] {
  const events = all.filter((event, index) => !all.slice(0, index).some((other) => isOneAct(event, other)));
  const opening = events.some(({ effect }) => effect === 'OPENS');
  let least = Infinity;
  let found = days.map(() => new Set<string>());
  for (const entries of completions(events, days)) {
    const run = runAutomaton(entries, days, opening);
    if (run.strain > least) continue;
    if (run.strain < least) found = days.map(() => new Set<string>());
    least = run.strain;
    run.standings.forEach((standings, index) => {
      for (const standing of standings) found[index]!.add(standing);
    });
  }
  return found.map(
    (standings) => NAMES[standings.has('D') ? 'D' : standings.size > 1 ? '*' : [...standings][0]!]!,
  );
}

/** How many ways there are to date the events, not counting orders. */
export function sizeOf(events: readonly ReferenceEvent[], days: readonly Day[]): number {
  return events.reduce((size, event) => size * datings(event, 0, days).length, 1);
}

/** The same act on the same one day is one act. */
function isOneAct(a: ReferenceEvent, b: ReferenceEvent): boolean {
  const onOneDay = (date: BoundedDate): boolean => !date.qualified && date.earliest === date.beginLatest;
  const alike = a.effect === b.effect && a.date.earliest === b.date.earliest;
  return alike && !a.effect.startsWith('OBSERVES') && onOneDay(a.date) && onOneDay(b.date);
}

const NAMES: Record<string, StatusState> = {
  N: 'NO_RECORD',
  A: 'NOT_IN_FORCE',
  I: 'IN_FORCE',
  S: 'SUSPENDED',
  L: 'LIFTED',
  D: 'DISPUTED',
  '*': 'POSSIBLE',
};

/** Rows: what stands. `=` confirms it, `>` changes it, `!` implies that something went unreported; then what may have been. */
const MATRIX: Record<string, Record<string, string>> = {
  N: { OPENS: 'I>A', SUSPENDS: 'S!NI', RESUMES: 'I!NIS', CLOSES: 'L!NI', YES: 'I!N', NO: 'A>N' },
  A: { OPENS: 'I>A', SUSPENDS: 'S!AI', RESUMES: 'I!AIS', CLOSES: 'L!AI', YES: 'I!AI', NO: 'A=A' },
  I: { OPENS: 'I=I', SUSPENDS: 'S>I', RESUMES: 'I=I', CLOSES: 'L>I', YES: 'I=I', NO: 'A!IA' },
  S: { OPENS: 'I>S', SUSPENDS: 'S=S', RESUMES: 'I>S', CLOSES: 'L>S', YES: 'I!SI', NO: 'S=S' },
  L: { OPENS: 'I>L', SUSPENDS: 'S!LI', RESUMES: 'I!LIS', CLOSES: 'L=L', YES: 'I!LI', NO: 'L=L' },
  D: { OPENS: 'I>D', SUSPENDS: 'S>D', RESUMES: 'I>D', CLOSES: 'L>D', YES: 'I>D', NO: 'A>D' },
};

interface Entry {
  day: Day;
  event: number;
  sign: string;
  isGeneral: boolean;
  part: 'WHOLE' | 'BEGIN' | 'END';
  /** Of an END: what was in force is over. */
  closes?: boolean;
}

function runAutomaton(entries: readonly Entry[], days: readonly Day[], opening: boolean) {
  let strain = 0;
  let now = 'N';
  let asked = 0;
  let last: Day | null = null;
  const running = new Map<number, string>();
  const standings = days.map(() => new Set<string>());
  // Fills in the days before the one on which something is told.
  const fill = (until: Day | null, between: string): void => {
    for (; asked < days.length && (until === null || days[asked]! < until); asked += 1) {
      const fixed = days[asked] === last || running.size > 0 || now === 'D';
      for (const letter of fixed ? now : between) standings[asked]!.add(letter);
    }
  };
  for (const { day, event, sign: stated, isGeneral, part, closes = false } of entries) {
    if (isGeneral && 'ID'.includes(now)) {
      strain += 1;
      continue;
    }
    if (part === 'END') running.delete(event);
    const goesOn = [...running.values()].includes('YES');
    if (part === 'END' && (!closes || goesOn)) {
      fill(day, now);
      last = day;
      continue;
    }
    const sign = part === 'END' ? 'CLOSES' : stated;
    const [to = '', mark = '', ...between] = MATRIX[now]![sign]!;
    const needsDay = mark === '!' || (now === 'D' && ['YES', 'NO'].includes(sign));
    // Before a known opening it was not in force.
    fill(day, now === 'N' && sign === 'NO' && opening ? 'A' : between.join(''));
    const clash = needsDay && day === last;
    const broken = [...running.values()].some((lasts) => (lasts === 'YES') !== (to === 'I'));
    if (clash || broken) strain += 1_000_000;
    else if (mark === '!' && (now !== 'N' || opening)) strain += 1_000;
    now = clash || broken ? 'D' : to;
    if (part === 'BEGIN') running.set(event, sign);
    last = day;
  }
  fill(null, now);
  return { strain, standings };
}

function* completions(events: readonly ReferenceEvent[], days: readonly Day[]): Generator<Entry[]> {
  const options = events.map((event, index) => datings(event, index, days));
  for (const chosen of products(options)) yield* orders(chosen.flat());
}

/** The ways to date one event; a qualified date allows any day, of which the asked ones and some around are enough. */
function datings(
  { effect, isGeneral, date }: ReferenceEvent,
  event: number,
  days: readonly Day[],
): Entry[][] {
  const observation = effect.startsWith('OBSERVES');
  const sign = effect === 'OBSERVES_IN_FORCE' ? 'YES' : observation ? 'NO' : effect;
  const entry = (day: Day, part: Entry['part']): Entry => ({ day, event, sign, isGeneral, part });
  const anyDay = daysFrom(addDays(days[0]!, -3), addDays(days.at(-1)!, 3));
  const begins = date.qualified ? anyDay : daysFrom(date.earliest, date.beginLatest);
  if (date.qualified || date.extent === 'DAY' || !observation || date.endEarliest === '9999-12-31') {
    return begins.map((day) => [entry(day, 'WHOLE')]);
  }
  // What goes on lasts as far as its source can know.
  const furthest = date.endEarliest > date.beginLatest ? date.endEarliest : date.beginLatest;
  const ends = daysFrom(date.endEarliest, date.latest === '9999-12-31' ? furthest : date.latest);
  return begins.flatMap((begin) =>
    ends
      .filter((end) => begin <= end)
      .map((end) => [
        entry(begin, isGeneral ? 'WHOLE' : 'BEGIN'),
        {
          ...entry(end, isGeneral ? 'WHOLE' : 'END'),
          closes: sign === 'YES' && date.latest !== '9999-12-31',
        },
      ]),
  );
}

function* products<T>(options: readonly T[][]): Generator<T[]> {
  const [first, ...rest] = options;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const tail of products(rest)) for (const one of first) yield [one, ...tail];
}

/** Every order that keeps the days in order, and a span's begin before its end. */
function* orders(entries: readonly Entry[]): Generator<Entry[]> {
  if (entries.length === 0) yield [];
  const day = entries.reduce((a, b) => (a < b.day ? a : b.day), '9999-12-31');
  for (const [index, entry] of entries.entries()) {
    if (entry.day !== day) continue;
    if (
      entry.part === 'END' &&
      entries.some((other) => other.event === entry.event && other.part === 'BEGIN')
    )
      continue;
    for (const rest of orders(entries.toSpliced(index, 1))) yield [entry, ...rest];
  }
}

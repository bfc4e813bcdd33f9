import type { EdtfDate } from '../../time/parseEdtf.ts';
import { readings } from '../../time/readings.ts';
import { type DatedEvent, marksOf } from './marks.ts';
import { affirming, dateOfReport, effectOf, type RegimeEvent } from './regimeEvent.ts';
import { World } from './world.ts';

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

import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import type { PathQuestion } from '../../answers/paths/findPaths.ts';
import type { EventType } from '../../ontology/lookups.ts';
import type { Level } from '../../ontology/levels.ts';
import type { Direction } from '../../paths/edgeRules.ts';
import { DEFAULT_PATH_MODE, PATH_MODES, type PathMode } from '../../paths/pathModes.ts';
import type { Day } from '../../time/day.ts';
import type { Certainty } from '../../time/period.ts';
import { CertaintyEnum, DirectionEnum, EventTypeEnum, LevelEnum, PathModeEnum } from '../enums.ts';
import { badInput } from '../errors.ts';
import { checkLeast, checkList, omitNullish } from '../given.ts';
import { periodFrom, PeriodInput } from '../periodInput.ts';
import { DateScalar } from '../scalars.ts';

@InputType({
  description: 'Which relationships a path may use. All fields given must hold; a list means any of these.',
})
export class PathFilter {
  @Field(() => [EventTypeEnum], {
    nullable: true,
    description:
      'Of these types. Left out: those whose `inPaths` is true, which are most acts and few states.',
  })
  declare types?: EventType[] | null;

  @Field(() => [LevelEnum], { nullable: true, description: 'Of these levels; both if left out.' })
  declare levels?: Level[] | null;

  @Field(() => PeriodInput, {
    nullable: true,
    description: 'That overlap this period, each by itself; in modes of time, that are crossed within it.',
  })
  declare during?: PeriodInput | null;

  @Field(() => CertaintyEnum, {
    nullable: true,
    description:
      'How imprecise dates count in `during`, in `knownBy`, and in modes of time for the order of the hops; POSSIBLE if left out.',
  })
  declare certainty?: Certainty | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'As one would have known on this day (UTC, inclusive): only reports of sources published by then count, for what there was, who took part and when. As known now, if left out.',
  })
  declare knownBy?: Day | null;

  @Field(() => [ID], { nullable: true, description: 'That one of these sources affirms.' })
  declare sources?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'That at least so many sources affirm.' })
  declare minSources?: number | null;
}

export const MAX_HOPS = 12;
export const MAX_PATHS = 50;

function modesTaking(argument: 'maxHops' | 'limit'): string {
  const modes = Object.entries(PATH_MODES).filter(([, { takes }]) => takes[argument]);
  return modes.map(([name]) => name).join(' and ');
}

@ArgsType()
export class PathArguments {
  @Field(() => ID, { description: 'The entity from which paths start.' })
  declare from: string;

  @Field(() => ID, { description: 'The entity at which they end.' })
  declare to: string;

  @Field(() => PathModeEnum, { defaultValue: DEFAULT_PATH_MODE, description: 'Which paths.' })
  declare mode: PathMode;

  @Field(() => PathFilter, { nullable: true, description: 'Which relationships they may use.' })
  declare where?: PathFilter | null;

  @Field(() => DirectionEnum, {
    defaultValue: 'EITHER',
    description: 'Which way they may cross relationships.',
  })
  declare direction: Direction;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Each hop on a later day than the one before, rather than on the same or a later one. Only in modes whose hops follow one another in time.',
  })
  declare strict: boolean;

  @Field(() => Int, {
    defaultValue: 6,
    description: `The most hops of ${modesTaking('maxHops')}, 1 to ${MAX_HOPS}; other modes have no such bound.`,
  })
  declare maxHops: number;

  @Field(() => [ID], { nullable: true, description: 'Entities that no path may touch.' })
  declare avoid?: string[] | null;

  @Field(() => Int, {
    defaultValue: 10,
    description: `The most paths of ${modesTaking('limit')}, 1 to ${MAX_PATHS}; other modes have one.`,
  })
  declare limit: number;
}

export function pathQuestionFrom(args: PathArguments): PathQuestion {
  const { from, to, mode, where, direction, strict, maxHops, avoid, limit } = args;
  const { during, ...rest } = omitNullish(where);
  checkList('where.types', rest.types);
  checkList('where.levels', rest.levels);
  checkList('where.sources', rest.sources);
  checkLeast('where.minSources', rest.minSources, 1);
  checkList('avoid', avoid, 0);
  checkRange('maxHops', maxHops, MAX_HOPS);
  checkRange('limit', limit, MAX_PATHS);
  if (avoid?.includes(from) || avoid?.includes(to))
    throw badInput('avoid', 'names an end of the path itself.');
  if (strict && !PATH_MODES[mode].inTime)
    throw badInput('strict', `has no meaning for ${mode}, whose hops do not follow one another in time.`);
  const filter = omitNullish({ ...rest, during: during && periodFrom('where.during', during) });
  return { from, to, mode, filter, direction, strict, maxHops, avoid: avoid ?? [], limit };
}

function checkRange(argument: string, value: number, most: number): void {
  if (value < 1 || value > most) throw badInput(argument, `must be from 1 to ${most}; it is ${value}.`);
}

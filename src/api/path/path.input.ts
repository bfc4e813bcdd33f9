import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import type { EventType } from '../../ontology/lookups.ts';
import type { Direction, PathQuestion } from '../../queries/paths.ts';
import type { Level } from '../../reasoning/eventView.ts';
import type { Certainty } from '../../time/period.ts';
import { CertaintyEnum, DirectionEnum, EventTypeEnum, LevelEnum, PathModeEnum } from '../enums.ts';
import { badInput } from '../errors.ts';
import { checkLeast, checkList, given } from '../given.ts';
import { periodFrom, PeriodInput } from '../periodInput.ts';

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

  @Field(() => PeriodInput, { nullable: true, description: 'That overlap this period, each by itself.' })
  declare during?: PeriodInput | null;

  @Field(() => CertaintyEnum, {
    nullable: true,
    description: 'How imprecise dates count in `during`; POSSIBLE if left out.',
  })
  declare certainty?: Certainty | null;

  @Field(() => [ID], { nullable: true, description: 'That one of these sources affirms.' })
  declare sources?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'That at least so many sources affirm.' })
  declare minSources?: number | null;
}

@ArgsType()
export class PathArguments {
  @Field(() => ID, { description: 'The entity from which paths start.' })
  declare from: string;

  @Field(() => ID, { description: 'The entity at which they end.' })
  declare to: string;

  @Field(() => PathModeEnum, { defaultValue: 'SHORTEST', description: 'Which paths.' })
  declare mode: PathQuestion['mode'];

  @Field(() => PathFilter, { nullable: true, description: 'Which relationships they may use.' })
  declare where?: PathFilter | null;

  @Field(() => DirectionEnum, {
    defaultValue: 'EITHER',
    description: 'Which way they may cross relationships.',
  })
  declare direction: Direction;

  @Field(() => Int, { defaultValue: 6, description: 'The most hops, 1 to 12.' })
  declare maxHops: number;

  @Field(() => [ID], { nullable: true, description: 'Entities that no path may touch.' })
  declare avoid?: string[] | null;

  @Field(() => Int, { defaultValue: 10, description: 'The most paths, 1 to 50.' })
  declare limit: number;
}

export const MOST_HOPS = 12;
export const MOST_PATHS = 50;

export function pathQuestionFrom(args: PathArguments): Omit<PathQuestion, 'blocks'> {
  const { from, to, mode, where, direction, maxHops, avoid, limit } = args;
  const { during, ...rest } = given(where);
  checkList('where.types', rest.types);
  checkList('where.levels', rest.levels);
  checkList('where.sources', rest.sources);
  checkLeast('where.minSources', rest.minSources, 1);
  checkList('avoid', avoid, 0);
  checkRange('maxHops', maxHops, MOST_HOPS);
  checkRange('limit', limit, MOST_PATHS);
  if (avoid?.includes(from) || avoid?.includes(to))
    throw badInput('avoid', 'names an end of the path itself.');
  const filter = given({ ...rest, during: during && periodFrom('where.during', during) });
  return { from, to, mode, filter, direction, maxHops, avoid: avoid ?? [], limit };
}

function checkRange(argument: string, value: number, most: number): void {
  if (value < 1 || value > most) throw badInput(argument, `must be from 1 to ${most}; it is ${value}.`);
}

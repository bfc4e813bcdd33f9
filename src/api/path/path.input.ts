import type { Coding } from '../../ontology/codings.ts';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import type { PathQuestion } from '../../answers/paths/findPaths.ts';
import type { EventType } from '../../ontology/lookups.ts';
import type { Level } from '../../ontology/levels.ts';
import type { Direction } from '../../paths/edgeRules.ts';
import { DEFAULT_PATH_MODE, modesTaking, PATH_MODES, type PathMode } from '../../paths/pathModes.ts';
import type { Day } from '../../time/day.ts';
import type { Certainty } from '../../time/period.ts';
import {
  CertaintyEnum,
  CodingEnum,
  DirectionEnum,
  EventTypeEnum,
  LevelEnum,
  PathModeEnum,
} from '../enums.ts';
import { badInput } from '../errors.ts';
import { checkLeast, checkList, omitNullish } from '../argumentChecks.ts';
import { PUBLICATION_CERTAINTY } from '../knownArguments.ts';
import { periodFrom, PeriodInput } from '../periodInput.ts';
import { DateScalar } from '../scalars.ts';

@InputType({
  description:
    'Conditions on the relationships that a path may use. All given fields must match; a list matches any of its values.',
})
export class PathFilter {
  @Field(() => [EventTypeEnum], {
    nullable: true,
    description: 'Only these types. By default, those with `inPaths: true`: most acts and few states.',
  })
  declare types?: EventType[] | null;

  @Field(() => [LevelEnum], { nullable: true, description: 'Only these levels. By default, both.' })
  declare levels?: Level[] | null;

  @Field(() => PeriodInput, {
    nullable: true,
    description:
      'Only relationships that overlap this period. In time modes, every hop must happen within the period.',
  })
  declare during?: PeriodInput | null;

  @Field(() => CertaintyEnum, {
    nullable: true,
    description:
      'How imprecise dates count in `during` and, in time modes, for the order of the hops. By default, POSSIBLE.',
  })
  declare certainty?: Certainty | null;

  @Field(() => CertaintyEnum, { nullable: true, description: PUBLICATION_CERTAINTY })
  declare publicationCertainty?: Certainty | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'As known on this day (UTC, inclusive): only reports of sources published, and not retracted, by then count. They decide whether something happened, when, and who took part. By default, as known now.',
  })
  declare knownBy?: Day | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Only relationships that at least one of these sources affirms.',
  })
  declare sources?: string[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Only relationships that at least this many sources affirm.',
  })
  declare minSources?: number | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Only relationships that a report of one of these datasets affirms, such as `corpus`.',
  })
  declare datasets?: string[] | null;

  @Field(() => [CodingEnum], {
    nullable: true,
    description:
      'Only relationships that a report affirms whose source was read so: by a person, a register or a program.',
  })
  declare coding?: Coding[] | null;
}

export const MAX_HOPS = 12;
export const MAX_PATHS = 50;

@ArgsType()
export class PathArguments {
  @Field(() => ID, { description: 'The id of the entity at which paths start.' })
  declare from: string;

  @Field(() => ID, { description: 'The id of the entity at which paths end.' })
  declare to: string;

  @Field(() => PathModeEnum, {
    defaultValue: DEFAULT_PATH_MODE,
    description: 'The kind of paths to find, such as the shortest or the earliest to arrive.',
  })
  declare mode: PathMode;

  @Field(() => PathFilter, {
    nullable: true,
    description: 'Conditions on the relationships that the paths may use.',
  })
  declare where?: PathFilter | null;

  @Field(() => DirectionEnum, {
    defaultValue: 'EITHER',
    description: 'The direction in which the paths may follow relationships.',
  })
  declare direction: Direction;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether each hop must be on a later day than the one before. By default, the same day is allowed. Only for modes whose hops follow one another in time.',
  })
  declare strict: boolean;

  @Field(() => Int, {
    defaultValue: 6,
    description: `The maximum number of hops for ${modesTaking('maxHops').join(' and ')}: 1 to ${MAX_HOPS}. Other modes have no such limit.`,
  })
  declare maxHops: number;

  @Field(() => [ID], { nullable: true, description: 'The ids of entities that no path may pass through.' })
  declare avoid?: string[] | null;

  @Field(() => Int, {
    defaultValue: 10,
    description: `The maximum number of paths for ${modesTaking('limit').join(' and ')}: 1 to ${MAX_PATHS}. Other modes return one path.`,
  })
  declare limit: number;
}

export function pathQuestionFrom(args: PathArguments): PathQuestion {
  const { from, to, mode, where, direction, strict, maxHops, avoid, limit } = args;
  const { during, ...rest } = omitNullish(where);
  checkList('where.types', rest.types);
  checkList('where.datasets', rest.datasets);
  checkList('where.coding', rest.coding);
  checkList('where.levels', rest.levels);
  checkList('where.sources', rest.sources);
  checkLeast('where.minSources', rest.minSources, 1);
  checkList('avoid', avoid, 0);
  checkRange('maxHops', maxHops, MAX_HOPS);
  checkRange('limit', limit, MAX_PATHS);
  if (avoid?.includes(from) || avoid?.includes(to))
    throw badInput('avoid', 'names an end of the path. Leave "from" and "to" out of the list.');
  if (strict && !PATH_MODES[mode].inTime)
    throw badInput('strict', `has no meaning for ${mode}, whose hops do not follow one another in time.`);
  const filter = omitNullish({ ...rest, during: during && periodFrom('where.during', during) });
  return { from, to, mode, filter, direction, strict, maxHops, avoid: avoid ?? [], limit };
}

function checkRange(argument: string, value: number, most: number): void {
  if (value < 1 || value > most) throw badInput(argument, `must be from 1 to ${most}; it is ${value}.`);
}

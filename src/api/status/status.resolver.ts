import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { Reader } from '../../answers/reader.ts';
import { positionsOf, sourcesBreaking, statusesOf, statusOf, weakestEvidence } from '../../answers/status.ts';
import { hasLists } from '../../ontology/lookups.ts';
import type { Regime } from '../../ontology/regimes.ts';
import type { Coding } from '../../ontology/codings.ts';
import type { Certainty } from '../../time/period.ts';
import type { Day } from '../../time/day.ts';
import { Entity } from '../entity/entity.type.ts';
import { CertaintyEnum, CodingEnum, RegimeEnum } from '../enums.ts';
import { eventFrom } from '../event/event.type.ts';
import { checkList } from '../argumentChecks.ts';
import { badInput } from '../errors.ts';
import { KnownArguments } from '../knownArguments.ts';
import { COUNT_AS_ONE, INDEPENDENT_SOURCES } from '../sourceCount.ts';
import { DateScalar } from '../scalars.ts';
import { Source, sourceFrom } from '../source/source.type.ts';
import { evidenceFrom, Positions, Status, StatusEvidence, statusFrom } from './status.type.ts';

@ArgsType()
class DayArguments extends KnownArguments {
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day (UTC) at whose end the status is derived. By default, today.',
  })
  declare on?: Day | null;

  @Field(() => CertaintyEnum, {
    defaultValue: 'POSSIBLE',
    description:
      'With CERTAIN, a state is POSSIBLE if it is carried forward beyond the last evidence, or only inferred from a later opening.',
  })
  declare certainty: Certainty;

  @Field(() => [CodingEnum], {
    nullable: true,
    description:
      'Only reports whose source was read so. By default HUMAN and REGISTER: what a program read sets no status.',
  })
  declare coding?: Coding[] | null;
}

@ArgsType()
class PositionArguments extends DayArguments {
  @Field(() => ID, { description: 'The id of the entity that is designated, recognized or accredited.' })
  declare subject: string;

  @Field(() => RegimeEnum, { description: 'The regime: what may be in force, such as RECOGNITION.' })
  declare regime: Regime;

  @Field(() => ID, {
    nullable: true,
    description:
      'The id of a list, which is an entity. Only events that concern this list, or a list that is part of it, count: those that name it, and, if it is the only list known, those that name none. By default, all events count.',
  })
  declare list?: string | null;
}

function checkPosition({ coding, list, regime }: PositionArguments): void {
  checkList('coding', coding);
  if (typeof list === 'string' && !hasLists(regime))
    throw badInput('list', `nobody keeps lists in the regime ${regime}. Leave it out.`);
}

@Resolver(() => Status)
export class StatusResolver {
  @Query(() => Status, {
    description:
      'Derives whether a regime, such as recognition or designation, was in force between an authority and a subject on a day. Also lists the evidence.',
  })
  async status(
    @Arg('authority', () => ID, {
      description: 'The id of the authority: the entity that designates, recognizes or accredits.',
    })
    authority: string,
    @Args(() => PositionArguments) args: PositionArguments,
    @Ctx() reader: Reader,
  ): Promise<Status> {
    checkPosition(args);
    return statusFrom(await statusOf(reader, authority, args));
  }

  @Query(() => Positions, {
    description:
      'Lists, for one subject, its status under each authority on a day: for example, which states recognized a government.',
  })
  async positions(
    @Args(() => PositionArguments) args: PositionArguments,
    @Ctx() reader: Reader,
  ): Promise<Positions> {
    checkPosition(args);
    const { rows, general } = await positionsOf(reader, args);
    return { rows: rows.map(statusFrom), general: general.map(eventFrom) };
  }

  @FieldResolver(() => [Source], {
    description: 'The sources that would change the state if any one of them were retracted, ordered by id.',
  })
  async breaksIfRetracted(@Root() { answer }: Status, @Ctx() reader: Reader): Promise<Source[]> {
    return (await sourcesBreaking(reader, answer)).map(sourceFrom);
  }

  @FieldResolver(() => Int, {
    description: `The number of independent sources that affirm the weakest evidence for the state. ${COUNT_AS_ONE} 0 if there is no evidence.`,
  })
  async independentSourceCount(@Root() { answer }: Status, @Ctx() reader: Reader): Promise<number> {
    return (await weakestEvidence(reader, answer))?.independentSourceCount ?? 0;
  }

  @FieldResolver(() => Int, INDEPENDENT_SOURCES)
  async independentSources(@Root() status: Status, @Ctx() reader: Reader): Promise<number> {
    return await this.independentSourceCount(status, reader);
  }

  @FieldResolver(() => StatusEvidence, {
    nullable: true,
    description:
      'The evidence for the state that the fewest independent sources affirm; if several are equal, the first. Null if there is no evidence.',
  })
  async weakestLink(@Root() { answer }: Status, @Ctx() reader: Reader): Promise<StatusEvidence | null> {
    const weakest = await weakestEvidence(reader, answer);
    return weakest && evidenceFrom(weakest.link);
  }
}

@Resolver(() => Entity)
export class EntityStatusResolver {
  @FieldResolver(() => [Status], {
    description:
      'Every status of the entity that has evidence, by regime and authority: who lists, recognizes or accredits the entity.',
  })
  async statuses(
    @Root() { id: subject }: Entity,
    @Args(() => DayArguments) args: DayArguments,
    @Arg('regimes', () => [RegimeEnum], {
      nullable: true,
      description: 'Only statuses in these regimes. By default, all.',
    })
    regimes: Regime[] | null,
    @Ctx() reader: Reader,
  ): Promise<Status[]> {
    checkList('regimes', regimes);
    checkList('coding', args.coding);
    return (await statusesOf(reader, subject, regimes, args)).map(statusFrom);
  }
}

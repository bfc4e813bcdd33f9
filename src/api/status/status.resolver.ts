import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { Reader } from '../../answers/reader.ts';
import { positionsOf, sourcesBreaking, statusesOf, statusOf, weakestEvidence } from '../../answers/status.ts';
import type { Regime } from '../../ontology/regimes.ts';
import type { Day } from '../../time/day.ts';
import { Entity } from '../entity/entity.type.ts';
import { RegimeEnum } from '../enums.ts';
import { eventFrom } from '../event/event.type.ts';
import { checkList } from '../given.ts';
import { KnownArguments } from '../knownArguments.ts';
import { DateScalar } from '../scalars.ts';
import { Source, sourceFrom } from '../source/source.type.ts';
import { evidenceFrom, Positions, Status, StatusEvidence, statusFrom } from './status.type.ts';

@ArgsType()
class DayArguments extends KnownArguments {
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day, at whose end it is asked for (UTC); today if left out.',
  })
  declare on?: Day | null;
}

@ArgsType()
class PositionArguments extends DayArguments {
  @Field(() => ID, { description: 'Whom it concerns.' })
  declare subject: string;

  @Field(() => RegimeEnum, { description: 'What may be in force.' })
  declare regime: Regime;

  @Field(() => ID, { nullable: true, description: 'Only what concerns this list, an entity.' })
  declare list?: string | null;
}

@Resolver(() => Status)
export class StatusResolver {
  @Query(() => Status, {
    description:
      'What was in force between an authority and a subject on a day, as known by a day, and from what it follows.',
  })
  async status(
    @Arg('authority', () => ID, { description: 'Whose act it would be.' }) authority: string,
    @Args(() => PositionArguments) args: PositionArguments,
    @Ctx() context: Reader,
  ): Promise<Status> {
    return statusFrom(await statusOf(context, authority, args));
  }

  @Query(() => Positions, { description: 'Where every authority stood towards a subject on a day.' })
  async positions(
    @Args(() => PositionArguments) args: PositionArguments,
    @Ctx() context: Reader,
  ): Promise<Positions> {
    const { rows, general } = await positionsOf(context, args);
    return { rows: rows.map(statusFrom), general: general.map(eventFrom) };
  }

  @FieldResolver(() => [Source], {
    description:
      'The sources each of whose retraction alone would change the state, in the order of their ids.',
  })
  async breaksIfRetracted(@Root() { answer }: Status, @Ctx() context: Reader): Promise<Source[]> {
    return (await sourcesBreaking(context, answer)).map(sourceFrom);
  }

  @FieldResolver(() => Int, {
    description:
      'How many independent sources affirm the weakest piece of evidence that bears the state out: pages of one publisher, and reprints of one agency, count as one. 0 where it has no evidence.',
  })
  independentSources(@Root() { answer }: Status): number {
    return weakestEvidence(answer)?.independentSources ?? 0;
  }

  @FieldResolver(() => StatusEvidence, {
    nullable: true,
    description:
      'Of the evidence that bears the state out, the piece that the fewest independent sources affirm; of equals the first. Null where there is none.',
  })
  weakestLink(@Root() { answer }: Status): StatusEvidence | null {
    const weakest = weakestEvidence(answer);
    return weakest && evidenceFrom(weakest.link);
  }
}

@Resolver(() => Entity)
export class EntityStatusResolver {
  @FieldResolver(() => [Status], {
    description:
      'Every status of it that something follows of, by regime and authority: who lists, recognizes, accredits it.',
  })
  async statuses(
    @Root() { id: subject }: Entity,
    @Args(() => DayArguments) args: DayArguments,
    @Arg('regimes', () => [RegimeEnum], { nullable: true, description: 'Only these regimes.' })
    regimes: Regime[] | null,
    @Ctx() context: Reader,
  ): Promise<Status[]> {
    checkList('regimes', regimes);
    return (await statusesOf(context, subject, regimes, args)).map(statusFrom);
  }
}

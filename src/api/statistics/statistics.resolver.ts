import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import { statistics } from '../../queries/statistics.ts';
import type { Certainty } from '../../time/period.ts';
import type { Reader } from '../../answers/reader.ts';
import { CertaintyEnum } from '../enums.ts';
import { omitNullish } from '../given.ts';
import { KnownArguments } from '../knownArguments.ts';
import { periodFrom, PeriodInput } from '../periodInput.ts';
import { Statistics, statisticsFrom } from './statistics.type.ts';

@ArgsType()
class StatisticsArguments extends KnownArguments {
  @Field(() => PeriodInput, { nullable: true, description: 'Only events that overlap this period.' })
  declare during?: PeriodInput | null;

  @Field(() => CertaintyEnum, {
    defaultValue: 'POSSIBLE',
    description: 'How imprecise dates count in `during`, and days of publication in `knownBy`.',
  })
  declare certainty: Certainty;
}

@Resolver()
export class StatisticsResolver {
  @Query(() => Statistics, {
    description:
      'What the graph holds, or held by what was known by a day. Reads all of it: the only question that does.',
  })
  async statistics(
    @Args(() => StatisticsArguments) { during, knownBy, certainty }: StatisticsArguments,
    @Ctx() context: Reader,
  ): Promise<Statistics> {
    const period = during ? periodFrom('during', during) : null;
    return statisticsFrom(
      await context.read(statistics(omitNullish({ knownBy, certainty, during: period }))),
    );
  }
}

import type { Certainty } from '../../time/period.ts';
import { CertaintyEnum } from '../enums.ts';
import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import { statistics } from '../../queries/statistics.ts';
import type { Reader } from '../../answers/reader.ts';
import { omitNullish } from '../argumentChecks.ts';
import { KnownArguments } from '../knownArguments.ts';
import { periodFrom, PeriodInput } from '../periodInput.ts';
import { Statistics, statisticsFrom } from './statistics.type.ts';

@ArgsType()
class StatisticsArguments extends KnownArguments {
  @Field(() => PeriodInput, {
    nullable: true,
    description: 'Only events that overlap this period. By default, all.',
  })
  declare during?: PeriodInput | null;

  @Field(() => CertaintyEnum, {
    defaultValue: 'POSSIBLE',
    description: 'How imprecise dates count in `during`.',
  })
  declare certainty: Certainty;
}

@Resolver()
export class StatisticsResolver {
  @Query(() => Statistics, {
    description:
      'Counts what the graph holds: entities, events, sources and reports. This question reads the whole graph; with `during`, it counts only events that overlap the period.',
  })
  async statistics(
    @Args(() => StatisticsArguments) { during, ...known }: StatisticsArguments,
    @Ctx() reader: Reader,
  ): Promise<Statistics> {
    const period = during ? periodFrom('during', during) : null;
    return statisticsFrom(await reader.read(statistics(omitNullish({ ...known, during: period }))));
  }
}

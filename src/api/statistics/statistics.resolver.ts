import { Ctx, Query, Resolver } from 'type-graphql';
import { statistics } from '../../queries/statistics.ts';
import type { Context } from '../context.ts';
import { Statistics, statisticsFrom } from './statistics.type.ts';

@Resolver()
export class StatisticsResolver {
  @Query(() => Statistics, {
    description: 'What the graph holds. Reads all of it: the only question that does.',
  })
  async statistics(@Ctx() context: Context): Promise<Statistics> {
    return statisticsFrom(await context.read(statistics()));
  }
}

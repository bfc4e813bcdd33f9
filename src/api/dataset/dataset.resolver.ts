import { Ctx, Query, Resolver } from 'type-graphql';
import type { Reader } from '../../answers/reader.ts';
import { knownDatasets } from '../../queries/datasets.ts';
import { Dataset } from './dataset.type.ts';

@Resolver()
export class DatasetResolver {
  @Query(() => [Dataset], {
    description:
      'Lists the datasets whose records the graph holds, ordered by id, with the licence and the origin of each.',
  })
  async datasets(@Ctx() reader: Reader): Promise<Dataset[]> {
    return (await reader.read(knownDatasets())).map((row) => Object.assign(new Dataset(), row));
  }
}

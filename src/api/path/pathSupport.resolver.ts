import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { sourcesBreakingPath, weakestHop } from '../../answers/paths/pathSupport.ts';
import type { Reader } from '../../answers/reader.ts';
import { COUNT_AS_ONE, INDEPENDENT_SOURCES } from '../sourceCount.ts';
import { Source, sourceFrom } from '../source/source.type.ts';
import { Hop, Path } from './path.type.ts';

/** What a path stands on. */
@Resolver(() => Path)
export class PathSupportResolver {
  @FieldResolver(() => Int, {
    description: `The number of independent sources that affirm the weakest hop. ${COUNT_AS_ONE} 0 if there are no hops.`,
  })
  async independentSourceCount(@Root() { hops, question }: Path, @Ctx() reader: Reader): Promise<number> {
    return (await weakestHop(reader, hops, question))?.independentSourceCount ?? 0;
  }

  @FieldResolver(() => Int, INDEPENDENT_SOURCES)
  async independentSources(@Root() path: Path, @Ctx() reader: Reader): Promise<number> {
    return await this.independentSourceCount(path, reader);
  }

  @FieldResolver(() => Hop, {
    nullable: true,
    description:
      'The hop affirmed by the fewest independent sources; if several are equal, the first. Null if there are no hops.',
  })
  async weakestLink(@Root() { hops, question }: Path, @Ctx() reader: Reader): Promise<Hop | null> {
    return (await weakestHop(reader, hops, question))?.link ?? null;
  }

  @FieldResolver(() => [Source], {
    description:
      'The sources that would break the path if any one of them were retracted, ordered by id. The path breaks if one of its relationships disappears or no longer matches the question or, in time modes, if its hops no longer follow one another. Different days of departure or arrival do not break the path.',
  })
  async breaksIfRetracted(@Root() { hops, question }: Path, @Ctx() reader: Reader): Promise<Source[]> {
    return (await sourcesBreakingPath(reader, hops, question)).map(sourceFrom);
  }
}

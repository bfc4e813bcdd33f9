import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { pathBreaking, weakestHop } from '../../answers/paths/support.ts';
import type { Reader } from '../../answers/reader.ts';
import { Source } from '../source/source.type.ts';
import { Hop, Path } from './path.type.ts';

/** What a path stands on. */
@Resolver(() => Path)
export class PathSupportResolver {
  @FieldResolver(() => Int, {
    description:
      'How many independent sources affirm its weakest hop: pages of one publisher, and reprints of one agency, count as one. 0 where it has no hops.',
  })
  async independentSources(@Root() { hops, question }: Path, @Ctx() context: Reader): Promise<number> {
    return (await weakestHop(context, hops, question))?.independentSources ?? 0;
  }

  @FieldResolver(() => Hop, {
    nullable: true,
    description:
      'The hop whose relationship the fewest independent sources affirm; of equals the first. Null where it has no hops.',
  })
  async weakestLink(@Root() { hops, question }: Path, @Ctx() context: Reader): Promise<Hop | null> {
    return (await weakestHop(context, hops, question))?.link ?? null;
  }

  @FieldResolver(() => [Source], {
    description:
      'The sources each of whose retraction alone would break the path, in the order of their ids: one of its relationships would not be there or no longer meet the question, or, in modes of time, its hops would no longer follow one another. Other days of departure or arrival do not break it.',
  })
  async breaksIfRetracted(@Root() { hops, question }: Path, @Ctx() context: Reader): Promise<Source[]> {
    return await pathBreaking(context, hops, question);
  }
}

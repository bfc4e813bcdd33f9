import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { checkIds } from '../../answers/ids.ts';
import type { Reader } from '../../answers/reader.ts';
import { changeQuestionFrom, ChangeArguments } from './change.input.ts';
import { Changes } from './change.type.ts';
import { changesOf } from './changesOf.ts';

@Resolver()
export class ChangeResolver {
  @Query(() => Changes, {
    description:
      'What changed in a period between entities, or for them: events and what followed from them, each with its sources. Its cost grows with the timelines of the entities named.',
  })
  async changes(
    @Args(() => ChangeArguments) args: ChangeArguments,
    @Ctx() context: Reader,
  ): Promise<Changes> {
    const asked = changeQuestionFrom(args);
    const changes = await changesOf(context, asked);
    if (changes.items.length === 0 && !changes.truncated) {
      const { entities, between } = asked;
      const named = { entities: entities ?? undefined, between: between ?? undefined };
      await checkIds(context, { entities: named, sources: undefined });
    }
    return changes;
  }
}

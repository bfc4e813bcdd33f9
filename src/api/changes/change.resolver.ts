import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { changesOf } from '../../answers/changes.ts';
import { checkIds } from '../../answers/ids.ts';
import type { Reader } from '../../answers/reader.ts';
import { changeQuestionFrom, ChangeArguments } from './change.input.ts';
import { Changes, changesFrom } from './change.type.ts';

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
    const question = changeQuestionFrom(args);
    const changes = await changesOf(context, question);
    if (changes.items.length === 0 && !changes.truncated) {
      const { entities, between } = question;
      const named = { entities: entities ?? undefined, between: between ?? undefined };
      await checkIds(context, { entities: named, sources: undefined });
    }
    return changesFrom(changes);
  }
}

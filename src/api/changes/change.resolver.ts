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
      'Lists what changed during a period for some entities, or between them: events and changes of status, each with its sources. You must give `entities` or `between`. The cost grows with the number of events of these entities.',
  })
  async changes(@Args(() => ChangeArguments) args: ChangeArguments, @Ctx() reader: Reader): Promise<Changes> {
    const question = changeQuestionFrom(args);
    const changes = await changesOf(reader, question);
    if (changes.items.length === 0 && !changes.truncated) {
      const { entities, between } = question;
      const named = { entities: entities ?? undefined, between: between ?? undefined };
      await checkIds(reader, { entities: named, sources: undefined });
    }
    return changesFrom(changes);
  }
}

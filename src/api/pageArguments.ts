import { ArgsType, Field, Int } from 'type-graphql';

@ArgsType()
export class PageArguments {
  @Field(() => Int, {
    nullable: true,
    description: 'How many rows from the start, or after `after`: 0 to 200, 20 if nothing is said.',
  })
  declare first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only rows after this cursor.' })
  declare after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many rows from the end, or before `before`: 0 to 200.',
  })
  declare last?: number | null;

  @Field(() => String, { nullable: true, description: 'Only rows before this cursor.' })
  declare before?: string | null;
}

import { ArgsType, Field, Int } from 'type-graphql';

export const DEFAULT_PAGE = 20;
export const MOST_PER_PAGE = 200;

@ArgsType()
export class PageArguments {
  @Field(() => Int, {
    nullable: true,
    description: `The number of rows from the start, or after \`after\`: 0 to ${MOST_PER_PAGE}, by default ${DEFAULT_PAGE}.`,
  })
  declare first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only rows after this cursor. Goes with `first`.' })
  declare after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `The number of rows from the end, or before \`before\`: 0 to ${MOST_PER_PAGE}.`,
  })
  declare last?: number | null;

  @Field(() => String, { nullable: true, description: 'Only rows before this cursor. Goes with `last`.' })
  declare before?: string | null;
}

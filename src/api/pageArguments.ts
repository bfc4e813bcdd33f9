import { ArgsType, Field, Int } from 'type-graphql';

export const DEFAULT_PAGE = 20;
export const MOST_PER_PAGE = 200;

@ArgsType()
export class PageArguments {
  @Field(() => Int, {
    nullable: true,
    description: `How many rows from the start, or after \`after\`: 0 to ${MOST_PER_PAGE}, ${DEFAULT_PAGE} if nothing is said.`,
  })
  declare first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only rows after this cursor.' })
  declare after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `How many rows from the end, or before \`before\`: 0 to ${MOST_PER_PAGE}.`,
  })
  declare last?: number | null;

  @Field(() => String, { nullable: true, description: 'Only rows before this cursor.' })
  declare before?: string | null;
}

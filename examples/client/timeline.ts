import type { ApolloClient } from '@apollo/client';
import type { TimelineQuery, TimelineQueryVariables } from './generated/graphql.ts';
import { TIMELINE } from './questions.ts';

type Edges = NonNullable<TimelineQuery['entity']>['events']['edges'];

/** All that an entity took part in, page after page. */
export async function wholeTimeline(
  client: ApolloClient,
  asked: Omit<TimelineQueryVariables, 'after'>,
): Promise<Edges> {
  let variables: TimelineQueryVariables = asked;
  for (;;) {
    // The cache would answer with what it has of the list.
    const { data } = await client.query({ query: TIMELINE, variables, fetchPolicy: 'network-only' });
    const events = data?.entity?.events;
    // Not the page alone: the list as far as the cache has joined it. It takes the place of the one before.
    if (!events?.pageInfo.hasNextPage) return events?.edges ?? [];
    variables = { ...asked, after: events.pageInfo.endCursor };
  }
}

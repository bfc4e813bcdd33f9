import {
  ApolloClient,
  type FieldReadFunction,
  HttpLink,
  InMemoryCache,
  type Reference,
} from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { relayStylePagination } from '@apollo/client/utilities';
import possible from './generated/possibleTypes.ts';

/** Pages of one list are joined, and lists of other filters or orders kept apart. */
const pages = relayStylePagination(['where', 'orderBy']);

/** What was met anywhere under its id need not be asked for again. */
function byId(__typename: string): FieldReadFunction<Reference, Reference> {
  return (known, { args, toReference }) => {
    const id: unknown = args?.id;
    return known ?? (typeof id === 'string' ? toReference({ __typename, id }) : undefined);
  };
}

/** A client of the service at an address such as http://127.0.0.1:4000/graphql. */
export function chancery(uri: string): ApolloClient {
  const cache = new InMemoryCache({
    possibleTypes: possible.possibleTypes,
    typePolicies: {
      Query: {
        fields: {
          ...{ entity: byId('Entity'), event: byId('Event'), source: byId('Source') },
          ...{ events: pages, relationships: pages },
        },
      },
      Entity: { fields: { events: pages, relationships: pages } },
      Source: { fields: { events: pages } },
      // They have no id, and live where they were asked for: what one question asks of them adds to what others did.
      ...{ EdtfDate: { merge: true }, Status: { merge: true }, Statistics: { merge: true } },
    },
  });
  // Documents go by their hashes, and by their texts to a service that keeps none.
  const byHash = new PersistedQueryLink({
    generateHash: (document) => (document as unknown as { __meta__: { hash: string } }).__meta__.hash,
  });
  return new ApolloClient({ cache, link: byHash.concat(new HttpLink({ uri })) });
}

import { graphql } from './generated/index.ts';

/** A page of what an entity took part in, with the date as it is known now, and as it was known by a day. */
export const TIMELINE = graphql(`
  query Timeline($id: ID!, $first: Int!, $after: String, $knownBy: Date!) {
    entity(id: $id) {
      id
      name
      events(first: $first, after: $after) {
        edges {
          node {
            id
            summary
            date {
              display
            }
            known: date(knownBy: $knownBy) {
              display
            }
            participants {
              role
              entity {
                id
                name
              }
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const NAME = graphql(`
  query Name($id: ID!) {
    entity(id: $id) {
      id
      name
    }
  }
`);

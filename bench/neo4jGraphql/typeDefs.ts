/** The same graph in the type definitions of @neo4j/graphql, as far as the operations of the bench need it. */
export const TYPE_DEFS = /* GraphQL */ `
  type Entity
    @node
    @fulltext(indexes: [{ indexName: "entity_words", queryName: "entitiesByName", fields: ["words"] }]) {
    id: ID!
    kind: String!
    name: String!
    aliases: [String!]
    words: String!
    identifiers: [Identifier!]! @relationship(type: "IDENTIFIES", direction: IN)
    events: [Event!]! @relationship(type: "TOOK_PART", direction: OUT, properties: "TookPart")
    met: [Entity!]!
      @relationship(type: "MET", direction: OUT, queryDirection: UNDIRECTED, properties: "Related")
    urged: [Entity!]! @relationship(type: "URGED", direction: OUT, properties: "Related")
  }

  type Identifier @node {
    scheme: String!
    value: String!
  }

  type Event @node {
    id: ID!
    type: String!
    summary: String!
    edtf: String!
    at: Date!
    earliest: Date!
    latest: Date!
    affirmed: Boolean!
    topics: [String!]!
    cameo: String
    participants: [Entity!]! @relationship(type: "TOOK_PART", direction: IN, properties: "TookPart")
    sources: [Source!]! @relationship(type: "REPORTS", direction: IN, properties: "Reports")
  }

  type Source @node {
    id: ID!
    title: String!
    publisher: String!
    events: [Event!]! @relationship(type: "REPORTS", direction: OUT, properties: "Reports")
  }

  type TookPart @relationshipProperties {
    role: String!
    named: Boolean!
    principal: Boolean!
    through: [String!]
  }

  type Reports @relationshipProperties {
    stance: String!
    edtf: String!
    earliest: Date!
    latest: Date!
    locator: String!
  }

  type Related @relationshipProperties {
    event: ID!
    level: String!
    at: Date!
    edtf: String!
    earliest: Date!
    latest: Date!
  }
`;

// Constraints and indexes of the graph. Safe to run again. Statements end with a semicolon.

// One node per id.
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT event_id IF NOT EXISTS FOR (n:Event) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT source_id IF NOT EXISTS FOR (n:Source) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT dataset_id IF NOT EXISTS FOR (n:Dataset) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT event_version_id IF NOT EXISTS FOR (n:EventVersion) REQUIRE n.id IS UNIQUE;
// `scheme:value`, as in wikidata:Q159.
CREATE CONSTRAINT identifier_key IF NOT EXISTS FOR (n:Identifier) REQUIRE n.key IS UNIQUE;

// Of the entities that have been joined with another, the id that both are known by; few have one.
CREATE INDEX entity_canonical IF NOT EXISTS FOR (n:Entity) ON (n.canonical);

// Timelines: of everything, of a type, of an entity. `span` is the class of a date's width, `at` its place in order.
CREATE INDEX event_time IF NOT EXISTS FOR (n:Event) ON (n.span, n.at);
CREATE INDEX event_type_time IF NOT EXISTS FOR (n:Event) ON (n.type, n.span, n.at);
CREATE INDEX took_part_time IF NOT EXISTS FOR ()-[p:TOOK_PART]-() ON (p.entity, p.span, p.at);
// The key that a source itself gives to a row, as icews14:4711.
CREATE INDEX report_key IF NOT EXISTS FOR ()-[r:REPORTS]-() ON (r.key);

// Of what sources do not agree on; few events have `disagreeing`.
CREATE INDEX event_disagreement IF NOT EXISTS FOR (n:Event) ON (n.disagreeing, n.span, n.at);

// The same of what was known before a later source changed it.
CREATE INDEX event_version_time IF NOT EXISTS FOR (n:EventVersion) ON (n.span, n.at);
CREATE INDEX event_version_type_time IF NOT EXISTS FOR (n:EventVersion) ON (n.type, n.span, n.at);
CREATE INDEX event_version_disagreement IF NOT EXISTS FOR (n:EventVersion) ON (n.disagreeing, n.span, n.at);
CREATE INDEX took_part_then_time IF NOT EXISTS FOR ()-[p:TOOK_PART_THEN]-() ON (p.entity, p.span, p.at);

// Search. The words are folded and cut before they are written, so the index only parts them at blanks.
CREATE FULLTEXT INDEX entity_words IF NOT EXISTS FOR (n:Entity) ON EACH [n.words]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'whitespace' } };
CREATE FULLTEXT INDEX event_words IF NOT EXISTS FOR (n:Event) ON EACH [n.words]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'whitespace' } };
// Those of earlier versions.
DROP INDEX entity_names IF EXISTS;
DROP INDEX event_text IF EXISTS;

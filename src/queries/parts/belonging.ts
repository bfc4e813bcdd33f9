import { allOf, cypher, type Fragment } from '../../cypher/cypher.ts';
import { relationshipTypes } from '../../cypher/names.ts';
import type { KnownBy } from './known.ts';
import { onEachVersionSource, wasKnown } from './versionSource.ts';

// `src/reasoning/disagreements.ts` defines what belongs to what, and whether reports differ in their participants.

/** Goes on from each `id` to the ids of all that its entity belongs to, bound to `whole`: itself among them. */
export function wholesOfEach(known: KnownBy): Fragment {
  return cypher`CALL (id) {
      MATCH (member:Entity) WHERE member.id = id OR member.canonical = id
      MATCH (member)-${UPWARD}->(organ:Entity)
      CALL (organ) {
        RETURN organ AS body, false AS isPost
        UNION ALL ${onEachVersionSource(
          known,
          (source) => cypher`
        MATCH ${source.edge(cypher`organ`, relationshipTypes(['HOLDS_POST', 'MEMBER_OF']), cypher`body:Entity`)}
        WHERE ${allOf([
          cypher`${source.edgeType} IN ['HOLDS_POST', 'MEMBER_OF']`,
          wasKnown(cypher`r`, known, source),
        ])}
        RETURN body, ${source.edgeType} = 'HOLDS_POST' AS isPost`,
        )}
      }
      WITH DISTINCT body, isPost
      MATCH (body)-${UPWARD}->(above:Entity)
      UNWIND [above.id] + CASE WHEN isPost THEN COLLECT {
        MATCH (above)<-[:PART_OF]-(people:Actor {group: true}) RETURN people.id
      } ELSE [] END AS whole
      RETURN DISTINCT whole
    }`;
}

/** Further up than anything is part of anything. An entity that was joined with another is what that one is. */
const UPWARD = cypher`[:PART_OF|SAME_AS*0..10]`;

/**
 * Whether the reports of the version bound to the name differ in their participants. What belongs to what is looked up
 * once for all comparisons of the event.
 */
export function participantsDiffer(view: Fragment, known: KnownBy): Fragment {
  return cypher`any(belonging IN [COLLECT {
      UNWIND ${view}.unlike AS text
      UNWIND split(replace(replace(text, ' / ', ' '), ', ', ' '), ' ') AS id
      WITH DISTINCT id
      ${wholesOfEach(known)}
      RETURN id + ' ' + whole
    }] WHERE any(text IN ${view}.unlike WHERE all(
      sides IN [split(text, ' / '), reverse(split(text, ' / '))] WHERE any(
        lacking IN split(sides[0], ', ') WHERE none(named IN split(sides[1], ', ') WHERE
          any(id IN split(lacking, ' ') WHERE id + ' ' + split(named, ' ')[0] IN belonging)
          OR any(id IN split(named, ' ') WHERE id + ' ' + split(lacking, ' ')[0] IN belonging))))))`;
}

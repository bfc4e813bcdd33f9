import { PARTICIPANT } from '../../src/queries/parts/columns.ts';
import { ENTITY } from '../../src/record/entity.ts';

/** The event that every arm is asked for, and the conversion of each answer to one form. */
export const EVENT = {
  chancery: 'id type summary date { edtf } participants { role entity { id name } }',
  neo4jGraphql: `id type summary edtf
    participantsConnection(where: { edge: { named: { eq: true }, through: { eq: null } } }) {
      edges { node { id name } properties { role } }
    }`,
};

export function eventOfChancery({ id, type, summary, date, participants }: any) {
  return answerOf({ id, type, summary, edtf: date.edtf }, participants, ({ role, entity }) => [
    role,
    entity.id,
    entity.name,
  ]);
}

export function eventOfRow({ id, type, summary, edtf, participants }: any) {
  const { role, entity, named } = PARTICIPANT.place;
  return answerOf(
    { id, type, summary, edtf },
    participants.filter((row: any) => row[named]),
    (row) => [row[role], row[entity][ENTITY.place.id], row[entity][ENTITY.place.name]],
  );
}

export function eventOfNeo4jGraphql({ id, type, summary, edtf, participantsConnection: { edges } }: any) {
  return answerOf({ id, type, summary, edtf }, edges, ({ node, properties }) => [
    properties.role,
    node.id,
    node.name,
  ]);
}

function answerOf(
  event: object,
  participants: readonly any[],
  parts: (participant: any) => readonly string[],
) {
  return { ...event, participants: participants.map((each) => parts(each).join(' ')).sort() };
}

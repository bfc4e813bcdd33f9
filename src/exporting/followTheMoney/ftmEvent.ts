import type { Role } from '../../ontology/roles.ts';
import { PARTICIPANT } from '../../queries/parts/columns.ts';
import { ENTITY } from '../../record/entity.ts';
import { REPORT } from '../../record/report.ts';
import { STORED_SOURCE } from '../../record/source.ts';
import { ftmDates, ftmId, ftmObject, type FtmObject } from './ftmObject.ts';
import type { ViewPart } from '../viewParts.ts';

type EventView = ViewPart['events'][number];

/** An event in FollowTheMoney: a sanction, an occupancy or a membership if the schema fits, otherwise an Event. */
export function ftmEvent(event: EventView): FtmObject[] {
  switch (event.type) {
    case 'DESIGNATED':
      return sanctions(event, ({ date = [], ...rest }) => ({ ...rest, startDate: date }));
    case 'DELISTED':
      return delisted(event);
    case 'HOLDS_POST':
      return holdings(event, 'Occupancy', (holder) => ({ holder: [holder], post: [positionId(event)] }));
    case 'MEMBER_OF':
      return holdings(event, 'Membership', (member, organization) => ({
        member: [member],
        organization: [organization],
      }));
    default:
      return [plainEvent(event)];
  }
}

/** The held post, which is an object of its own. */
export function ftmPosition(event: EventView): FtmObject[] {
  if (event.type !== 'HOLDS_POST') return [];
  const properties = { name: [event.post ?? 'holder of a post'], organization: idsIn(event, 'TARGET') };
  return [ftmObject(event, positionId(event), 'Position', properties)];
}

/** The participants that act on behalf of others. */
export function ftmRepresentations({ participants, datasets }: EventView): FtmObject[] {
  return participants.flatMap((row) => {
    const agent = row[PARTICIPANT.place.entity][ENTITY.place.id];
    const client = row[PARTICIPANT.place.onBehalfOf]?.[ENTITY.place.id];
    if (client === undefined) return [];
    const properties = { agent: [ftmId(agent)], client: [ftmId(client)] };
    return [ftmObject({ datasets }, `represents-${agent}-${client}`, 'Representation', properties)];
  });
}

type Dates = ReturnType<typeof ftmDates>;

/** One sanction for each target. */
function sanctions(event: EventView, placed: (dates: Dates) => Dates): FtmObject[] {
  return idsIn(event, 'TARGET').map((target) =>
    ftmObject(event, `${event.id}-${target}`, 'Sanction', {
      ...common(event),
      ...placed(ftmDates(event.edtf)),
      entity: [target],
      authority: namesIn(event, 'AGENT'),
      program: namesIn(event, 'LIST'),
    }),
  );
}

/**
 * A sanction of which only the end is known. If the end is unknown too, it is a plain event, because a sanction without
 * dates would look as if it were in force.
 */
function delisted(event: EventView): FtmObject[] {
  const { date = [] } = ftmDates(event.edtf);
  return date.join('') === ''
    ? [plainEvent(event)]
    : sanctions(event, ({ description = [] }) => ({ description, endDate: date, status: ['delisted'] }));
}

function holdings(
  event: EventView,
  schema: string,
  ends: (one: string, body: string) => Record<string, readonly string[]>,
): FtmObject[] {
  const [body = ''] = idsIn(event, 'TARGET');
  return idsIn(event, 'AGENT').map((one) =>
    ftmObject(event, `${event.id}-${one}`, schema, {
      ...common(event),
      ...ftmDates(event.edtf),
      ...ends(one, body),
    }),
  );
}

function plainEvent(event: EventView): FtmObject {
  const involved = (['AGENT', 'TARGET', 'PARTY', 'ABOUT', 'OFFICE'] as const).flatMap((role) =>
    idsIn(event, role),
  );
  return ftmObject(event, event.id, 'Event', {
    ...common(event),
    ...ftmDates(event.edtf),
    name: [event.summary],
    summary: [],
    involved,
    organizer: [...idsIn(event, 'HOST'), ...idsIn(event, 'FORMAT')],
    location: event.places,
    keywords: [event.type, ...event.topics],
  });
}

function common({ id, summary, reports }: EventView) {
  const affirming = reports.filter((report) => report[REPORT.place.stance] === 'AFFIRMS');
  const sources = affirming.map((report) => report[REPORT.place.source]);
  return {
    recordId: [id],
    summary: [summary],
    publisher: sources.map((source) => source[STORED_SOURCE.place.publisher]),
    sourceUrl: sources.map((source) => source[STORED_SOURCE.place.url]),
  };
}

function positionId(event: EventView): string {
  const [body = ''] = idsIn(event, 'TARGET');
  return ftmId(`position-${body}-${(event.post ?? '').toLowerCase()}`);
}

function idsIn(event: EventView, role: Role): string[] {
  return entitiesIn(event, role).map((entity) => ftmId(entity[ENTITY.place.id]));
}

function namesIn(event: EventView, role: Role): string[] {
  return entitiesIn(event, role).map((entity) => entity[ENTITY.place.name]);
}

function entitiesIn({ participants }: EventView, role: Role) {
  return participants
    .filter((row) => row[PARTICIPANT.place.role] === role && row[PARTICIPANT.place.named])
    .map((row) => row[PARTICIPANT.place.entity]);
}

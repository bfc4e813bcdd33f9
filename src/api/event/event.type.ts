import { Field, Float, ID, ObjectType } from 'type-graphql';
import type { Closeness } from '../../ontology/closeness.ts';
import type { EventType } from '../../ontology/lookups.ts';
import type { Stance } from '../../ontology/stances.ts';
import type { Role } from '../../ontology/roles.ts';
import {
  type EventRow,
  PARTICIPANT,
  type ParticipantRow,
  type ReportRow,
} from '../../queries/parts/columns.ts';
import { REPORT } from '../../record/report.ts';
import { EdtfDate } from '../edtfDate.ts';
import { Entity, entityFrom } from '../entity/entity.type.ts';
import { ClosenessEnum, EventTypeEnum, RoleEnum, StanceEnum } from '../enums.ts';
import { Node } from '../node.type.ts';
import { Source, sourceFrom } from '../source/source.type.ts';

const NONE: readonly never[] = [];

@ObjectType({
  description: 'Something dated that happened or was observed between entities, with every report of it.',
  implements: Node,
})
export class Event implements Node {
  declare id: string;

  @Field(() => EventTypeEnum, { description: 'The type of the event: what happened or was observed.' })
  declare type: EventType;

  @Field(() => String, { description: 'A sentence on what happened, in our own words.' })
  declare summary: string;

  @Field(() => String, {
    nullable: true,
    description: 'The post held, taken or left. Null if the event is not about a post.',
  })
  declare post: string | null;

  @Field(() => EventTypeEnum, {
    nullable: true,
    description: 'The act that an announcement or a bill intends. Null for other events.',
  })
  declare intends: EventType | null;

  @Field(() => String, {
    nullable: true,
    description: 'The CAMEO code of an imported event. Null if it has none.',
  })
  declare cameo: string | null;

  @Field(() => ClosenessEnum, {
    nullable: true,
    description:
      'How closely the CAMEO code matches the type. Null if there is no code, or if the type is CODED.',
  })
  declare closeness: Closeness | null;

  @Field(() => [String], { description: 'The topics of the event.' })
  declare topics: readonly string[];

  @Field(() => [String], { description: 'The places of the event.' })
  declare places: readonly string[];

  @Field(() => [Figure], { description: 'Numbers that the sources give for the event.' })
  declare figures: readonly Figure[];

  /** As known now; field resolvers answer for other days. Null if no source that counts reports the event. */
  declare date: EdtfDate | null;
  declare stances: readonly Stance[];
  declare reportCount: number;

  /** Present if they were read with the event. */
  declare participantRows: readonly ParticipantRow[] | undefined;
  declare reportRows: readonly ReportRow[] | undefined;

  // In this and other types of many rows: a constructor that sets each field, in a class that extends none, is by far
  // the fastest way to make an object.
  constructor(row: EventRow) {
    this.id = row.id;
    this.type = row.type;
    this.summary = row.summary;
    this.post = row.post;
    this.intends = row.intends;
    this.cameo = row.cameo;
    this.closeness = row.closeness;
    this.topics = row.topics;
    this.places = row.places;
    this.stances = row.stances ?? NONE;
    this.reportCount = row.reportCount;
    this.figures = row.figureNames?.map((what, i) => ({ what, value: row.figureValues?.[i] ?? 0 })) ?? NONE;
    this.date = this.stances.length === 0 ? null : new EdtfDate(row.edtf, row.disputed, row.qualified);
    this.participantRows = row.participants;
    this.reportRows = row.reports;
  }
}

@ObjectType({ description: 'A number that sources give for an event.' })
export class Figure {
  @Field(() => String, { description: 'The thing that is counted.' })
  declare what: string;

  @Field(() => Float, { description: 'The number.' })
  declare value: number;
}

@ObjectType({ description: 'An entity in its role in an event.' })
export class Participant {
  @Field(() => RoleEnum, { description: 'The role of the entity in the event.' })
  declare role: Role;

  @Field(() => Entity, { description: 'The entity that takes part, as the sources name it.' })
  declare entity: Entity;

  @Field(() => Entity, {
    nullable: true,
    description: 'The entity for which this one acts. Null if it acts for itself.',
  })
  declare onBehalfOf: Entity | null;
}

@ObjectType({ description: 'The statement of one source about one event.' })
export class Report {
  @Field(() => ID, { description: 'The id of the report, made of its event, source and locator.' })
  declare id: string;

  @Field(() => Source, { description: 'The source of the report.' })
  declare source: Source;

  @Field(() => StanceEnum, { description: 'Whether the source affirms, denies or expects the event.' })
  declare stance: Stance;

  @Field(() => EdtfDate, {
    description: 'The date as this source gives it, no finer than the source itself proves.',
  })
  declare date: EdtfDate;

  @Field(() => String, {
    nullable: true,
    description: 'The words in which the source gives the date, shortened. Null if not recorded.',
  })
  declare wording: string | null;

  @Field(() => String, { description: 'The place in the source: `p5` is the fifth paragraph.' })
  declare locator: string;

  @Field(() => String, {
    nullable: true,
    description: "The source's own key for the row, such as `icews14:4711`. Null if it has none.",
  })
  declare key: string | null;

  @Field(() => Entity, {
    nullable: true,
    description: 'The entity to which the source attributes the claim. Null if the source speaks for itself.',
  })
  declare attributedTo: Entity | null;
}

export function eventFrom(row: EventRow): Event {
  return new Event(row);
}

export function participantFrom(row: ParticipantRow): Participant {
  const onBehalfOf = row[PARTICIPANT.place.onBehalfOf];
  return {
    role: row[PARTICIPANT.place.role],
    entity: entityFrom(row[PARTICIPANT.place.entity]),
    onBehalfOf: onBehalfOf === null ? null : entityFrom(onBehalfOf),
  };
}

export function reportFrom(event: string, row: ReportRow): Report {
  const attributedTo = row[REPORT.place.attributedTo];
  const source = sourceFrom(row[REPORT.place.source]);
  const locator = row[REPORT.place.locator];
  return {
    id: `report:${event}#${source.id}#${locator}`,
    source,
    stance: row[REPORT.place.stance],
    date: new EdtfDate(row[REPORT.place.date]),
    wording: row[REPORT.place.wording],
    locator,
    key: row[REPORT.place.key],
    attributedTo: attributedTo === null ? null : entityFrom(attributedTo),
  };
}

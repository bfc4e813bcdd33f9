import type { Coding } from '../../ontology/codings.ts';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { Closeness } from '../../ontology/closeness.ts';
import type { EventType } from '../../ontology/lookups.ts';
import type { Stance } from '../../ontology/stances.ts';
import type { Role } from '../../ontology/roles.ts';
import {
  type EventRow,
  figuresOf,
  OWNED_REPORT,
  PARTICIPANT,
  type ParticipantRow,
  type ReportRow,
} from '../../queries/parts/columns.ts';
import { EVENT, FIGURE } from '../../record/event.ts';
import { PARTICIPATION } from '../../record/participation.ts';
import { REPORT } from '../../record/report.ts';
import { attributeField } from '../attributeField.ts';
import { EdtfDate } from '../edtfDate.ts';
import { Entity, entityFrom } from '../entity/entity.type.ts';
import { ClosenessEnum, CodingEnum, EventTypeEnum, RoleEnum, StanceEnum } from '../enums.ts';
import { Node } from '../node.type.ts';
import { Source, sourceFrom } from '../source/source.type.ts';

const NONE: readonly never[] = [];

@ObjectType({
  description: 'Something dated that happened or was observed between entities, with every report of it.',
  implements: Node,
})
export class Event implements Node {
  declare id: string;

  @Field(() => EventTypeEnum, attributeField(EVENT.attributes.type))
  declare type: EventType;

  @Field(() => String, attributeField(EVENT.attributes.summary))
  declare summary: string;

  @Field(() => String, attributeField(EVENT.attributes.post))
  declare post: string | null;

  @Field(() => EventTypeEnum, attributeField(EVENT.attributes.intends))
  declare intends: EventType | null;

  @Field(() => String, attributeField(EVENT.attributes.cameo))
  declare cameo: string | null;

  @Field(() => String, attributeField(EVENT.attributes.plover))
  declare plover: string | null;

  @Field(() => ClosenessEnum, attributeField(EVENT.attributes.closeness))
  declare closeness: Closeness | null;

  @Field(() => [String], { description: 'The datasets that declare the event, such as `corpus`.' })
  declare datasets: readonly string[];

  @Field(() => [String], attributeField(EVENT.attributes.topics))
  declare topics: readonly string[];

  @Field(() => [String], attributeField(EVENT.attributes.places))
  declare places: readonly string[];

  @Field(() => [Figure], attributeField(EVENT.attributes.figures))
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
    this.plover = row.plover;
    this.closeness = row.closeness;
    this.datasets = row.datasets ?? NONE;
    this.topics = row.topics;
    this.places = row.places;
    this.stances = row.stances ?? NONE;
    this.reportCount = row.reportCount;
    this.figures = row.figureNames === undefined ? NONE : figuresOf(row);
    this.date = this.stances.length === 0 ? null : new EdtfDate(row.edtf, row.disputed, row.qualified);
    this.participantRows = row.participants;
    this.reportRows = row.reports;
  }
}

@ObjectType({ description: 'A number that sources give for an event.' })
export class Figure {
  @Field(() => String, attributeField(FIGURE.attributes.what))
  declare what: string;

  @Field(() => Float, attributeField(FIGURE.attributes.value))
  declare value: number;
}

@ObjectType({ description: 'An entity in its role in an event.' })
export class Participant {
  @Field(() => RoleEnum, attributeField(PARTICIPATION.attributes.role))
  declare role: Role;

  @Field(() => Entity, attributeField(PARTICIPATION.attributes.entity))
  declare entity: Entity;

  @Field(() => Entity, attributeField(PARTICIPATION.attributes.onBehalfOf))
  declare onBehalfOf: Entity | null;
}

@ObjectType({ description: 'The statement of one source about one event.' })
export class Report {
  @Field(() => ID, { description: 'The id of the report, made of its event, source and locator.' })
  declare id: string;

  @Field(() => Source, attributeField(REPORT.attributes.source))
  declare source: Source;

  @Field(() => StanceEnum, attributeField(REPORT.attributes.stance))
  declare stance: Stance;

  @Field(() => EdtfDate, attributeField(REPORT.attributes.date))
  declare date: EdtfDate;

  @Field(() => String, attributeField(REPORT.attributes.wording))
  declare wording: string | null;

  @Field(() => String, attributeField(REPORT.attributes.basis))
  declare basis: string | null;

  @Field(() => [ID], attributeField(REPORT.attributes.basedOn))
  declare basedOn: readonly string[];

  @Field(() => String, attributeField(REPORT.attributes.locator))
  declare locator: string;

  @Field(() => Int, attributeField(REPORT.attributes.confidence))
  declare confidence: number | null;

  @Field(() => String, attributeField(OWNED_REPORT.attributes.dataset))
  declare dataset: string;

  @Field(() => CodingEnum, attributeField(OWNED_REPORT.attributes.coding))
  declare coding: Coding;

  @Field(() => String, attributeField(REPORT.attributes.key))
  declare key: string | null;

  @Field(() => Entity, attributeField(REPORT.attributes.attributedTo))
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
    basis: row[REPORT.place.basis],
    basedOn: row[REPORT.place.basedOn],
    locator,
    confidence: row[REPORT.place.confidence],
    dataset: row[OWNED_REPORT.place.dataset],
    coding: row[OWNED_REPORT.place.coding],
    key: row[REPORT.place.key],
    attributedTo: attributedTo === null ? null : entityFrom(attributedTo),
  };
}

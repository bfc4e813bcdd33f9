import { Field, Float, ID, ObjectType } from 'type-graphql';
import type { Closeness } from '../../ontology/eventTypeDeclaration.ts';
import type { EventType } from '../../ontology/lookups.ts';
import type { Stance } from '../../ontology/stances.ts';
import type { Role } from '../../ontology/roles.ts';
import {
  type EventRow,
  type ParticipantRow,
  reportColumns,
  type ReportRow,
} from '../../queries/parts/columns.ts';
import { EdtfDate } from '../edtfDate.ts';
import { Entity, entityFrom } from '../entity/entity.type.ts';
import { ClosenessEnum, EventTypeEnum, RoleEnum, StanceEnum } from '../enums.ts';
import { Node } from '../node.type.ts';
import { Source, sourceFrom } from '../source/source.type.ts';

const NONE: readonly never[] = [];

@ObjectType({
  description: 'One dated thing between entities, with everything that sources say of it.',
  implements: Node,
})
export class Event implements Node {
  declare id: string;

  @Field(() => EventTypeEnum, { description: 'What happened or was observed.' })
  declare type: EventType;

  @Field(() => String, { description: 'What happened, in our own words: whom one urged to do what.' })
  declare summary: string;

  @Field(() => String, { nullable: true, description: 'The post held, taken or left.' })
  declare post: string | null;

  @Field(() => EventTypeEnum, {
    nullable: true,
    description: 'Of an announcement or a bill: the act that is still to come.',
  })
  declare intends: EventType | null;

  @Field(() => String, { nullable: true, description: 'The CAMEO code of an imported event.' })
  declare cameo: string | null;

  @Field(() => ClosenessEnum, {
    nullable: true,
    description:
      'How closely that code stands for the type; null where there is no code, or where the type is CODED.',
  })
  declare closeness: Closeness | null;

  @Field(() => [String], { description: 'What it is about.' })
  declare topics: readonly string[];

  @Field(() => [String], { description: 'Where it took place.' })
  declare places: readonly string[];

  @Field(() => [Figure], { description: 'Numbers that the sources give.' })
  declare figures: readonly Figure[];

  /** As known now; field resolvers answer for other days. Nothing is known of what no source that counts reports. */
  declare date: EdtfDate | null;
  declare stances: readonly Stance[];
  declare reportCount: number;

  /** Set where the statement that brought the event brought these too. */
  declare participantRows: readonly ParticipantRow[] | undefined;
  declare reportRows: readonly ReportRow[] | undefined;

  // Here and in other types of many rows: no other way to make an object is nearly as fast as a constructor that sets
  // each field, of a class that extends none.
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

@ObjectType({ description: 'A number that sources give of an event.' })
export class Figure {
  @Field(() => String, { description: 'What is counted.' })
  declare what: string;

  @Field(() => Float, { description: 'The number.' })
  declare value: number;
}

@ObjectType({ description: 'An entity in its role in an event.' })
export class Participant {
  @Field(() => RoleEnum, { description: 'What it is to the event.' })
  declare role: Role;

  @Field(() => Entity, { description: 'Who takes part, as the sources name it.' })
  declare entity: Entity;

  @Field(() => Entity, { nullable: true, description: 'For whom it acts, where that is someone else.' })
  declare onBehalfOf: Entity | null;
}

@ObjectType({ description: 'What one source says of one event.' })
export class Report {
  @Field(() => ID, { description: 'Names the report: its event, source and locator.' })
  declare id: string;

  @Field(() => Source, { description: 'Who says so.' })
  declare source: Source;

  @Field(() => StanceEnum, { description: 'Whether it affirms, denies or expects the event.' })
  declare stance: Stance;

  @Field(() => EdtfDate, {
    description: 'The date as this source gives it, no finer than the source itself proves.',
  })
  declare date: EdtfDate;

  @Field(() => String, { nullable: true, description: 'How the source words the date, in brief.' })
  declare wording: string | null;

  @Field(() => String, { description: 'Where in the source: `p5` is its fifth paragraph.' })
  declare locator: string;

  @Field(() => String, {
    nullable: true,
    description: "The source's own key of the row that says so, as `icews14:4711`; null where it has none.",
  })
  declare key: string | null;

  @Field(() => Entity, {
    nullable: true,
    description: 'To whom the source attributes the claim, where it does.',
  })
  declare attributedTo: Entity | null;
}

export function eventFrom(row: EventRow): Event {
  return new Event(row);
}

export function participantFrom([role, entity, onBehalfOf]: ParticipantRow): Participant {
  return {
    role,
    entity: entityFrom(entity),
    onBehalfOf: onBehalfOf === null ? null : entityFrom(onBehalfOf),
  };
}

export function reportFrom(event: string, row: ReportRow): Report {
  const { source, stance, date, wording, locator, key, attributedTo } = reportColumns(row);
  return {
    id: `report:${event}#${source}#${locator}`,
    source: sourceFrom(row[0]),
    stance,
    date: new EdtfDate(date),
    wording,
    locator,
    key,
    attributedTo: attributedTo === null ? null : entityFrom(attributedTo),
  };
}

import { Field, ID, ObjectType } from 'type-graphql';
import type { EventType } from '../../ontology/lookups.ts';
import type { RelationshipRow } from '../../queries/relationshipPage.ts';
import { ENTITY } from '../../record/entity.ts';
import type { Level } from '../../ontology/levels.ts';
import { Entity, entityFrom } from '../entity/entity.type.ts';
import type { EdtfDate } from '../edtfDate.ts';
import { EventTypeEnum, LevelEnum } from '../enums.ts';
import { Event, eventFrom } from '../event/event.type.ts';

@ObjectType({ description: 'A direct, dated edge between two entities, projected from an event.' })
export class Relationship {
  @Field(() => ID, { description: 'The id of the relationship, made of its event and its ends.' })
  declare id: string;

  @Field(() => EventTypeEnum, { description: 'The type of the event.' })
  declare type: EventType;

  @Field(() => LevelEnum, {
    description:
      'Whether the relationship connects named participants or the entities for which they act. If no source supports the relationship any more, its last level.',
  })
  declare level: Level;

  @Field(() => Entity, {
    description: 'The entity that acts. For a symmetric type, the end with the lower id.',
  })
  declare from: Entity;

  @Field(() => Entity, { description: 'The entity acted upon. For a symmetric type, the other end.' })
  declare to: Entity;

  @Field(() => Event, { description: 'The event that projects the relationship.' })
  declare event: Event;

  @Field(() => [String], {
    description:
      'The datasets whose reports affirm the relationship. Empty if nothing is known of it any more.',
  })
  declare datasets: readonly string[];

  declare sourceIds: readonly string[];
  /** As known now; a field resolver answers for other days. */
  declare date: EdtfDate | null;

  constructor(row: RelationshipRow) {
    const [from, to] = [row.fromEntity[ENTITY.place.id], row.toEntity[ENTITY.place.id]];
    this.id = `relationship:${row.id}#${from}#${to}`;
    this.type = row.relationshipType;
    this.level = row.level;
    this.from = entityFrom(row.fromEntity);
    this.to = entityFrom(row.toEntity);
    this.event = eventFrom(row);
    this.date = this.event.date;
    this.datasets = row.relationshipDatasets;
    this.sourceIds = row.relationshipSources;
  }
}

export function relationshipFrom(row: RelationshipRow): Relationship {
  return new Relationship(row);
}

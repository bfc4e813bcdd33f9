import { Field, ID, ObjectType } from 'type-graphql';
import type { EventType } from '../../ontology/lookups.ts';
import type { RelationshipRow } from '../../queries/relationshipPage.ts';
import type { Level } from '../../ontology/levels.ts';
import { Entity, entityFrom } from '../entity/entity.type.ts';
import type { EdtfDate } from '../edtfDate.ts';
import { EventTypeEnum, LevelEnum } from '../enums.ts';
import { Event, eventFrom } from '../event/event.type.ts';

@ObjectType({ description: 'A direct, dated edge between two entities, which an event projects.' })
export class Relationship {
  @Field(() => ID, { description: 'Names it: its event and its ends.' })
  declare id: string;

  @Field(() => EventTypeEnum, { description: 'The type of its event.' })
  declare type: EventType;

  @Field(() => LevelEnum, {
    description:
      'Between those whom sources name, or between those for whom they act. Of what no source bears out any more, as it was.',
  })
  declare level: Level;

  @Field(() => Entity, { description: 'Who acts; of a symmetric type, the end with the lesser id.' })
  declare from: Entity;

  @Field(() => Entity, { description: 'Toward whom; of a symmetric type, the other end.' })
  declare to: Entity;

  @Field(() => Event, { description: 'The event that it stands for.' })
  declare event: Event;

  declare sourceIds: readonly string[];
  /** As known now; a field resolver answers for other days. */
  declare date: EdtfDate | null;

  constructor(row: RelationshipRow) {
    this.id = `relationship:${row.id}#${row.fromEntity[0]}#${row.toEntity[0]}`;
    this.type = row.relationshipType;
    this.level = row.level;
    this.from = entityFrom(row.fromEntity);
    this.to = entityFrom(row.toEntity);
    this.event = eventFrom(row);
    this.date = this.event.date;
    this.sourceIds = row.relationshipSources;
  }
}

export function relationshipFrom(row: RelationshipRow): Relationship {
  return new Relationship(row);
}

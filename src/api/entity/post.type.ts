import { Field, ObjectType } from 'type-graphql';
import type { PostRow } from '../../queries/posts.ts';
import type { Day } from '../../time/day.ts';
import { EdtfDate } from '../edtfDate.ts';
import { Event, eventFrom } from '../event/event.type.ts';
import { Entity, entityFrom } from './entity.type.ts';

@ObjectType({ description: 'An observation that someone holds a post.' })
export class Post {
  @Field(() => String, {
    nullable: true,
    description: 'The title of the post, such as "Foreign Minister". Null if no source names it.',
  })
  declare title: string | null;

  @Field(() => Entity, { description: 'The entity that holds the post.' })
  declare holder: Entity;

  @Field(() => Entity, { description: 'The body or state in which the post is held.' })
  declare office: Entity;

  @Field(() => EdtfDate, {
    description:
      'The date of the observation, as known on `knownBy`. It is evidence for that date, not the length of a term.',
  })
  declare date: EdtfDate;

  @Field(() => Event, { description: 'The event that records the observation, with its sources.' })
  declare event: Event;
}

/** @param knownBy the day as known on which its date is asked for */
export function postFrom(row: PostRow, knownBy: Day | null | undefined): Post {
  const event = eventFrom(row);
  return {
    title: event.post,
    holder: entityFrom(row.fromEntity),
    office: entityFrom(row.toEntity),
    date: new EdtfDate(row.heldEdtf, row.heldDisputed, row.heldQualified).asKnownBy(knownBy),
    event,
  };
}

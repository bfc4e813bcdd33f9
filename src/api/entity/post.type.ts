import { Field, ObjectType } from 'type-graphql';
import type { PostRow } from '../../queries/posts.ts';
import { EdtfDate } from '../edtfDate.ts';
import { Event, eventFrom } from '../event/event.type.ts';
import { Entity, entityFrom } from './entity.type.ts';

@ObjectType({ description: 'A post that a source observes someone holding.' })
export class Post {
  @Field(() => String, { nullable: true, description: 'The post, such as "Foreign Minister".' })
  declare title: string | null;

  @Field(() => Entity, { description: 'Who holds it.' })
  declare holder: Entity;

  @Field(() => Entity, { description: 'The body or state in which it is held.' })
  declare office: Entity;

  @Field(() => EdtfDate, {
    description:
      'When it was observed, as known by `knownBy`: evidence for that day, not the length of a term.',
  })
  declare date: EdtfDate;

  @Field(() => Event, { description: 'The observation, with its sources.' })
  declare event: Event;
}

export function postFrom(row: PostRow): Post {
  const event = eventFrom(row);
  return {
    title: event.post,
    holder: entityFrom(row.fromEntity),
    office: entityFrom(row.toEntity),
    date: new EdtfDate(row.heldEdtf, row.heldDisputed, row.heldQualified),
    event,
  };
}

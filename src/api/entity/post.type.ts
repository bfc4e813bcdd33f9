import { Field, ObjectType } from 'type-graphql';
import type { PostAnswer } from '../../answers/posts.ts';
import type { StatusState } from '../../reasoning/status/statusState.ts';
import { EdtfDate } from '../edtfDate.ts';
import { StatusStateEnum } from '../enums.ts';
import { Event, eventFrom } from '../event/event.type.ts';
import { Entity, entityFrom } from './entity.type.ts';

@ObjectType({ description: 'A post that someone holds, or held: what the status in the regime POST says.' })
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

  @Field(() => StatusStateEnum, {
    description: 'Whether the holder has the post on `on`, or without it today.',
  })
  declare state: StatusState;

  @Field(() => EdtfDate, {
    nullable: true,
    description: 'The date on which the state began. Null if that does not follow from the evidence.',
  })
  declare since: EdtfDate | null;

  @Field(() => EdtfDate, {
    nullable: true,
    description: 'The date of the last evidence by `on`, or without it by today. Null if there is none.',
  })
  declare lastEvidence: EdtfDate | null;

  @Field(() => Boolean, {
    description:
      'Whether the state is carried forward: the day lies beyond the last evidence, and no later evidence shows that the state was the same.',
  })
  declare carriedForward: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether CERTAIN would list the post too. Null without `on`.',
  })
  declare certain: boolean | null;

  @Field(() => EdtfDate, {
    description:
      'The date of `event`, as known on `knownBy`. It is evidence for that date, not the length of a term.',
  })
  declare date: EdtfDate;

  @Field(() => Event, {
    description: 'The last event by `on` that shows the holder in the post, with its sources.',
  })
  declare event: Event;
}

export function postFrom(post: PostAnswer): Post {
  const { title, holder, office, state, since, lastEvidence, carriedForward, isCertain, date, event } = post;
  return {
    ...{ title, state, carriedForward, certain: isCertain },
    holder: entityFrom(holder),
    office: entityFrom(office),
    since: EdtfDate.of(since),
    lastEvidence: EdtfDate.of(lastEvidence),
    date: EdtfDate.of(date),
    event: eventFrom(event),
  };
}

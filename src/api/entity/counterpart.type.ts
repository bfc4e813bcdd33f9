import { Field, Int, ObjectType } from 'type-graphql';
import type { EventType } from '../../ontology/lookups.ts';
import type { CounterpartRow } from '../../queries/counterparts.ts';
import { FIRST_DAY, LAST_DAY, type Day } from '../../time/day.ts';
import { EventTypeEnum } from '../enums.ts';
import { DateScalar } from '../scalars.ts';
import { Entity, entityFrom } from './entity.type.ts';

@ObjectType({
  description: 'An entity that another entity has relationships with, and a summary of these relationships.',
})
export class Counterpart {
  @Field(() => Entity, { description: 'The other entity.' })
  declare entity: Entity;

  @Field(() => Int, {
    description:
      'The number of events that relate the two. Each event counts once, even if it projects several relationships.',
  })
  declare events: number;

  @Field(() => [EventTypeEnum], { description: 'The types of these events.' })
  declare types: readonly EventType[];

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day (UTC) on which any of these events can have begun. Null if that is open.',
  })
  declare earliest: Day | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day (UTC) on which any of these events can have ended. Null if that is open.',
  })
  declare latest: Day | null;
}

export function counterpartFrom({ entity, events, types, earliest, latest }: CounterpartRow): Counterpart {
  return {
    entity: entityFrom(entity),
    events,
    types: [...types].sort(),
    earliest: earliest === FIRST_DAY ? null : earliest,
    latest: latest === LAST_DAY ? null : latest,
  };
}

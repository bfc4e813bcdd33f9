import { Field, Int, ObjectType } from 'type-graphql';
import type { EventType } from '../../ontology/lookups.ts';
import type { CounterpartRow } from '../../queries/counterparts.ts';
import { FIRST_DAY, LAST_DAY, type Day } from '../../time/day.ts';
import { EventTypeEnum } from '../enums.ts';
import { DateScalar } from '../scalars.ts';
import { Entity, entityFrom } from './entity.type.ts';

@ObjectType({ description: 'An entity with which another has relationships, and what they come to.' })
export class Counterpart {
  @Field(() => Entity, { description: 'The other entity.' })
  declare entity: Entity;

  @Field(() => Int, {
    description: 'How many events relate the two; each counts once, however many relationships it has.',
  })
  declare events: number;

  @Field(() => [EventTypeEnum], { description: 'The types of those events.' })
  declare types: readonly EventType[];

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day that any of them can have begun; null where that is open.',
  })
  declare earliest: Day | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day that any of them can have ended; null where that is open.',
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

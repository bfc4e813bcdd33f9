import { Field, Int, ObjectType } from 'type-graphql';
import type { Kind } from '../../ontology/kinds.ts';
import type { EventType } from '../../ontology/lookups.ts';
import type { StatisticsRow } from '../../queries/statistics.ts';
import { FIRST_DAY, LAST_DAY, type Day } from '../../time/day.ts';
import { EventTypeEnum, KindEnum } from '../enums.ts';
import { DateScalar } from '../scalars.ts';

@ObjectType({ description: 'What the graph holds.' })
export class Statistics {
  @Field(() => Int, { description: 'How many entities there are, whatever was known of them.' })
  declare entities: number;

  @Field(() => [KindCount], { description: 'How many of each kind.' })
  declare entitiesByKind: KindCount[];

  @Field(() => Int, {
    description:
      'How many events there are of which some source that counts says something, whatever it says.',
  })
  declare events: number;

  @Field(() => [TypeCount], { description: 'How many of each type, the most frequent first.' })
  declare eventsByType: TypeCount[];

  @Field(() => Int, {
    description:
      'How many sources count: published by `knownBy`, where that is given, and not retracted. Whatever the period.',
  })
  declare sources: number;

  @Field(() => Int, { description: 'How many reports these sources make of events. Whatever the period.' })
  declare reports: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which any event with a known start can have begun.',
  })
  declare earliest: Day | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day on which any event with a known end can have ended.',
  })
  declare latest: Day | null;
}

@ObjectType({ description: 'How many entities are of a kind.' })
export class KindCount {
  @Field(() => KindEnum, { description: 'The kind.' })
  declare kind: Kind;

  @Field(() => Int, { description: 'How many.' })
  declare count: number;
}

@ObjectType({ description: 'How many events are of a type.' })
export class TypeCount {
  @Field(() => EventTypeEnum, { description: 'The type.' })
  declare type: EventType;

  @Field(() => Int, { description: 'How many.' })
  declare count: number;
}

export function statisticsFrom(rows: readonly StatisticsRow[]): Statistics {
  const of = (what: StatisticsRow['of']) =>
    rows
      .filter((row) => row.of === what)
      .sort((a, b) => b.count - a.count || ((a.name ?? '') < (b.name ?? '') ? -1 : 1));
  const sum = (what: StatisticsRow['of']) => of(what).reduce((total, { count }) => total + count, 0);
  const days = of('TYPE').flatMap(({ earliest, latest }) => [earliest, latest]);
  const known = days.filter((day) => day !== null && day !== FIRST_DAY && day !== LAST_DAY).sort();
  return {
    entities: sum('KIND'),
    entitiesByKind: of('KIND').map(({ name, count }) => ({ kind: name as Kind, count })),
    events: sum('TYPE'),
    eventsByType: of('TYPE').map(({ name, count }) => ({ type: name as EventType, count })),
    sources: sum('SOURCES'),
    reports: sum('REPORTS'),
    earliest: known[0] ?? null,
    latest: known.at(-1) ?? null,
  };
}

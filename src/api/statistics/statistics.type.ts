import { Field, Int, ObjectType } from 'type-graphql';
import type { Kind } from '../../ontology/kinds.ts';
import type { EventType } from '../../ontology/lookups.ts';
import type { StatisticsRow } from '../../queries/statistics.ts';
import { FIRST_DAY, LAST_DAY, type Day } from '../../time/day.ts';
import { EventTypeEnum, KindEnum } from '../enums.ts';
import { DateScalar } from '../scalars.ts';

@ObjectType({ description: 'The contents of the graph, counted.' })
export class Statistics {
  @Field(() => Int, { description: 'The number of entities. Does not depend on the arguments.' })
  declare entities: number;

  @Field(() => [KindCount], { description: 'The number of entities of each kind.' })
  declare entitiesByKind: KindCount[];

  @Field(() => Int, {
    description: 'The number of events with at least one counted report, whatever its stance.',
  })
  declare events: number;

  @Field(() => [TypeCount], { description: 'The number of events of each type, the most frequent first.' })
  declare eventsByType: TypeCount[];

  @Field(() => Int, {
    description:
      'The number of counted sources: those published, and not retracted, by `knownBy`. Does not depend on `during`.',
  })
  declare sources: number;

  @Field(() => Int, {
    description: 'The number of reports in the counted sources. Does not depend on `during`.',
  })
  declare reports: number;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The first day (UTC) on which any event with a known start can have begun. Null if no event has a known start.',
  })
  declare earliest: Day | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The last day (UTC) on which any event with a known end can have ended. Null if no event has a known end.',
  })
  declare latest: Day | null;
}

@ObjectType({ description: 'The number of entities of one kind.' })
export class KindCount {
  @Field(() => KindEnum, { description: 'The kind of the entities.' })
  declare kind: Kind;

  @Field(() => Int, { description: 'How many.' })
  declare count: number;
}

@ObjectType({ description: 'The number of events of one type.' })
export class TypeCount {
  @Field(() => EventTypeEnum, { description: 'The type of the events.' })
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

import { Field, Int, ObjectType } from 'type-graphql';
import type { EventType } from '../../ontology/lookups.ts';
import type { AnsweredPath, CrossedRow, PathQuestion } from '../../answers/paths/findPaths.ts';
import type { Day } from '../../time/day.ts';
import { EdtfDate } from '../edtfDate.ts';
import { Entity } from '../entity/entity.type.ts';
import { EventTypeEnum } from '../enums.ts';
import { Relationship, relationshipFrom } from '../relationship/relationship.type.ts';
import { DateScalar } from '../scalars.ts';

@ObjectType({ description: 'One step of a path, along a relationship or against its direction.' })
export class Hop {
  @Field(() => Entity, { description: 'The entity at which the hop starts.' })
  declare from: Entity;

  @Field(() => Entity, { description: 'The entity at which the hop ends.' })
  declare to: Entity;

  @Field(() => Relationship, {
    description:
      'The relationship that the hop follows, with its event and sources. If there are several, time modes choose the first that can be followed. Other modes prefer an exact day, then the earliest, then the lowest ids of the event and of its `from`.',
  })
  declare relationship: Relationship;

  @Field(() => Boolean, { description: 'Whether the hop follows the relationship in its own direction.' })
  declare forward: boolean;

  @Field(() => Int, {
    description:
      'The number of relationships between the two entities that match the question, this one included.',
  })
  declare parallelCount: number;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The first day (UTC) on which the hop can be made after a departure on `departsOn`. If CERTAIN, the day by which the hop is made under every reading of the dates. Null if the mode does not order hops in time, or if the day is open.',
  })
  declare day: Day | null;
}

@ObjectType({
  description: 'A chain of relationships between two entities. No entity and no event occurs twice.',
})
export class Path {
  @Field(() => [Hop], { description: 'The hops in order. Empty if both ends are the same entity.' })
  declare hops: Hop[];

  @Field(() => Int, { description: 'The number of hops.' })
  declare length: number;

  @Field(() => EdtfDate, {
    nullable: true,
    description: 'The date of the first hop, as known on `where.knownBy`. Null if there are no hops.',
  })
  declare departs: EdtfDate | null;

  @Field(() => EdtfDate, {
    nullable: true,
    description: 'The date of the last hop, as known on `where.knownBy`. Null if there are no hops.',
  })
  declare arrives: EdtfDate | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The last day (UTC) on which you can depart and still arrive on `arrivesOn`. Null if the mode does not order hops in time, if there are no hops, or if the day is open.',
  })
  declare departsOn: Day | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The first day (UTC) by which the path arrives. Null if the mode does not order hops in time, if there are no hops, or if the day is open.',
  })
  declare arrivesOn: Day | null;

  /** What it answers; its support is worked out only if it is selected. */
  declare question: PathQuestion;
}

@ObjectType({ description: 'The paths found between two entities.' })
export class Paths {
  @Field(() => [Path], {
    description:
      'The paths, the shortest first. Paths of equal length are ordered by the ids of their entities.',
  })
  declare items: Path[];

  @Field(() => Boolean, {
    description:
      'Whether the list is incomplete: there are more paths than `limit`, or the search stopped at its bound. If true and `items` is empty, a path may exist.',
  })
  declare truncated: boolean;

  @Field(() => [EventTypeEnum], {
    description:
      'The event types that the paths could use: those of `where.types`, or by default those with `inPaths: true`.',
  })
  declare types: readonly EventType[];
}

export function pathFrom(question: PathQuestion, { hops, departs, arrives }: AnsweredPath): Path {
  return {
    hops: hops.map(hopFrom),
    length: hops.length,
    departs: dateOf(hops[0], question),
    arrives: dateOf(hops.at(-1), question),
    departsOn: departs,
    arrivesOn: arrives,
    question,
  };
}

function dateOf(row: CrossedRow | undefined, { filter }: PathQuestion): EdtfDate | null {
  if (row === undefined) return null;
  const { crossedEdtf, crossedDisputed, crossedQualified, edtf, disputed, qualified } = row;
  return crossedEdtf === undefined
    ? new EdtfDate(edtf, disputed, qualified)
    : new EdtfDate(crossedEdtf, crossedDisputed, crossedQualified).asKnownBy(filter.knownBy);
}

function hopFrom(row: CrossedRow): Hop {
  const relationship = relationshipFrom(row);
  const { forward, parallelCount, day } = row;
  const [from, to] = forward ? [relationship.from, relationship.to] : [relationship.to, relationship.from];
  return { from, to, relationship, forward, parallelCount, day };
}

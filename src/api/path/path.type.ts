import { Field, Int, ObjectType } from 'type-graphql';
import type { EventType } from '../../ontology/lookups.ts';
import type { AnsweredPath, CrossedRow, PathQuestion } from '../../answers/paths/findPaths.ts';
import type { Day } from '../../time/day.ts';
import { EdtfDate } from '../edtfDate.ts';
import { Entity } from '../entity/entity.type.ts';
import { EventTypeEnum } from '../enums.ts';
import { Relationship, relationshipFrom } from '../relationship/relationship.type.ts';
import { DateScalar } from '../scalars.ts';

@ObjectType({ description: 'One step of a path, along or against a relationship.' })
export class Hop {
  @Field(() => Entity, { description: 'Where the step starts.' })
  declare from: Entity;

  @Field(() => Entity, { description: 'Where it leads.' })
  declare to: Entity;

  @Field(() => Relationship, {
    description:
      'The relationship that it crosses, with its event and sources. Of several, the one that is crossed first; without an order in time, one of an exact day before others, then the earliest, then by the ids of its event and of where it starts.',
  })
  declare relationship: Relationship;

  @Field(() => Boolean, { description: 'Whether it crosses the relationship the way that it points.' })
  declare forward: boolean;

  @Field(() => Int, {
    description: 'How many relationships that were asked for run between the two, this one included.',
  })
  declare parallelCount: number;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'In modes of time, the day on which it is crossed, having departed on `departsOn`: the first that is possible; if CERTAIN, the day by which it is crossed whatever the imprecise dates turn out to be. Null in other modes, and where open.',
  })
  declare day: Day | null;
}

@ObjectType({ description: 'A chain of relationships between two entities. No entity and no event twice.' })
export class Path {
  @Field(() => [Hop], { description: 'Its steps; none from an entity to itself.' })
  declare hops: Hop[];

  @Field(() => Int, { description: 'How many hops it has.' })
  declare length: number;

  @Field(() => EdtfDate, {
    nullable: true,
    description: 'The date of its first hop, as known by `where.knownBy`; null where it has none.',
  })
  declare departs: EdtfDate | null;

  @Field(() => EdtfDate, {
    nullable: true,
    description: 'The date of its last hop, as known by `where.knownBy`; null where it has none.',
  })
  declare arrives: EdtfDate | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'In modes of time, the last day on which one can set out on it and still arrive on `arrivesOn`. Null in other modes, without hops, and where open.',
  })
  declare departsOn: Day | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'In modes of time, the first day by which one arrives. Null in other modes, without hops, and where open.',
  })
  declare arrivesOn: Day | null;

  /** What it answers; its support is worked out only if it is selected. */
  declare question: PathQuestion;
}

@ObjectType({ description: 'The paths found.' })
export class Paths {
  @Field(() => [Path], {
    description: 'The shortest first; equals in the order of the ids of their entities.',
  })
  declare items: Path[];

  @Field(() => Boolean, {
    description:
      'There are more paths than were asked for, or the search stopped at its bound: without items it is then not known whether there is a path.',
  })
  declare truncated: boolean;

  @Field(() => [EventTypeEnum], {
    description:
      'The types of relationships that paths could use: those asked for, else those whose `inPaths` is true.',
  })
  declare types: readonly EventType[];
}

export function pathFrom(question: PathQuestion, { hops, departs, arrives }: AnsweredPath): Path {
  return {
    hops: hops.map(hopFrom),
    length: hops.length,
    departs: dateOf(hops[0]),
    arrives: dateOf(hops.at(-1)),
    departsOn: departs,
    arrivesOn: arrives,
    question,
  };
}

function dateOf(row: CrossedRow | undefined): EdtfDate | null {
  if (row === undefined) return null;
  const { crossedEdtf, crossedDisputed, crossedQualified, edtf, disputed, qualified } = row;
  return crossedEdtf === undefined
    ? new EdtfDate(edtf, disputed, qualified)
    : new EdtfDate(crossedEdtf, crossedDisputed, crossedQualified);
}

function hopFrom(row: CrossedRow): Hop {
  const relationship = relationshipFrom(row);
  const { forward, parallelCount, day } = row;
  const [from, to] = forward ? [relationship.from, relationship.to] : [relationship.to, relationship.from];
  return { from, to, relationship, forward, parallelCount, day };
}

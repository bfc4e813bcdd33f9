import { Field, Int, ObjectType } from 'type-graphql';
import type { HopRow } from '../../queries/paths.ts';
import { EdtfDate } from '../edtfDate.ts';
import { Entity } from '../entity/entity.type.ts';
import { Relationship, relationshipFrom } from '../relationship/relationship.type.ts';

@ObjectType({ description: 'One step of a path, along or against a relationship.' })
export class Hop {
  @Field(() => Entity, { description: 'Where the step starts.' })
  declare from: Entity;

  @Field(() => Entity, { description: 'Where it leads.' })
  declare to: Entity;

  @Field(() => Relationship, {
    description: 'The relationship that it crosses, with its event and sources; of several, the earliest.',
  })
  declare relationship: Relationship;

  @Field(() => Boolean, { description: 'Whether it crosses the relationship the way that it points.' })
  declare forward: boolean;

  @Field(() => Int, {
    description: 'How many relationships that were asked for run between the two, this one included.',
  })
  declare parallelCount: number;
}

@ObjectType({ description: 'A chain of relationships between two entities. No entity and no event twice.' })
export class Path {
  @Field(() => [Hop], { description: 'Its steps; none from an entity to itself.' })
  declare hops: Hop[];

  @Field(() => Int, { description: 'How many hops it has.' })
  declare length: number;

  @Field(() => EdtfDate, {
    nullable: true,
    description: 'The date of its first hop; null where it has none.',
  })
  declare departs: EdtfDate | null;

  @Field(() => EdtfDate, { nullable: true, description: 'The date of its last hop; null where it has none.' })
  declare arrives: EdtfDate | null;
}

@ObjectType({ description: 'The paths found.' })
export class Paths {
  @Field(() => [Path], { description: 'In the order of the ids of their entities.' })
  declare items: Path[];

  @Field(() => Boolean, {
    description: 'There are more paths than were asked for, or the search stopped at its bound.',
  })
  declare truncated: boolean;
}

/** The path whose hops the rows are, in order. */
export function pathFrom(rows: readonly HopRow[]): Path {
  const hops = rows.map(hopFrom);
  return {
    hops,
    length: hops.length,
    departs: hops[0]?.relationship.event.date ?? null,
    arrives: hops.at(-1)?.relationship.event.date ?? null,
  };
}

function hopFrom(row: HopRow): Hop {
  const relationship = relationshipFrom(row);
  const { forward, parallelCount } = row;
  const [from, to] = forward ? [relationship.from, relationship.to] : [relationship.to, relationship.from];
  return { from, to, relationship, forward, parallelCount };
}

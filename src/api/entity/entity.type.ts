import { Field, ID, ObjectType } from 'type-graphql';
import type { Kind } from '../../ontology/kinds.ts';
import { type EntityCells, entityColumns } from '../../queries/parts/columns.ts';
import type { SameAsRow } from '../../queries/entities.ts';
import { ENTITY, IDENTIFIER } from '../../record/entity.ts';
import { attributeField } from '../attributeField.ts';
import type { Day } from '../../time/day.ts';
import { EdtfDate } from '../edtfDate.ts';
import { KindEnum } from '../enums.ts';
import { DateScalar } from '../scalars.ts';
import { Node } from '../node.type.ts';

@ObjectType({
  implements: Node,
  description: 'A country, an organization or an actor (a person or role) that takes part in events.',
})
export class Entity implements Node {
  declare id: string;

  @Field(() => KindEnum, attributeField(ENTITY.attributes.kind))
  declare kind: Kind;

  @Field(() => String, attributeField(ENTITY.attributes.name))
  declare name: string;

  @Field(() => [String], attributeField(ENTITY.attributes.aliases))
  declare aliases: readonly string[];

  @Field(() => String, attributeField(ENTITY.attributes.description))
  declare description: string | null;

  @Field(() => Boolean, attributeField(ENTITY.attributes.group))
  declare group: boolean;

  @Field(() => EdtfDate, attributeField(ENTITY.attributes.existed))
  declare existed: EdtfDate | null;

  constructor(cells: EntityCells) {
    const existed = cells[ENTITY.place.existed];
    this.id = cells[ENTITY.place.id];
    this.kind = cells[ENTITY.place.kind];
    this.name = cells[ENTITY.place.name];
    this.aliases = cells[ENTITY.place.aliases];
    this.description = cells[ENTITY.place.description];
    this.group = cells[ENTITY.place.group];
    this.existed = existed === null ? null : new EdtfDate(existed);
  }
}

@ObjectType({ description: 'A key that someone else gave an entity.' })
export class Identifier {
  @Field(() => String, attributeField(IDENTIFIER.attributes.scheme))
  declare scheme: string;

  @Field(() => ID, attributeField(IDENTIFIER.attributes.value))
  declare value: string;
}

@ObjectType({
  description: 'An entity as its dataset declares it, found by a reviewer to be the same as another.',
})
export class SameAs {
  @Field(() => ID, {
    description: 'The id in its dataset. `entity` accepts this id and returns the joined entity.',
  })
  declare id: string;

  @Field(() => String, { description: 'The name in its dataset.' })
  declare name: string;

  @Field(() => [String], { description: 'Other names and spellings in its dataset.' })
  declare aliases: readonly string[];

  @Field(() => DateScalar, { description: 'The day of the decision (UTC).' })
  declare decidedOn: Day;

  @Field(() => String, { description: 'The person who decided, or the file that holds the decision.' })
  declare decidedBy: string;
}

export function sameAsFrom({ entity, on, by }: SameAsRow): SameAs {
  const { id, name, aliases } = entityColumns(entity);
  return { id, name, aliases, decidedOn: on, decidedBy: by };
}

export function entityFrom(cells: EntityCells): Entity {
  return new Entity(cells);
}

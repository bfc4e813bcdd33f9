import { Field, ID, ObjectType } from 'type-graphql';
import type { Kind } from '../../ontology/kinds.ts';
import type { EntityCells } from '../../queries/parts/columns.ts';
import type { SameAsRow } from '../../queries/entities.ts';
import type { Day } from '../../time/day.ts';
import { KindEnum } from '../enums.ts';
import { DateScalar } from '../scalars.ts';
import { Node } from '../node.type.ts';

@ObjectType({
  implements: Node,
  description: 'A country, an organization or an actor (a person or role): who acts, and whom acts concern.',
})
export class Entity implements Node {
  declare id: string;

  @Field(() => KindEnum, { description: 'Whether it is a country, an organization or an actor.' })
  declare kind: Kind;

  @Field(() => String, { description: 'Its common English name.' })
  declare name: string;

  @Field(() => [String], { description: 'Other names and spellings; search finds it by these too.' })
  declare aliases: readonly string[];

  @Field(() => String, { nullable: true, description: 'Who or what it is, in a line.' })
  declare description: string | null;

  @Field(() => Boolean, {
    description: 'A collective that a source names without listing its members, such as "the West".',
  })
  declare group: boolean;

  constructor([id, kind, name, aliases, description, group]: EntityCells) {
    this.id = id;
    this.kind = kind;
    this.name = name;
    this.aliases = aliases;
    this.description = description;
    this.group = group;
  }
}

@ObjectType({ description: 'A key that someone else gave an entity.' })
export class Identifier {
  @Field(() => String, {
    description: 'Whose key it is: `iso3166-1-alpha-2`, `wikidata`, `un-sc` (the UN Security Council list).',
  })
  declare scheme: string;

  @Field(() => ID, { description: 'The key itself.' })
  declare value: string;
}

@ObjectType({
  description: 'What an entity was in a dataset before a reviewer found it to be another, and that decision.',
})
export class SameAs {
  @Field(() => ID, { description: 'Its own id: `entity` finds by it the one that it is.' })
  declare id: string;

  @Field(() => String, { description: 'Its own name.' })
  declare name: string;

  @Field(() => [String], { description: 'Its own other names and spellings.' })
  declare aliases: readonly string[];

  @Field(() => DateScalar, { description: 'The day on which it was decided (UTC).' })
  declare decidedOn: Day;

  @Field(() => String, { description: 'Who decided it, or in which file.' })
  declare decidedBy: string;
}

export function sameAsFrom({ entity: [id, , name, aliases], on, by }: SameAsRow): SameAs {
  return { id, name, aliases, decidedOn: on, decidedBy: by };
}

export function entityFrom(cells: EntityCells): Entity {
  return new Entity(cells);
}

import { ArgsType, Field, InputType } from 'type-graphql';
import type { Kind } from '../../ontology/kinds.ts';
import type { RelationshipCriteria } from '../../queries/parts/relationshipCriteria.ts';
import type { TimeOrder } from '../../queries/parts/page.ts';
import type { Level } from '../../ontology/levels.ts';
import { KindEnum, LevelEnum, TimeOrderEnum } from '../enums.ts';
import { DatedFilter, datedFilterFrom } from '../event/event.input.ts';
import { checkList, omitNullish } from '../argumentChecks.ts';
import { PageArguments } from '../connection.ts';

@InputType({
  description:
    'Conditions on relationships. All given fields must match; a list matches any of its values. `from`, `to`, `between`, `kinds` and `levels` apply to the relationship itself, the other fields to its event.',
})
export class RelationshipFilter extends DatedFilter {
  @Field(() => [KindEnum], {
    nullable: true,
    description: 'Only relationships with both ends of these kinds: [ACTOR] for "who met whom" in person.',
  })
  declare kinds?: Kind[] | null;

  @Field(() => [LevelEnum], {
    nullable: true,
    description: 'Only relationships of these levels. By default, both.',
  })
  declare levels?: Level[] | null;
}

@ArgsType()
export class RelationshipListArguments extends PageArguments {
  @Field(() => RelationshipFilter, {
    nullable: true,
    description: 'Conditions on the relationships to list.',
  })
  declare where?: RelationshipFilter | null;

  @Field(() => TimeOrderEnum, { defaultValue: 'DATE_ASC', description: 'The order of the rows.' })
  declare orderBy: TimeOrder;
}

export function relationshipFilterFrom(where: RelationshipFilter | null | undefined): RelationshipCriteria {
  const { kinds, levels } = omitNullish(where);
  checkList('where.kinds', kinds);
  checkList('where.levels', levels);
  return { ...datedFilterFrom(where), ...omitNullish({ kinds, levels }) };
}

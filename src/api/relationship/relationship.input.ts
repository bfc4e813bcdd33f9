import { ArgsType, Field, InputType } from 'type-graphql';
import type { Kind } from '../../ontology/kinds.ts';
import type { RelationshipCriteria as RelationshipQuestion } from '../../queries/parts/relationshipCriteria.ts';
import type { TimeOrder } from '../../queries/parts/page.ts';
import type { Level } from '../../ontology/levels.ts';
import { KindEnum, LevelEnum, TimeOrderEnum } from '../enums.ts';
import { DatedFilter, datedFilterFrom } from '../event/event.input.ts';
import { checkList, omitNullish } from '../given.ts';
import { PageArguments } from '../connection.ts';

@InputType({
  description:
    'What relationships must have. All fields given must hold; a list means any of these. `from`, `to` and `between` speak of their ends, the rest of their event.',
})
export class RelationshipFilter extends DatedFilter {
  @Field(() => [KindEnum], {
    nullable: true,
    description: 'Both ends are of these kinds: [ACTOR] for "who met whom" in person.',
  })
  declare kinds?: Kind[] | null;

  @Field(() => [LevelEnum], { nullable: true, description: 'Of these levels; both if left out.' })
  declare levels?: Level[] | null;
}

@ArgsType()
export class RelationshipListArguments extends PageArguments {
  @Field(() => RelationshipFilter, { nullable: true, description: 'What they must have.' })
  declare where?: RelationshipFilter | null;

  @Field(() => TimeOrderEnum, { defaultValue: 'DATE_ASC', description: 'Their order.' })
  declare orderBy: TimeOrder;
}

export function relationshipFilterFrom(where: RelationshipFilter | null | undefined): RelationshipQuestion {
  const { kinds, levels } = omitNullish(where);
  checkList('where.kinds', kinds);
  checkList('where.levels', levels);
  return { ...datedFilterFrom(where), ...omitNullish({ kinds, levels }) };
}

import type { Coding } from '../../ontology/codings.ts';
import { Field, ID, InputType } from 'type-graphql';
import type { Kind } from '../../ontology/kinds.ts';
import type { EventType } from '../../ontology/lookups.ts';
import type { EdgeCriteria } from '../../queries/parts/edgeCriteria.ts';
import type { Level } from '../../ontology/levels.ts';
import type { Day } from '../../time/day.ts';
import type { Certainty } from '../../time/period.ts';
import { CertaintyEnum, CodingEnum, EventTypeEnum, KindEnum, LevelEnum } from '../enums.ts';
import { checkList, omitNullish } from '../argumentChecks.ts';
import { PUBLICATION_CERTAINTY } from '../knownArguments.ts';
import { periodFrom, PeriodInput } from '../periodInput.ts';
import { DateScalar } from '../scalars.ts';

@InputType({
  description:
    'Conditions on the relationships that count toward counterparts. All given fields must match; a list matches any of its values.',
})
export class CounterpartFilter {
  @Field(() => [EventTypeEnum], { nullable: true, description: 'Only relationships of these types.' })
  declare types?: EventType[] | null;

  @Field(() => [LevelEnum], {
    nullable: true,
    description: 'Only relationships of these levels. By default, both.',
  })
  declare levels?: Level[] | null;

  @Field(() => [KindEnum], { nullable: true, description: 'Only counterparts of these kinds.' })
  declare kinds?: Kind[] | null;

  @Field(() => PeriodInput, { nullable: true, description: 'Only relationships that overlap this period.' })
  declare during?: PeriodInput | null;

  @Field(() => CertaintyEnum, {
    nullable: true,
    description: 'How imprecise dates count in `during`. By default, POSSIBLE.',
  })
  declare certainty?: Certainty | null;

  @Field(() => CertaintyEnum, { nullable: true, description: PUBLICATION_CERTAINTY })
  declare publicationCertainty?: Certainty | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'As known on this day (UTC, inclusive): only reports of sources published, and not retracted, by then count. They decide whether something happened, when, and who took part. By default, as known now.',
  })
  declare knownBy?: Day | null;

  @Field(() => [ID], { nullable: true, description: 'Only relationships that one of these sources affirms.' })
  declare sources?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Only relationships that a report of one of these datasets affirms, such as `corpus`.',
  })
  declare datasets?: string[] | null;

  @Field(() => [CodingEnum], {
    nullable: true,
    description:
      'Only relationships that a report affirms whose source was read so: by a person, a register or a program.',
  })
  declare coding?: Coding[] | null;
}

export function counterpartFilterFrom(where: CounterpartFilter | null | undefined): EdgeCriteria {
  const { during, ...rest } = omitNullish(where);
  checkList('where.types', rest.types);
  checkList('where.datasets', rest.datasets);
  checkList('where.coding', rest.coding);
  checkList('where.levels', rest.levels);
  checkList('where.kinds', rest.kinds);
  checkList('where.sources', rest.sources);
  return omitNullish({ ...rest, during: during && periodFrom('where.during', during) });
}

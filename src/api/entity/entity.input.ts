import { Field, ID, InputType } from 'type-graphql';
import type { Kind } from '../../ontology/kinds.ts';
import type { EventType } from '../../ontology/lookups.ts';
import type { EdgeCriteria } from '../../queries/parts/edgeCriteria.ts';
import type { Level } from '../../ontology/levels.ts';
import type { Day } from '../../time/day.ts';
import type { Certainty } from '../../time/period.ts';
import { CertaintyEnum, EventTypeEnum, KindEnum, LevelEnum } from '../enums.ts';
import { checkList, omitNullish } from '../given.ts';
import { periodFrom, PeriodInput } from '../periodInput.ts';
import { DateScalar } from '../scalars.ts';

@InputType({
  description:
    'Which relationships count toward counterparts. All fields given must hold; a list means any of these.',
})
export class CounterpartFilter {
  @Field(() => [EventTypeEnum], { nullable: true, description: 'Only relationships of these types.' })
  declare types?: EventType[] | null;

  @Field(() => [LevelEnum], {
    nullable: true,
    description: 'Only relationships of these levels; both if left out.',
  })
  declare levels?: Level[] | null;

  @Field(() => [KindEnum], { nullable: true, description: 'Only counterparts of these kinds.' })
  declare kinds?: Kind[] | null;

  @Field(() => PeriodInput, { nullable: true, description: 'Only relationships that overlap this period.' })
  declare during?: PeriodInput | null;

  @Field(() => CertaintyEnum, {
    nullable: true,
    description:
      'How imprecise dates count in `during`, and days of publication in `knownBy`; POSSIBLE if left out.',
  })
  declare certainty?: Certainty | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'As one would have known on this day (UTC, inclusive): only reports of sources published by then count, for what there was, who took part and when. As known now, if left out.',
  })
  declare knownBy?: Day | null;

  @Field(() => [ID], { nullable: true, description: 'Only relationships that one of these sources affirms.' })
  declare sources?: string[] | null;
}

export function counterpartFilterFrom(where: CounterpartFilter | null | undefined): EdgeCriteria {
  const { during, ...rest } = omitNullish(where);
  checkList('where.types', rest.types);
  checkList('where.levels', rest.levels);
  checkList('where.kinds', rest.kinds);
  checkList('where.sources', rest.sources);
  return omitNullish({ ...rest, during: during && periodFrom('where.during', during) });
}

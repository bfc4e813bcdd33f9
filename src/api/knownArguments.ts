import { ArgsType, Field } from 'type-graphql';
import type { Day } from '../time/day.ts';
import type { Certainty } from '../time/period.ts';
import { CertaintyEnum } from './enums.ts';
import { DateScalar } from './scalars.ts';

/** How much was known: for everything that an answer can depend on it by. */
@ArgsType()
export class KnownArguments {
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'As one would have known on this day (UTC, inclusive): only sources published by then count. Left out: as known now.',
  })
  declare knownBy?: Day | null;

  @Field(() => CertaintyEnum, {
    defaultValue: 'POSSIBLE',
    description: 'How a source counts in `knownBy` of which the day of publication is not exactly known.',
  })
  declare certainty: Certainty;
}

import { ArgsType, Field } from 'type-graphql';
import type { Day } from '../time/day.ts';
import type { Certainty } from '../time/period.ts';
import { CertaintyEnum } from './enums.ts';
import { DateScalar } from './scalars.ts';

export const PUBLICATION_CERTAINTY =
  'Whether a source with an inexact publication date counts as published by `knownBy`. By default, as `certainty`.';

/** Arguments of fields that depend on what was known. They are the `Knowledge` of `src/reasoning`. */
@ArgsType()
export class KnownArguments {
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Gives the answer as it was known on this day (UTC, inclusive). Only sources published, and not retracted, by this day count. By default, as known now.',
  })
  declare knownBy?: Day | null;

  @Field(() => CertaintyEnum, {
    defaultValue: 'POSSIBLE',
    description: 'Whether a source with an inexact publication date counts as published by `knownBy`.',
  })
  declare certainty: Certainty;

  @Field(() => CertaintyEnum, { nullable: true, description: PUBLICATION_CERTAINTY })
  declare publicationCertainty?: Certainty | null;
}

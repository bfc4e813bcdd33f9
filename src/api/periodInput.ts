import { Field, InputType } from 'type-graphql';
import { FIRST_DAY, LAST_DAY, type Day } from '../time/day.ts';
import type { Period } from '../time/period.ts';
import { badInput } from './errors.ts';
import { DateScalar } from './scalars.ts';

@InputType('PeriodInput', {
  description:
    'A period from a day (inclusive) to a day (exclusive), UTC. An end that you leave out is open.',
})
export class PeriodInput {
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day of the period. By default, the period has no start.',
  })
  declare from?: Day | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The first day after the period: 2025-01-01 for "through 2024". By default, the period has no end.',
  })
  declare to?: Day | null;
}

export function periodFrom(argument: string, { from, to }: PeriodInput): Period {
  const period = { from: from ?? FIRST_DAY, to: to ?? LAST_DAY };
  if (period.from < period.to) return period;
  if (!to)
    throw badInput(argument, `"from" is ${period.from}, which stands for an open end. Give an earlier day.`);
  throw badInput(
    argument,
    `"to" is the first day after the period, so it must be later than "from" (${period.from}); it is ${period.to}.`,
  );
}

import { ArgsType, Field, ID, Int } from 'type-graphql';
import type { Coding } from '../../ontology/codings.ts';
import type { ChangeQuestion } from '../../answers/changes.ts';
import type { EventType } from '../../ontology/lookups.ts';
import type { Regime } from '../../ontology/regimes.ts';
import { type ChangeAxis, CHANGE_KINDS, type ChangeKind } from '../../reasoning/changes/order.ts';
import { type Day, LAST_DAY, nextDay, today } from '../../time/day.ts';
import type { Certainty, Period } from '../../time/period.ts';
import {
  CertaintyEnum,
  ChangeAxisEnum,
  CodingEnum,
  ChangeKindEnum,
  EventTypeEnum,
  RegimeEnum,
} from '../enums.ts';
import { badInput } from '../errors.ts';
import { checkList } from '../argumentChecks.ts';
import { PUBLICATION_CERTAINTY } from '../knownArguments.ts';
import { periodFrom, PeriodInput } from '../periodInput.ts';
import { DateScalar } from '../scalars.ts';

export const MAX_CHANGES = 500;

@ArgsType()
export class ChangeArguments {
  @Field(() => PeriodInput, { description: 'The period in which something changed.' })
  declare during: PeriodInput;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Only changes of events in which one of these entities takes part, and of statuses in which it is the authority or the subject. Required unless you give `between`.',
  })
  declare entities?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Only changes of events and statuses between two of these entities. At least two ids.',
  })
  declare between?: string[] | null;

  @Field(() => [EventTypeEnum], {
    nullable: true,
    description: 'Only changes of events of these types. Does not filter changes of status.',
  })
  declare types?: EventType[] | null;

  @Field(() => [RegimeEnum], {
    nullable: true,
    description: 'Only changes of status in these regimes. Does not filter changes of events.',
  })
  declare regimes?: Regime[] | null;

  @Field(() => [ChangeKindEnum], { nullable: true, description: 'Only changes of these kinds.' })
  declare kinds?: ChangeKind[] | null;

  @Field(() => ChangeAxisEnum, {
    defaultValue: 'HAPPENED',
    description: 'Whether to list what happened in the period, or what became known in it.',
  })
  declare axis: ChangeAxis;

  @Field(() => CertaintyEnum, {
    defaultValue: 'POSSIBLE',
    description:
      'Whether an imprecise date counts by some reading (POSSIBLE) or only by every reading (CERTAIN).',
  })
  declare certainty: Certainty;

  @Field(() => CertaintyEnum, { nullable: true, description: PUBLICATION_CERTAINTY })
  declare publicationCertainty?: Certainty | null;

  @Field(() => [CodingEnum], {
    nullable: true,
    description:
      'Only reports whose source was read so. By default, all for events, and HUMAN and REGISTER for statuses.',
  })
  declare coding?: Coding[] | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Lists changes as they were known on this day (UTC, inclusive). With axis KNOWN, the period ends with this day at the latest. By default, as known now.',
  })
  declare knownBy?: Day | null;

  @Field(() => Int, {
    defaultValue: 100,
    description: `The maximum number of changes: 1 to ${MAX_CHANGES}.`,
  })
  declare limit: number;
}

export function changeQuestionFrom(args: ChangeArguments): ChangeQuestion {
  const { types = null, regimes = null, kinds = null, axis, certainty, limit } = args;
  const {
    entities = null,
    between = null,
    knownBy = null,
    publicationCertainty = null,
    coding = null,
  } = args;
  if (entities === null && between === null) {
    throw badInput(
      'entities',
      'give "entities" or "between": changes are listed for named entities, not for the whole graph.',
    );
  }
  for (const [name, list] of Object.entries({ entities, types, regimes, kinds })) checkList(name, list);
  checkList('between', between, 2);
  checkKinds(kinds ?? [], axis);
  if (limit < 1 || limit > MAX_CHANGES)
    throw badInput('limit', `must be from 1 to ${MAX_CHANGES}; it is ${limit}.`);
  const during = periodFrom('during', args.during);
  const period = axis === 'KNOWN' ? knownPeriod(during, knownBy) : during;
  checkList('coding', coding);
  const known = { knownBy, certainty, publicationCertainty, coding };
  return { period, entities, between, types, regimes, kinds, axis, ...known, limit };
}

function checkKinds(kinds: readonly ChangeKind[], axis: ChangeAxis): void {
  if (kinds.length === 0 || kinds.some((kind) => CHANGE_KINDS[kind].axis !== OTHER_AXIS[axis])) return;
  throw badInput(
    'kinds',
    `has only kinds of axis ${OTHER_AXIS[axis]}, but "axis" is ${axis}. Change one of the two.`,
  );
}

const OTHER_AXIS = { HAPPENED: 'KNOWN', KNOWN: 'HAPPENED' } as const;

/** The period ends today, or on the day of `knownBy`, as nothing becomes known later. */
function knownPeriod({ from, to }: Period, knownBy: Day | null): Period {
  if (knownBy !== null && knownBy < from) {
    throw badInput(
      'knownBy',
      `must not be earlier than "during.from" (${from}) with axis KNOWN, because it ends the period; it is ${knownBy}.`,
    );
  }
  const end = to === LAST_DAY ? nextDay(today()) : to;
  const capped = knownBy !== null && nextDay(knownBy) < end ? nextDay(knownBy) : end;
  if (from >= capped)
    throw badInput(
      'during',
      `begins on ${from}, after today. With axis KNOWN, give a period that begins today or earlier.`,
    );
  return { from, to: capped };
}

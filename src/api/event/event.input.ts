import type { Coding } from '../../ontology/codings.ts';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import type { Kind } from '../../ontology/kinds.ts';
import type { EventType } from '../../ontology/lookups.ts';
import type { Stance } from '../../ontology/stances.ts';
import type { EventCriteria } from '../../queries/parts/eventCriteria.ts';
import type { TimeOrder } from '../../queries/parts/page.ts';
import type { DisagreementSubject } from '../../reasoning/disagreements.ts';
import type { Day } from '../../time/day.ts';
import type { Certainty } from '../../time/period.ts';
import {
  CertaintyEnum,
  CodingEnum,
  DisagreementSubjectEnum,
  EventTypeEnum,
  KindEnum,
  StanceEnum,
  TimeOrderEnum,
} from '../enums.ts';
import { badInput } from '../errors.ts';
import { checkLeast, checkList, omitNullish } from '../argumentChecks.ts';
import { PageArguments } from '../connection.ts';
import { PUBLICATION_CERTAINTY } from '../knownArguments.ts';
import { periodFrom, PeriodInput } from '../periodInput.ts';
import { DateScalar } from '../scalars.ts';

/** How the words of a search are compared. */
export const SEARCH_WORDS =
  'Ignores case and diacritics. From three letters on, a word also finds words that begin with it; from four on, it allows one typo. Shorter words and numbers are found as they are.';

@InputType({ description: 'Entities that take part, in any role.' })
export class ParticipantsInput {
  @Field(() => [ID], { nullable: true, description: 'All of these entities take part.' })
  declare all?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'At least one of these entities takes part.' })
  declare any?: string[] | null;
}

/** The conditions that events and relationships share. */
@InputType()
export abstract class DatedFilter {
  @Field(() => [EventTypeEnum], { nullable: true, description: 'Only these types.' })
  declare types?: EventType[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Only what one of these entities did. Parties of a symmetric event count too.',
  })
  declare from?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Only what was done toward one of these entities. Parties of a symmetric event count too.',
  })
  declare to?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Only what happened between two of these entities, whichever of them acts. At least two ids.',
  })
  declare between?: string[] | null;

  @Field(() => ParticipantsInput, {
    nullable: true,
    description: 'Only events with these participants, in any role.',
  })
  declare participants?: ParticipantsInput | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Only events about one of these topics. Ignores case.',
  })
  declare topics?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Only events at one of these places. Ignores case.' })
  declare places?: string[] | null;

  @Field(() => PeriodInput, { nullable: true, description: 'Only events that overlap this period.' })
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
      'As known on this day (UTC, inclusive): only reports of sources published, and not retracted, by then count. They decide whether something happened, when, and who took part. By default, as known now. To get field values as of that day, pass the day to the fields too.',
  })
  declare knownBy?: Day | null;

  @Field(() => [ID], { nullable: true, description: 'Reported by at least one of these sources.' })
  declare sources?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'Reported by at least this many sources.' })
  declare minSources?: number | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Reported by at least one of these datasets, such as `corpus`.',
  })
  declare datasets?: string[] | null;

  @Field(() => [CodingEnum], {
    nullable: true,
    description: 'Reported from at least one source that was read so: by a person, a register or a program.',
  })
  declare coding?: Coding[] | null;

  @Field(() => String, {
    nullable: true,
    description: `Only events with all of these words in their summary, topics, places or figures. ${SEARCH_WORDS}`,
  })
  declare search?: string | null;
}

@InputType({
  description:
    'Conditions on events. All given fields must match; a list matches any of its values. An entity also takes part if others act for it.',
})
export class EventFilter extends DatedFilter {
  @Field(() => [KindEnum], {
    nullable: true,
    description: 'Only events with at least one named participant of these kinds.',
  })
  declare kinds?: Kind[] | null;

  @Field(() => [StanceEnum], {
    nullable: true,
    description:
      'Only events with a report of one of these stances. By default, only events that at least one source affirms.',
  })
  declare stances?: Stance[] | null;

  @Field(() => [DisagreementSubjectEnum], {
    nullable: true,
    description: 'Only events whose reports differ in one of these.',
  })
  declare disagreements?: DisagreementSubject[] | null;
}

@ArgsType()
export class EventListArguments extends PageArguments {
  @Field(() => EventFilter, {
    nullable: true,
    description: 'Conditions on the events to list.',
  })
  declare where?: EventFilter | null;

  @Field(() => TimeOrderEnum, { defaultValue: 'DATE_ASC', description: 'The order of the rows.' })
  declare orderBy: TimeOrder;
}

/** Longer than anyone types. Bounds the query to the text index. */
export const MAX_SEARCH_LENGTH = 200;

export function eventFilterFrom(where: EventFilter | null | undefined): EventCriteria {
  const { kinds, stances, disagreements } = omitNullish(where);
  checkList('where.kinds', kinds);
  checkList('where.stances', stances);
  checkList('where.disagreements', disagreements);
  return { ...datedFilterFrom(where), ...omitNullish({ kinds, stances, differs: disagreements }) };
}

/** Checks the conditions that events and relationships share. */
export function datedFilterFrom(where: DatedFilter | null | undefined): EventCriteria {
  const {
    types,
    from,
    to,
    between,
    topics,
    places,
    sources,
    datasets,
    coding,
    participants,
    during,
    ...single
  } = omitNullish(where);
  const lists = { types, from, to, topics, places, sources, datasets, coding };
  for (const [name, list] of Object.entries(lists)) checkList(`where.${name}`, list);
  checkList('where.between', between, 2);
  checkList('where.participants.all', participants?.all);
  checkList('where.participants.any', participants?.any);
  checkSearch('where.search', single.search);
  checkLeast('where.minSources', single.minSources, 1);
  return omitNullish({
    ...lists,
    ...single,
    between,
    allParticipants: participants?.all,
    anyParticipants: participants?.any,
    during: during && periodFrom('where.during', during),
  });
}

export function checkSearch(argument: string, search: string | null | undefined): void {
  if (search === null || search === undefined) return;
  if (search.trim() === '') throw badInput(argument, 'is empty. Give a word, or leave the argument out.');
  if (search.length > MAX_SEARCH_LENGTH)
    throw badInput(argument, `has ${search.length} characters. At most ${MAX_SEARCH_LENGTH} are allowed.`);
}

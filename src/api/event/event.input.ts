import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import type { Kind } from '../../ontology/kinds.ts';
import type { EventType } from '../../ontology/lookups.ts';
import type { Stance } from '../../ontology/records.ts';
import type { EventFilter as EventQuestion } from '../../queries/parts/eventFilter.ts';
import type { TimeOrder } from '../../queries/parts/page.ts';
import type { DisagreementSubject } from '../../reasoning/disagreements.ts';
import type { Day } from '../../time/day.ts';
import type { Certainty } from '../../time/period.ts';
import {
  CertaintyEnum,
  DisagreementSubjectEnum,
  EventTypeEnum,
  KindEnum,
  StanceEnum,
  TimeOrderEnum,
} from '../enums.ts';
import { badInput } from '../errors.ts';
import { checkLeast, checkList, given } from '../given.ts';
import { PageArguments } from '../pageArguments.ts';
import { periodFrom, PeriodInput } from '../periodInput.ts';
import { DateScalar } from '../scalars.ts';

@InputType({ description: 'Entities that take part, in whatever role.' })
export class ParticipantsInput {
  @Field(() => [ID], { nullable: true, description: 'All of these take part.' })
  declare all?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'At least one of these takes part.' })
  declare any?: string[] | null;
}

/** What events and relationships are both asked for by. */
@InputType()
export abstract class DatedFilter {
  @Field(() => [EventTypeEnum], { nullable: true, description: 'Of these types.' })
  declare types?: EventType[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Done by one of these entities, or with it as a party of a symmetric event.',
  })
  declare from?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Done toward one of these entities, or with it as a party of a symmetric event.',
  })
  declare to?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Between two of these entities, whichever of them acts. Two ids or more.',
  })
  declare between?: string[] | null;

  @Field(() => ParticipantsInput, { nullable: true, description: 'With these taking part in whatever role.' })
  declare participants?: ParticipantsInput | null;

  @Field(() => [String], { nullable: true, description: 'About one of these topics; case does not matter.' })
  declare topics?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'At one of these places; case does not matter.' })
  declare places?: string[] | null;

  @Field(() => PeriodInput, { nullable: true, description: 'That overlap this period.' })
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
      'As one would have known on this day (UTC, inclusive): only reports of sources published by then count, for what there was, who took part and when. As known now, if left out. Fields of what is found answer so too if they are given the day.',
  })
  declare knownBy?: Day | null;

  @Field(() => [ID], { nullable: true, description: 'Reported by one of these sources.' })
  declare sources?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'Reported by at least so many sources.' })
  declare minSources?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Whose summary, topics, places or figures have all of these words, forgiving case, diacritics and a typo.',
  })
  declare search?: string | null;
}

@InputType({
  description:
    'What events must have. All fields given must hold; a list means any of these. An entity counts as taking part also where others act for it.',
})
export class EventFilter extends DatedFilter {
  @Field(() => [KindEnum], {
    nullable: true,
    description: 'With at least one named participant of these kinds.',
  })
  declare kinds?: Kind[] | null;

  @Field(() => [StanceEnum], {
    nullable: true,
    description: 'With a report of one of these stances. Left out: only what some source affirms.',
  })
  declare stances?: Stance[] | null;

  @Field(() => [DisagreementSubjectEnum], {
    nullable: true,
    description: 'Whose reports differ in one of these.',
  })
  declare disagreements?: DisagreementSubject[] | null;
}

@ArgsType()
export class EventListArguments extends PageArguments {
  @Field(() => EventFilter, { nullable: true, description: 'What they must have.' })
  declare where?: EventFilter | null;

  @Field(() => TimeOrderEnum, { defaultValue: 'DATE_ASC', description: 'Their order.' })
  declare orderBy: TimeOrder;
}

/** Longer than anyone types; bounds the query of the text index. */
export const LONGEST_SEARCH = 200;

export function eventFilterFrom(where: EventFilter | null | undefined): EventQuestion {
  const { kinds, stances, disagreements } = given(where);
  checkList('where.kinds', kinds);
  checkList('where.stances', stances);
  checkList('where.disagreements', disagreements);
  return { ...datedFilterFrom(where), ...given({ kinds, stances, differs: disagreements }) };
}

/** The fields that events and relationships are both asked for by, checked. */
export function datedFilterFrom(where: DatedFilter | null | undefined): EventQuestion {
  const { types, from, to, between, topics, places, sources, participants, during, ...single } = given(where);
  const lists = { types, from, to, topics, places, sources };
  for (const [name, list] of Object.entries(lists)) checkList(`where.${name}`, list);
  checkList('where.between', between, 2);
  checkList('where.participants.all', participants?.all);
  checkList('where.participants.any', participants?.any);
  checkSearch('where.search', single.search);
  checkLeast('where.minSources', single.minSources, 1);
  const { certainty, knownBy, minSources, search } = single;
  return given({
    ...lists,
    ...{ between, certainty, knownBy, minSources, search },
    allParticipants: participants?.all,
    anyParticipants: participants?.any,
    during: during && periodFrom('where.during', during),
  });
}

export function checkSearch(argument: string, search: string | null | undefined): void {
  if (search === null || search === undefined) return;
  if (search.trim() === '') throw badInput(argument, 'is empty; give a word, or leave it out.');
  if (search.length > LONGEST_SEARCH)
    throw badInput(argument, `has ${search.length} characters; at most ${LONGEST_SEARCH} are allowed.`);
}

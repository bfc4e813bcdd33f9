import { Field, ObjectType } from 'type-graphql';
import type { Stance } from '../../ontology/stances.ts';
import type { DisagreementSubject } from '../../reasoning/disagreements.ts';
import { EdtfDate } from '../edtfDate.ts';
import { DisagreementSubjectEnum, StanceEnum } from '../enums.ts';
import { Participant, Report } from '../event/event.type.ts';

@ObjectType({
  description: 'Something on which the reports of one event do not agree. All of them are kept.',
})
export class Disagreement {
  @Field(() => DisagreementSubjectEnum, { description: 'What they do not agree on.' })
  declare about: DisagreementSubject;

  @Field(() => [Reading], {
    description: 'The ways to read the event, each with the reports that have it so.',
  })
  declare readings: Reading[];
}

@ObjectType({
  description:
    'Reports of one event that agree, and what they say together. A vague date may agree with several.',
})
export class Reading {
  @Field(() => EdtfDate, { description: 'When it was, by these reports.' })
  declare date: EdtfDate;

  @Field(() => [StanceEnum], { description: 'What they say of it, each stance once.' })
  declare stances: readonly Stance[];

  @Field(() => [Participant], { description: 'Who took part, by these reports.' })
  declare participants: Participant[];

  @Field(() => [Report], { description: 'The reports.' })
  declare reports: Report[];
}

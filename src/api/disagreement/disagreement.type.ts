import { Field, ObjectType } from 'type-graphql';
import type { Stance } from '../../ontology/stances.ts';
import type { DisagreementSubject } from '../../reasoning/disagreements.ts';
import { EdtfDate } from '../edtfDate.ts';
import { DisagreementSubjectEnum, StanceEnum } from '../enums.ts';
import { Participant, Report } from '../event/event.type.ts';

@ObjectType({
  description: 'A point on which the reports of one event differ. All of them are kept.',
})
export class Disagreement {
  @Field(() => DisagreementSubjectEnum, { description: 'The point on which they differ.' })
  declare about: DisagreementSubject;

  @Field(() => [Reading], {
    description: 'The possible readings of the event, each with the reports that support it.',
  })
  declare readings: Reading[];
}

@ObjectType({
  description:
    'A group of reports of one event that agree, and what they say together. A report with a vague date may belong to several readings.',
})
export class Reading {
  @Field(() => EdtfDate, { description: 'The date of the event according to these reports.' })
  declare date: EdtfDate;

  @Field(() => [StanceEnum], { description: 'The stances of these reports, each once.' })
  declare stances: readonly Stance[];

  @Field(() => [Participant], { description: 'The participants according to these reports.' })
  declare participants: Participant[];

  @Field(() => [Report], { description: 'The reports that agree on this reading.' })
  declare reports: Report[];
}

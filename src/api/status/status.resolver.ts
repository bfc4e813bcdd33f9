import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { Regime } from '../../ontology/regimes.ts';
import {
  type ReportedEvent,
  authoritiesOf,
  generalEvents,
  regimesOf,
  type StatusSubject,
} from '../../reasoning/status/regimeEvent.ts';
import type { StatusState } from '../../reasoning/status/statusState.ts';
import { type WeakestLink, weakestLink } from '../../reasoning/weakestLink.ts';
import { type Day, today } from '../../time/day.ts';
import type { Reader } from '../../answers/reader.ts';
import { entityOf, sourcesOf } from '../../answers/ids.ts';
import type { KnownEvents } from '../../answers/knownEvents.ts';
import { Entity, entityFrom } from '../entity/entity.type.ts';
import { RegimeEnum } from '../enums.ts';
import { eventFrom } from '../event/event.type.ts';
import { checkList } from '../given.ts';
import { KnownArguments } from '../knownArguments.ts';
import { DateScalar } from '../scalars.ts';
import { Source, sourceFrom } from '../source/source.type.ts';
import { statusFrom } from './statusFrom.ts';
import { statusRecord } from './statusRecord.ts';
import { Positions, Status, StatusEvidence } from './status.type.ts';

@ArgsType()
class DayArguments extends KnownArguments {
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day (UTC) at whose end the status is derived. By default, today.',
  })
  declare on?: Day | null;
}

@ArgsType()
class PositionArguments extends DayArguments {
  @Field(() => ID, { description: 'The entity that the status concerns.' })
  declare subject: string;

  @Field(() => RegimeEnum, { description: 'The regime: what may be in force, such as RECOGNITION.' })
  declare regime: Regime;

  @Field(() => ID, {
    nullable: true,
    description:
      'The id of a list, which is an entity. Only events that concern this list count. By default, all events count.',
  })
  declare list?: string | null;
}

@Resolver(() => Status)
export class StatusResolver {
  @Query(() => Status, {
    description:
      'Derives whether a regime, such as recognition or designation, was in force between an authority and a subject on a day. Also lists the evidence.',
  })
  async status(
    @Arg('authority', () => ID, {
      description: 'The id of the entity that would act: who would designate, recognize or accredit.',
    })
    authority: string,
    @Args(() => PositionArguments) args: PositionArguments,
    @Ctx() context: Reader,
  ): Promise<Status> {
    const { subject, regime, list = null } = args;
    const record = await statusRecord(context, subject);
    const known = record.knownBy(args);
    return await statusOf(context, { record, known }, { authority, subject, regime, list }, args);
  }

  @Query(() => Positions, {
    description:
      'Derives the status of every authority toward one subject on a day, for example which states recognized a government.',
  })
  async positions(
    @Args(() => PositionArguments) args: PositionArguments,
    @Ctx() context: Reader,
  ): Promise<Positions> {
    const { subject, regime, list = null } = args;
    const record = await statusRecord(context, subject);
    const known = record.knownBy(args);
    const about = { subject, regime, list };
    const asked = authoritiesOf(about, known).map((authority) => ({ ...about, authority }));
    if (asked.length === 0) {
      await entityOf(context, 'subject', subject);
      if (list !== null) await entityOf(context, 'list', list);
    }
    return {
      rows: await statusesOf(context, { record, known }, asked, args),
      general: generalEvents(about, known).map(({ id }) => eventFrom(record.event(id))),
    };
  }

  @FieldResolver(() => [Source], {
    description: 'The sources that would change the state if any one of them were retracted, ordered by id.',
  })
  async breaksIfRetracted(@Root() { breaking }: Status, @Ctx() context: Reader): Promise<Source[]> {
    return (await sourcesOf(context, breaking())).map(sourceFrom);
  }

  @FieldResolver(() => Int, {
    description:
      'The number of independent sources that affirm the weakest evidence for the state. Pages of one publisher, and reprints of one agency, count as one. 0 if there is no evidence.',
  })
  independentSources(@Root() status: Status): number {
    return weakestOf(status)?.independentSources ?? 0;
  }

  @FieldResolver(() => StatusEvidence, {
    nullable: true,
    description:
      'The evidence for the state that the fewest independent sources affirm; if several are equal, the first. Null if there is no evidence.',
  })
  weakestLink(@Root() status: Status): StatusEvidence | null {
    return weakestOf(status)?.link ?? null;
  }
}

/** What speaks against the state does not bear it out; of what is uncertain, all evidence counts. */
function weakestOf({ state, evidence }: Status): WeakestLink<StatusEvidence> | null {
  const bearing = BEARS_OUT[state];
  const own = evidence.filter((one) => one.bearing === bearing);
  return weakestLink(own.length > 0 ? own : evidence, ({ sources }) => sources);
}

const BEARS_OUT: Readonly<Partial<Record<StatusState, StatusEvidence['bearing']>>> = {
  IN_FORCE: 'FOR',
  NOT_IN_FORCE: 'AGAINST',
  SUSPENDED: 'AGAINST',
  LIFTED: 'AGAINST',
};

@Resolver(() => Entity)
export class EntityStatusResolver {
  @FieldResolver(() => [Status], {
    description:
      'Every status of the entity that has evidence, by regime and authority: who lists, recognizes or accredits the entity.',
  })
  async statuses(
    @Root() { id: subject }: Entity,
    @Args(() => DayArguments) args: DayArguments,
    @Arg('regimes', () => [RegimeEnum], {
      nullable: true,
      description: 'Only statuses in these regimes. By default, all.',
    })
    regimes: Regime[] | null,
    @Ctx() context: Reader,
  ): Promise<Status[]> {
    checkList('regimes', regimes);
    const record = await statusRecord(context, subject);
    const known = record.knownBy(args);
    const asked = regimesOf(subject, known)
      .filter((regime) => regimes?.includes(regime) ?? true)
      .map((regime) => ({ subject, regime, list: null }))
      .flatMap((about) => authoritiesOf(about, known).map((authority) => ({ ...about, authority })));
    const statuses = await statusesOf(context, { record, known }, asked, args);
    return statuses.filter(({ state }) => state !== 'NO_RECORD');
  }
}

/** All that is said of a subject, and what of it was known. */
interface Basis {
  readonly record: KnownEvents;
  readonly known: readonly ReportedEvent[];
}

/** The authority tells of what kind it is once it is read. */
type AskedOf = Omit<StatusSubject, 'kind'>;

function statusesOf(
  context: Reader,
  basis: Basis,
  asked: readonly AskedOf[],
  args: DayArguments,
): Promise<Status[]> {
  return Promise.all(asked.map((one) => statusOf(context, basis, one, args)));
}

async function statusOf(
  context: Reader,
  { record, known }: Basis,
  asked: AskedOf,
  args: DayArguments,
): Promise<Status> {
  const [authority, subject, list] = await Promise.all([
    entityOf(context, 'authority', asked.authority).then(entityFrom),
    entityOf(context, 'subject', asked.subject).then(entityFrom),
    asked.list === null ? null : entityOf(context, 'list', asked.list).then(entityFrom),
  ]);
  const question = { authority, subject, list, regime: asked.regime, on: args.on ?? today() };
  return statusFrom(question, record, known);
}

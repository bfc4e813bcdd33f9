import { Field, ObjectType } from 'type-graphql';
import type { Closeness } from '../../ontology/closeness.ts';
import { declarationOf, type EventType, isSymmetric } from '../../ontology/lookups.ts';
import type { Kind } from '../../ontology/kinds.ts';
import { type Effect, type Regime } from '../../ontology/regimes.ts';
import type { Role } from '../../ontology/roles.ts';
import {
  ClosenessEnum,
  EffectEnum,
  EventTypeEnum,
  KindEnum,
  NatureEnum,
  RegimeEnum,
  RoleEnum,
} from '../enums.ts';

@ObjectType({ description: 'An event type, with its meaning and its rules.' })
export class EventTypeInfo {
  @Field(() => EventTypeEnum, {
    description: 'The name of the type. Its relationships have the same type in Neo4j.',
  })
  declare name: EventType;

  @Field(() => String, { description: 'The meaning of the type.' })
  declare description: string;

  @Field(() => String, {
    description: 'The phrase that reads from the agent: "Russia *designated* the Taliban".',
  })
  declare phrase: string;

  @Field(() => String, {
    description: 'The phrase that reads from the target: "the Taliban *was designated by* Russia".',
  })
  declare inverse: string;

  @Field(() => NatureEnum, {
    description: 'Whether events of the type are done (acts) or observed (states).',
  })
  declare nature: 'ACT' | 'STATE';

  @Field(() => Boolean, { description: 'Whether relationships of the type have no direction.' })
  declare symmetric: boolean;

  @Field(() => Boolean, { description: 'Whether paths use the type if the question names no types.' })
  declare inPaths: boolean;

  @Field(() => [RoleRuleInfo], { description: 'The roles that participants may have.' })
  declare roles: RoleRuleInfo[];

  @Field(() => RegimeEnum, {
    nullable: true,
    description: 'The regime that the type changes or observes. Null if none.',
  })
  declare regime: Regime | null;

  @Field(() => EffectEnum, {
    nullable: true,
    description: 'The effect of the type on its regime. Null if it has no regime.',
  })
  declare effect: Effect | null;

  @Field(() => [CameoMapping], { description: 'The CAMEO codes that are imported as this type.' })
  declare cameo: CameoMapping[];

  @Field(() => [PloverMapping], { description: 'The events of PLOVER that are imported as this type.' })
  declare plover: PloverMapping[];
}

@ObjectType({ description: 'A role that participants in events of a type may have.' })
export class RoleRuleInfo {
  @Field(() => RoleEnum, { description: 'The role.' })
  declare role: Role;

  @Field(() => [KindEnum], { description: 'The kinds of entities that may have the role.' })
  declare kinds: readonly Kind[];

  @Field(() => Boolean, {
    description: 'Whether every event of the type must have a participant in this role.',
  })
  declare required: boolean;
}

@ObjectType({ description: 'A CAMEO code that is imported as an event type.' })
export class CameoMapping {
  @Field(() => String, { description: 'The code: a string, because leading zeros count.' })
  declare code: string;

  @Field(() => ClosenessEnum, { description: 'How closely the code matches the type.' })
  declare closeness: Closeness;
}

@ObjectType({ description: 'An event of PLOVER that is imported as an event type.' })
export class PloverMapping {
  @Field(() => String, { description: 'The event, with its mode if it has one: `CONSULT:visit`.' })
  declare code: string;

  @Field(() => ClosenessEnum, { description: 'How closely the event matches the type.' })
  declare closeness: Closeness;
}

export function eventTypeFrom(name: EventType): EventTypeInfo {
  const {
    description,
    phrase,
    inverse,
    nature,
    inPaths,
    roles,
    status,
    cameo,
    plover = {},
  } = declarationOf(name);
  return {
    name,
    description,
    phrase,
    inverse,
    nature,
    inPaths,
    symmetric: isSymmetric(name),
    roles: Object.entries(roles).map(([role, { kinds, min }]) => ({
      role: role as Role,
      kinds,
      required: min > 0,
    })),
    regime: status?.regime ?? null,
    effect: status?.effect ?? null,
    cameo: mappings(cameo),
    plover: mappings(plover),
  };
}

function mappings(closenesses: Readonly<Record<string, Closeness>>) {
  return Object.entries(closenesses).map(([code, closeness]) => ({ code, closeness }));
}

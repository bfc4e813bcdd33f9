import { Field, ObjectType } from 'type-graphql';
import type { Closeness } from '../../ontology/eventTypeDeclaration.ts';
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

@ObjectType({ description: 'One row of the table of event types, from which all else about types follows.' })
export class EventTypeInfo {
  @Field(() => EventTypeEnum, { description: 'Its name; also the type of its relationships in Neo4j.' })
  declare name: EventType;

  @Field(() => String, { description: 'What it stands for.' })
  declare description: string;

  @Field(() => String, { description: 'Reads from the one who acts: "Russia *designated* the Taliban".' })
  declare phrase: string;

  @Field(() => String, {
    description: 'Reads from the one acted upon: "the Taliban *was designated by* Russia".',
  })
  declare inverse: string;

  @Field(() => NatureEnum, { description: 'Whether it is done or observed.' })
  declare nature: 'ACT' | 'STATE';

  @Field(() => Boolean, { description: 'Whether its relationships have no direction.' })
  declare symmetric: boolean;

  @Field(() => Boolean, { description: 'Whether paths follow it when no types are asked for.' })
  declare inPaths: boolean;

  @Field(() => [RoleRuleInfo], { description: 'The roles that its participants may have.' })
  declare roles: RoleRuleInfo[];

  @Field(() => RegimeEnum, { nullable: true, description: 'The regime that it changes or is evidence of.' })
  declare regime: Regime | null;

  @Field(() => EffectEnum, { nullable: true, description: 'What it does to that regime.' })
  declare effect: Effect | null;

  @Field(() => [CameoMapping], { description: 'The CAMEO codes that it stands for.' })
  declare cameo: CameoMapping[];
}

@ObjectType({ description: 'A role that participants of a type may have.' })
export class RoleRuleInfo {
  @Field(() => RoleEnum, { description: 'The role.' })
  declare role: Role;

  @Field(() => [KindEnum], { description: 'What may have it.' })
  declare kinds: readonly Kind[];

  @Field(() => Boolean, { description: 'Whether an event of the type must have it.' })
  declare required: boolean;
}

@ObjectType({ description: 'A CAMEO code that a type stands for.' })
export class CameoMapping {
  @Field(() => String, { description: 'The code: a string, whose leading zeros count.' })
  declare code: string;

  @Field(() => ClosenessEnum, { description: 'How closely the two agree.' })
  declare closeness: Closeness;
}

export function eventTypeFrom(name: EventType): EventTypeInfo {
  const { description, phrase, inverse, nature, inPaths, roles, status, cameo } = declarationOf(name);
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
    cameo: Object.entries(cameo).map(([code, closeness]) => ({ code, closeness })),
  };
}

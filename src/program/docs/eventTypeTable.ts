import { KIND_NAMES, KINDS } from '../../ontology/kinds.ts';
import {
  declarationOf,
  EVENT_TYPE_NAMES,
  isSymmetric,
  projectedRoles,
  regimeTypes,
  type EventType,
} from '../../ontology/lookups.ts';
import { type Effect, type Regime, REGIMES } from '../../ontology/regimes.ts';
import type { Role } from '../../ontology/roles.ts';
import { table } from './markdown.ts';

/** The types of events, between which kinds of entities each leads, and what it does to a status. */
export function eventTypeTable(): string {
  return table(['type', 'from', 'to', 'is', 'status', 'paths', 'means'], EVENT_TYPE_NAMES.map(rowOf));
}

function rowOf(type: EventType): string[] {
  const { description, nature, status, inPaths } = declarationOf(type);
  const { from, to } = projectedRoles(type);
  return [
    `\`${type}\``,
    kindsOf(type, from),
    isSymmetric(type) ? 'no direction' : kindsOf(type, to),
    nature.toLowerCase(),
    status === undefined ? '' : `${status.effect.toLowerCase().replaceAll('_', ' ')}: ${status.regime}`,
    inPaths ? 'yes' : '',
    description,
  ];
}

function kindsOf(type: EventType, role: Role): string {
  const kinds = declarationOf(type).roles[role]?.kinds ?? [];
  return kinds.length === KIND_NAMES.length ? 'any' : kinds.map((kind) => KINDS[kind].label).join(', ');
}

/** The regimes, and which types of events put them in force or end that, as the last of them decides. */
export function regimeTable(): string {
  return table(
    ['regime', 'in force means', 'in force by', 'not in force by'],
    REGIME_NAMES.map((regime) => [
      `\`${regime}\``,
      REGIMES[regime].description,
      typesOf(regime, ['OPENS', 'RESUMES', 'OBSERVES_IN_FORCE']),
      typesOf(regime, ['CLOSES', 'SUSPENDS', 'OBSERVES_NOT_IN_FORCE']),
    ]),
  );
}

const REGIME_NAMES = Object.keys(REGIMES) as Regime[];

function typesOf(regime: Regime, effects: readonly Effect[]): string {
  return regimeTypes(regime)
    .filter((type) => effects.some((effect) => declarationOf(type).status?.effect === effect))
    .map((type) => `\`${type}\``)
    .join(', ');
}

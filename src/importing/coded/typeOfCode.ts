import { type Closeness, CLOSENESSES } from '../../ontology/closeness.ts';
import type { Kind } from '../../ontology/kinds.ts';
import { EVENT_TYPE_NAMES, declarationOf, projectedRoles, type EventType } from '../../ontology/lookups.ts';
import { ROLE_NAMES } from '../../ontology/roles.ts';

export interface CodedType {
  readonly type: EventType;
  /** Absent if the type is CODED. */
  readonly closeness?: Closeness;
}

/**
 * The event type of a row with a CAMEO code between two entities of these kinds. It is the closest of the types that
 * the ontology maps the code to; of equally close types, the first in the table. Only types count that
 * - are acts, because a row reports what was done on a day, not a state;
 * - accept the kinds as agent and target (or parties), and need no other participant;
 * - match the code closely, or have no part in a status: a *broader* code ("impose administrative sanctions") does not
 * prove the act that would open or close the status ("designated").
 * If no type is left, it is CODED. A code of four digits that is not mapped itself counts as its first three digits,
 * unless the table maps other codes under these, and so has chosen among them. Such a match is close at best.
 */
export function typeOfCode(code: string, agent: Kind, target: Kind): CodedType {
  return candidatesFor(code).find(({ type }) => takes(type, agent, target)) ?? { type: 'CODED' };
}

const CLOSEST_FIRST = Object.keys(CLOSENESSES);

const CANDIDATES: ReadonlyMap<string, readonly Required<CodedType>[]> = candidatesByCode();

const ENUMERATED: ReadonlySet<string> = new Set(
  [...CANDIDATES.keys()].filter((code) => code.length === 4).map((code) => code.slice(0, 3)),
);

function candidatesByCode() {
  const byCode = new Map<string, Required<CodedType>[]>();
  for (const type of EVENT_TYPE_NAMES) {
    for (const [code, closeness] of Object.entries(declarationOf(type).cameo)) {
      byCode.set(code, [...(byCode.get(code) ?? []), { type, closeness }]);
    }
  }
  for (const candidates of byCode.values()) {
    candidates.sort((a, b) => CLOSEST_FIRST.indexOf(a.closeness) - CLOSEST_FIRST.indexOf(b.closeness));
  }
  return byCode;
}

function candidatesFor(code: string): readonly CodedType[] {
  const own = CANDIDATES.get(code);
  if (own !== undefined) return own.filter(isProved);
  const parent = code.slice(0, 3);
  if (code.length !== 4 || ENUMERATED.has(parent)) return [];
  const inherited = (CANDIDATES.get(parent) ?? []).filter(({ closeness }) => closeness !== 'broad');
  return inherited.filter(isProved).map(({ type }) => ({ type, closeness: 'close' }));
}

function isProved({ type, closeness }: Required<CodedType>): boolean {
  const { nature, status } = declarationOf(type);
  return nature === 'ACT' && (closeness !== 'broad' || status === undefined);
}

function takes(type: EventType, agent: Kind, target: Kind): boolean {
  const { roles } = declarationOf(type);
  const { from, to } = projectedRoles(type);
  const needsOthers = ROLE_NAMES.some((role) => role !== from && role !== to && (roles[role]?.min ?? 0) > 0);
  return (
    !needsOthers &&
    (roles[from]?.kinds.includes(agent) ?? false) &&
    (roles[to]?.kinds.includes(target) ?? false)
  );
}

import { type Closeness, CLOSENESSES } from '../../ontology/closeness.ts';
import type { Kind } from '../../ontology/kinds.ts';
import { EVENT_TYPE_NAMES, declarationOf, projectedRoles, type EventType } from '../../ontology/lookups.ts';
import { ROLE_NAMES } from '../../ontology/roles.ts';

export interface CodedType {
  readonly type: EventType;
  /** Absent if the type is CODED. */
  readonly closeness?: Closeness;
}

/** A code of `cameo` has three digits, or four; one of `plover` is an event, or an event and its mode after a colon. */
export type CodingScheme = 'cameo' | 'plover';

/**
 * The event type of a row with a code between entities of these kinds. It is the closest of the types that the ontology
 * maps the code to; of equally close types, the first in the table. Only types count that
 * - are acts, because a row reports what was done on a day, not a state;
 * - accept the kinds as agents and targets (or parties), and need no other participant;
 * - match the code closely, or have no part in a status: a *broader* code ("impose administrative sanctions") does not
 * prove the act that would open or close the status ("designated").
 * If no type is left, it is CODED. A finer code that is not mapped itself counts as the code that it refines, unless the
 * table maps other codes under that, and so has chosen among them. Such a match is close at best.
 */
export function typeOfCode(
  scheme: CodingScheme,
  code: string,
  agents: readonly Kind[],
  targets: readonly Kind[],
): CodedType {
  return SCHEMES[scheme].candidatesFor(code).find(({ type }) => takes(type, agents, targets)) ?? CODED;
}

const CODED: CodedType = { type: 'CODED' };
const CLOSEST_FIRST = Object.keys(CLOSENESSES);

/** The types that the ontology maps the codes of one scheme to. */
class Candidates {
  readonly #byCode = new Map<string, Required<CodedType>[]>();
  /** The codes under which the table maps others. */
  readonly #enumerated: ReadonlySet<string>;
  readonly #refined: (code: string) => string | null;

  /** @param refined the code that a finer one refines; null for others */
  constructor(scheme: CodingScheme, refined: (code: string) => string | null) {
    for (const type of EVENT_TYPE_NAMES)
      for (const [code, closeness] of Object.entries(declarationOf(type)[scheme] ?? {}))
        this.#byCode.set(code, [...(this.#byCode.get(code) ?? []), { type, closeness }]);
    for (const candidates of this.#byCode.values())
      candidates.sort((a, b) => CLOSEST_FIRST.indexOf(a.closeness) - CLOSEST_FIRST.indexOf(b.closeness));
    this.#refined = refined;
    this.#enumerated = new Set([...this.#byCode.keys()].flatMap((code) => refined(code) ?? []));
  }

  candidatesFor(code: string): readonly CodedType[] {
    const own = this.#byCode.get(code);
    if (own !== undefined) return own.filter(isProved);
    const parent = this.#refined(code);
    if (parent === null || this.#enumerated.has(parent)) return [];
    const inherited = (this.#byCode.get(parent) ?? []).filter(({ closeness }) => closeness !== 'broad');
    return inherited.filter(isProved).map(({ type }) => ({ type, closeness: 'close' }));
  }
}

const SCHEMES: Readonly<Record<CodingScheme, Candidates>> = {
  cameo: new Candidates('cameo', (code) => (code.length === 4 ? code.slice(0, 3) : null)),
  plover: new Candidates('plover', (code) => (code.includes(':') ? code.replace(/:.*/, '') : null)),
};

function isProved({ type, closeness }: Required<CodedType>): boolean {
  const { nature, status } = declarationOf(type);
  return nature === 'ACT' && (closeness !== 'broad' || status === undefined);
}

function takes(type: EventType, agents: readonly Kind[], targets: readonly Kind[]): boolean {
  const { roles } = declarationOf(type);
  const { from, to } = projectedRoles(type);
  const needsOthers = ROLE_NAMES.some((role) => role !== from && role !== to && (roles[role]?.min ?? 0) > 0);
  const accepts = (role: typeof from, kinds: readonly Kind[]) =>
    kinds.every((kind) => roles[role]?.kinds.includes(kind) ?? false);
  return !needsOthers && accepts(from, agents) && accepts(to, targets);
}

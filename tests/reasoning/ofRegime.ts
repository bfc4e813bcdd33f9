import { declarationOf } from '../../src/ontology/lookups.ts';
import type { RegimeEvent } from '../../src/reasoning/status/regimeEvent.ts';

type Given = Pick<RegimeEvent, 'id' | 'type' | 'reports'> & Partial<RegimeEvent>;

/** An event of one pair, which names no list and no post unless it is given one. */
export function ofRegime(event: Given): RegimeEvent {
  const { status, announces } = declarationOf(event.type);
  if (status === undefined && announces === undefined) throw new RangeError(`${event.id} is ${event.type}`);
  return {
    ...{
      intends: null,
      isGeneral: false,
      names: [],
      isOptional: false,
      isOfSubject: true,
      effect: status?.effect ?? null,
    },
    ...event,
  };
}

import { type EventView, sideOf } from '../eventView.ts';

/** Whom changes are asked of; `null` where not asked by it. */
export interface Concern {
  /** At least one of these takes part. */
  readonly entities: ReadonlySet<string> | null;
  /** It is between two of these. */
  readonly between: ReadonlySet<string> | null;
}

/** Whether the event, as it was known, concerns them. Those whom others act for take part too. */
export function concerns({ entities, between }: Concern, { participations }: EventView): boolean {
  const parts = participations.filter(({ named, principal }) => named || principal);
  if (entities !== null && !parts.some(({ entity }) => entities.has(entity))) return false;
  if (between === null) return true;
  const among = parts.filter(({ entity }) => between.has(entity));
  return among.some((one) => among.some((other) => faceEachOther(one, other)));
}

type Part = EventView['participations'][number];

/** Those on one side, as two of a delegation or an envoy and his state, did not meet each other. */
function faceEachOther(one: Part, other: Part): boolean {
  return (
    one.entity !== other.entity &&
    one.faces === other.role &&
    (one.role !== other.role || sideOf(one) !== sideOf(other))
  );
}

/** In which sense a change falls in a period. */
export const CHANGE_AXES = {
  HAPPENED: { description: 'The change happened in the period.' },
  KNOWN: { description: 'The change became known in the period: a source was published or retracted.' },
} as const satisfies Record<string, { description: string }>;

export type ChangeAxis = keyof typeof CHANGE_AXES;

/** What can change, and on which axis; `null` for both. */
export const CHANGE_KINDS = {
  HAPPENED: {
    description: 'An event happened, began or ended, or something was observed. Axis HAPPENED.',
    axis: 'HAPPENED',
  },
  BECAME_KNOWN: {
    description: 'An event became known about which nothing had been known before. Axis KNOWN.',
    axis: 'KNOWN',
  },
  REVISED: {
    description: 'The known date, stances or participants of an event changed. Axis KNOWN.',
    axis: 'KNOWN',
  },
  WITHDRAWN: {
    description:
      'Nothing is known about an event any longer, because every source was retracted. Axis KNOWN.',
    axis: 'KNOWN',
  },
  STATUS: {
    description: 'The state of a regime between an authority and a subject changed. Both axes.',
    axis: null,
  },
} as const satisfies Record<string, { description: string; axis: ChangeAxis | null }>;

export type ChangeKind = keyof typeof CHANGE_KINDS;

/** A change on a day. */
export interface Positioned {
  readonly day: string;
  /** The event that changed; `null` for a status, which events bring about. */
  readonly event: string | null;
  /** The events after which it comes, if they change on the same day. */
  readonly after: readonly string[];
  /** Decides between equals. */
  readonly name: string;
}

/**
 * In the order of their days. On one day, each comes after the events that it follows, and a status right after the
 * last event that brought it about; else by name.
 */
export function changesInOrder<T extends Positioned>(items: readonly T[]): T[] {
  const events = causesFirst(items.filter(({ event }) => event !== null).sort(byDay));
  const consequences = new Map<T, T[]>();
  const free: T[] = [];
  for (const item of items.filter(({ event }) => event === null).sort(byDay)) {
    const cause = events.findLast(({ day, event }) => day === item.day && item.after.includes(event ?? ''));
    if (cause === undefined) free.push(item);
    else consequences.set(cause, [...(consequences.get(cause) ?? []), item]);
  }
  // Sorting keeps the order of equals: a status that no event of the day brings about comes last.
  return [...events, ...free]
    .sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1))
    .flatMap((item) => [item, ...(consequences.get(item) ?? [])]);
}

function byDay(a: Positioned, b: Positioned): number {
  return `${a.day} ${a.name}` < `${b.day} ${b.name}` ? -1 : 1;
}

/** Moves each before those of the same day that follow it; a circle is cut where it is entered. */
function causesFirst<T extends Positioned>(items: readonly T[]): T[] {
  const byEvent = new Map(items.map((item) => [`${item.event} ${item.day}`, item]));
  const ordered = new Set<T>();
  const entered = new Set<T>();
  const visit = (item: T): void => {
    if (entered.has(item)) return;
    entered.add(item);
    for (const event of item.after) {
      const earlier = byEvent.get(`${event} ${item.day}`);
      if (earlier !== undefined) visit(earlier);
    }
    ordered.add(item);
  };
  items.forEach(visit);
  return [...ordered];
}

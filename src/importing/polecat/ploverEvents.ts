/** The events of PLOVER. Their modes are many, and files have others than its manual. */
export const PLOVER_EVENTS: readonly string[] = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
];

/** The event with its mode, as the ontology maps it: `CONSULT:visit`. */
export function ploverCode(event: string, mode: string | null): string {
  return mode === null ? event : `${event}:${mode}`;
}

/** The words of a code: `consult (visit)`. */
export function ploverWords(code: string): string {
  const [event = '', mode] = code.toLowerCase().split(':');
  return mode === undefined ? event : `${event} (${mode})`;
}

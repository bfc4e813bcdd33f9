/** The events of PLOVER, each with the modes that its manual and crosswalk name. Files have others, too. */
export const PLOVER_EVENTS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  `
AGREE:
CONSULT: visit, third-party, multilateral, phone
SUPPORT:
CONCEDE:
COOPERATE:
AID:
RETREAT: withdraw, release, return, disarm, ceasefire, access, resign
REQUEST: assist, change, yield, meet
ACCUSE: disapprove, investigate, allege
REJECT: assist, change, yield, meet
THREATEN: restrict, ban, arrest, relations, expel, territory, violence, political
PROTEST: demo, riot, strike, hunger, boycott, obstruct
SANCTION: convict, expel, withdraw, discontinue
MOBILIZE: troops, weapons, police, militia
COERCE: seize, restrict, ban, censor, curfew, martial-law, arrest, deport, withhold, misinform, cyber
ASSAULT: abduct, beat, torture, execute, sexual, assassinate, primitive, firearms, explosives, suicide-attack, heavy-weapons, aerial, massacre, cleansing, unconventional`
    .trim()
    .split('\n')
    .map((line) => {
      const [event = '', modes = ''] = line.split(':');
      return [event, modes.split(',').flatMap((mode) => mode.trim() || [])];
    }),
);

/** The event with its mode, as the ontology maps it: `CONSULT:visit`. */
export function ploverCode(event: string, mode: string | null): string {
  return mode === null ? event : `${event}:${mode}`;
}

/** The words of a code: `consult (visit)`. */
export function ploverWords(code: string): string {
  const [event = '', mode] = code.toLowerCase().split(':');
  return mode === undefined ? event : `${event} (${mode})`;
}

import { declarationOf, type EventType } from '../../ontology/lookups.ts';

/** The parts of a coded row that a sentence needs. */
export interface CodedSentence {
  readonly type: EventType;
  readonly code: string;
  /** The coding scheme's name of the code: "Make a visit". */
  readonly text: string;
  readonly agent: string;
  readonly target: string;
}

/**
 * The summary of an event of which only the code is known: "Iran met China", "China asked Japan for a change of
 * policy". For a CODED event: "India toward Pakistan: express accord".
 */
export function summaryOf({ type, code, text, agent, target }: CodedSentence): string {
  const from = agent.trim();
  const to = target.trim();
  if (type === 'CODED') return `${from} toward ${to}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
  const phrase = PHRASES[code] ?? declarationOf(type).phrase;
  return phrase.includes(GAP) ? `${from} ${phrase.replace(GAP, () => to)}` : `${from} ${phrase} ${to}`;
}

/** Marks the place of the target, if it is not at the end of the phrase. */
const GAP = '…';

/**
 * Phrases that are more precise for a code of CAMEO or PLOVER than the phrase of its event type. They stand between agent
 * and target.
 */
const PHRASES: Readonly<Record<string, string>> = {
  '022': 'invited … to cooperate in diplomacy',
  '024': 'urged … to reform its politics',
  '0241': 'urged … to change its leadership',
  '0242': 'urged … to change its policy',
  '0243': 'urged … to grant rights',
  '0244': 'urged … to change its institutions or regime',
  '025': 'urged … to yield',
  '0251': 'urged … to ease administrative sanctions',
  '0252': 'urged … to ease repression',
  '0253': 'urged … to release persons or property',
  '0254': 'urged … to ease economic sanctions, a boycott or an embargo',
  '0255': 'urged … to allow international involvement',
  '0256': 'urged … to de-escalate militarily',
  '026': 'urged … to meet or negotiate',
  '030': 'announced an intention to cooperate with',
  '0331': 'pledged economic aid to',
  '0332': 'pledged military aid to',
  '0333': 'pledged humanitarian aid to',
  '0334': 'pledged military protection or peacekeeping to',
  '035': 'announced an intention to yield to',
  '0352': 'announced an intention to ease its repression of',
  '0356': 'announced an intention to de-escalate militarily toward',
  '036': 'announced an intention to meet or negotiate with',
  '041': 'talked by telephone with',
  '042': 'visited',
  '043': 'hosted a visit of',
  '044': 'met … in a third place',
  '045': 'mediated in talks with',
  '046': 'negotiated with',
  '071': 'gave economic aid to',
  '072': 'gave military aid to',
  '073': 'gave humanitarian aid to',
  '085': 'eased its economic sanctions, boycott or embargo against',
  '0874': 'withdrew or surrendered its forces before',
  '104': 'demanded political reform of',
  '1041': 'demanded a change of leadership of',
  '1042': 'demanded a change of policy of',
  '1043': 'demanded rights of',
  '1044': 'demanded a change of institutions or regime of',
  '111': 'criticized or denounced',
  '112': 'accused',
  '1121': 'accused … of crime or corruption',
  '1122': 'accused … of human rights abuses',
  '1123': 'accused … of aggression',
  '1124': 'accused … of war crimes',
  '1125': 'accused … of espionage or treason',
  '152': 'raised its military alert toward',
  '161': 'reduced or broke off relations with',
  '163': 'imposed an embargo, a boycott or sanctions on',
  '1711': 'confiscated property of',
  '1722': 'banned',
  '180': 'used violence against',
  '183': 'bombed',
  '1831': 'carried out a suicide bombing against',
  '1832': 'carried out a car bombing against',
  '1833': 'carried out a roadside bombing against',
  '190': 'used military force against',
  '192': 'occupied territory of',
  '193': 'fought with small arms against',
  '195': 'used aerial weapons against',
  'CONSULT:phone': 'talked by telephone with',
  'CONSULT:third-party': 'met … in a third place',
  'REQUEST:assist': 'asked … for assistance',
  'REQUEST:change': 'asked … for a change of policy or institutions',
  'REQUEST:meet': 'asked … to meet or negotiate',
  'REQUEST:yield': 'asked … to yield',
};

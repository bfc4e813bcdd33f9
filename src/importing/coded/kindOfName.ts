import type { Kind } from '../../ontology/kinds.ts';

/**
 * The kind of an entity, not of a country, for which ICEWS gives only a name. (Its sectors do not help: a spokesman of a
 * body has the sectors of the body, a president those of his office.) The kind depends on the name alone, so it is the
 * same in every file. ORGANIZATION: names that say so ("Election Commission (India)", "Ministry of Mining (Peru)",
 * "African Union"), and a few well-known others. ACTOR: everybody else, which are persons, and the roles and crowds that
 * ICEWS does not name ("Citizen (Nigeria)", "Head of Government (India)"). A name that does not show its kind
 * ("Facebook") counts as an ACTOR.
 */
export function kindOfName(name: string): Kind {
  const withoutPlace = name.replace(PLACE, '').trim();
  if (ROLE.test(withoutPlace)) return 'ACTOR';
  const isBody = OTHER_BODIES.has(withoutPlace) || BODY_LAST.test(withoutPlace) || BODY_OF.test(withoutPlace);
  return isBody ? 'ORGANIZATION' : 'ACTOR';
}

/** "(Nigeria)" at the end. It may contain brackets itself: "(Holy See (Vatican City State))". */
const PLACE = /\s*\((?:[^()]|\([^()]*\))*\)\s*$/;

/**
 * A person who leads, speaks or works for a body is not a body, though the name contains one: "Member of Parliament".
 */
const ROLE =
  /^(Actor|Alleged|Ambassador|Associate|Chief|Commander|Deputy|Director|Employees?|Envoy|Former|Governor|Head|Leader|Lawyer|Members?|Minister|Observers?|Officer|Officials?|Party (Member|President)|People|President|Prime Minister|Representatives?|Secretary|Speaker|Spokes(man|woman|person)|Women|Men) (of|to|for|in|from|with|Associated|General)\b/;

const BODY = [
  'Academy|Administration|Agency|Airlines?|Airways|Alliance|Army|Assembly|Assemblies|Association|Authority|Bank',
  'Battalion|Board|Brigades?|Broadcaster|Broadcasting|Brotherhood|Bureau|Bureaux|Cabinet|Cartel|Cent(?:er|re)|Chamber',
  'Church|Club|Coalition|College|Command|Commission|Committee|Commonwealth|Community|Company|Confederation|Conference',
  'Congress|Consortium|Cooperative|Corp|Corps|Corporation|Council|Courts?|Delegation|Department|Diocese|Division',
  'Embassy|Enterprises?|Exchange|Facility|Federation|Forces?|Forum|Foundation|Front|Fund|Government|Groups?',
  'Guards?|Holdings?|Hospital|Inc|Industry|Institute|Institution|Institutions|Intelligence|International|Investments?',
  'Junta|Laboratory|League|Legislature|Ltd|Marines|Media|Militia|Minist(?:ry|ery|ries)|Mission|Movement|Museum|Navy',
  'Network|News|Newspaper|Offices?|Opposition|Organi[sz]ations?|Parliament|Part(?:y|ies)|Police|Post|Press|Radio',
  'Rangers|Secretariat|Senate|Services?|Society|Squad|State Department|Summit|Syndicate|Television|Times|Treasury',
  'Tribunal|Troops?|TV|Unions?|University|Wing|Works',
].join('|');

const BODY_LAST = new RegExp(`(?:^|[\\s/-])(?:${BODY})$`);
const BODY_OF = new RegExp(`(?:^|[\\s/])(?:${BODY}) (?:of|for|on|in|against)\\s`);

/** Bodies, groups and regions whose names contain no such word. */
const OTHER_BODIES: ReadonlySet<string> = new Set(
  `
Abu Sayyaf; Africa; Al Jazeera; Al Qaeda; Al Qaeda in the Arabian Peninsula; Al-Shabaab; Armed Band; Armed Gang;
Army National Guard; Asia; Balkans; Bharatiya Janata; Boko Haram; Business; Cabinet / Council of Ministers / Advisors;
Caribbean; Central America; Central Asia; Chama Cha Uzalendo; Companies; Company - Owner or Operator;
Domestic Affairs; Drug Gang; East Asia; Eastern Europe; Education; ETA; Europe; Fatah; FARC; Foreign Affairs; Gazprom;
Government Affiliated Bank; Government Religious; Hamas; Hezbollah; Hezbul Mujahedeen; House of Commons;
House of Councillors; House of Lords; House of Representatives; Houthis; Inter Service Intelligence; International;
Islamic State of Iraq and the Levant; Jabhat al-Nusra; Jaish-e-Mohammad; Joint Chiefs of Staff; Knesset;
La Francophonie; Lashkar-e-Taiba; Latin America; Likud; Local Media; Lok Sabha; Main Opposition; Middle East; Military;
NATO; Naval; North Africa; North America; Organized Crime; Persian Gulf; Public Sector; Rajya Sabha; Religion;
RENAMO; Royal Administration; Ruling Parties; Shiv Sena; South America; South Asia; Southeast Asia; State Duma;
State Media; Taliban; Transport; UN Security Council; UNESCO; UNICEF; Unidentified State Actor; United Nations;
United States Department of Defense; Verkhovna Rada; West Africa; Western Europe
`
    .split(';')
    .map((name) => name.trim()),
);

import { beforeAll, describe, expect, test } from '@jest/globals';
import { formatFaults } from '../../src/seeding/formatFaults.ts';
import { changed, compileTexts, goodTexts, type Change, type SeedTexts } from './seedFolder.ts';

const STATES = 'entities/states.yaml';
const OTHERS = 'entities/others.yaml';
const SOURCES = 'sources.yaml';
const ACTS = 'events/acts.yaml';
const PLANS = 'events/plans.yaml';
const LEDGER = 'ledger.yaml';

/** A change to the good files, and all faults that it makes: no more and no fewer. */
interface Row extends Change {
  readonly sentence: string;
  readonly faults: readonly string[];
}

const FORM: readonly Row[] = [
  {
    sentence: 'a text with a colon outside quotes',
    file: ACTS,
    from: 'summary: Ruritania bans the',
    to: 'summary: Ruritania: bans the',
    faults: [
      'events/acts.yaml:4:12  this is not the YAML of a seed file: nested mappings are not allowed in compact mappings — Put a text that holds a colon and a space in quotes.',
    ],
  },
  {
    sentence: 'two faults of YAML in one file',
    file: ACTS,
    from: 'summary: Ruritania bans the River Front.',
    to: 'summary: Ruritania: bans the River Front.\n  post: @court',
    faults: [
      'events/acts.yaml:4:12  this is not the YAML of a seed file: nested mappings are not allowed in compact mappings — Put a text that holds a colon and a space in quotes.',
      'events/acts.yaml:5:9  this is not the YAML of a seed file: plain value cannot start with reserved character @ — Put the text in quotes.',
    ],
  },
  {
    sentence: 'a quote that is not closed',
    file: LEDGER,
    from: 'the weather',
    to: '"the weather',
    faults: [
      'ledger.yaml:9:1  this is not the YAML of a seed file: missing closing "quote — Close the quote or bracket.',
    ],
  },
  {
    sentence: 'a key given twice',
    file: OTHERS,
    from: '  group: true',
    to: '  name: Other Front',
    faults: [
      'entities/others.yaml:6:3  this is not the YAML of a seed file: map keys must be unique — Keep one of the two.',
    ],
  },
  {
    sentence: 'numbers that would come back as others, and a control character',
    file: ACTS,
    from: 'summary: Ruritania bans the River Front.',
    to: 'summary: "Ruritania bans\\a the River Front."\n  figures: [{what: a, value: 9007199254740993}, {what: b, value: -0}]',
    faults: [
      'events/acts.yaml:4:12  `summary` has a control character (U+0007) at character 15 — Correct the character, or take it out.',
      'events/acts.yaml:5:30  `value` is 9007199254740993, which would come back as 9007199254740992 — Write a number such as 145, with at most 15 digits.',
      'events/acts.yaml:5:66  `value` is -0, which comes back as 0 — Write 0.',
    ],
  },
  {
    sentence: 'an indentation by tab',
    file: LEDGER,
    from: '    2: [',
    to: '\t2: [',
    faults: [
      'ledger.yaml:7:2  this is not the YAML of a seed file: unexpected scalar at node end — Indent with spaces.',
    ],
  },
  {
    sentence: 'a YAML alias',
    file: OTHERS,
    from: 'name: Anna Veld',
    to: 'name: *anna',
    faults: [
      'entities/others.yaml:10:9  this refers to another place of the file by a YAML alias — Write it out; if it is a text that starts with an asterisk, put it in quotes.',
    ],
  },
  {
    sentence: 'a YAML tag',
    file: OTHERS,
    from: 'name: Anna Veld',
    to: 'name: !!int Anna Veld',
    faults: [
      'entities/others.yaml:10:9  this is not the YAML of a seed file: unresolved tag: tag:yaml.org,2002:int — Leave out the tag that starts with an exclamation mark.',
    ],
  },
  {
    sentence: 'a file that is no list',
    file: SOURCES,
    from: '- id: morning-post\n',
    to: 'sources:\n- id: morning-post\n',
    faults: [
      'sources.yaml:2:1  the file must be a list, but is a mapping — Write a list: `[one, another]`, or one item to a line, each after a hyphen.',
    ],
  },
  {
    sentence: 'an item that is no mapping',
    file: PLANS,
    from: '- id: veld-h',
    to: '- veld\n- id: veld-h',
    faults: [
      'events/plans.yaml:15:3  the event must be a mapping, but is "veld" — Write `field: value`, one to a line.',
    ],
  },
  {
    sentence: 'a misspelled field',
    file: ACTS,
    from: 'summary: Ruritania',
    to: 'sumary: Ruritania',
    faults: ['events/acts.yaml:4:3  `sumary` is no field of an event — Did you mean `summary`?'],
  },
  {
    sentence: 'a misspelled optional field',
    file: PLANS,
    from: 'intends:',
    to: 'intend:',
    faults: ['events/plans.yaml:8:3  `intend` is no field of an event — Did you mean `intends`?'],
  },
  {
    sentence: 'a field unlike any other',
    file: OTHERS,
    from: '  group: true',
    to: '  colour: red',
    faults: [
      'entities/others.yaml:6:3  `colour` is no field of an entity — Known are id, kind, name, aliases, description, group, partOf, existed, identifiers.',
    ],
  },
  {
    sentence: 'a field that is missing',
    file: OTHERS,
    from: '  kind: ACTOR\n',
    to: '',
    faults: [
      'entities/others.yaml:8:3  the entity has no `kind` — Add `kind`: the kind of entity: a country, an organization or an actor.',
    ],
  },
  {
    sentence: 'an empty field',
    file: OTHERS,
    from: 'name: Anna Veld',
    to: 'name:',
    faults: [
      'entities/others.yaml:10:8  `name` is empty — Give it a value, or leave it out where it is optional.',
    ],
  },
  {
    sentence: 'a field set to null',
    file: OTHERS,
    from: 'An armed movement.',
    to: 'null',
    faults: [
      'entities/others.yaml:5:16  `description` is empty — Give it a value, or leave it out where it is optional.',
    ],
  },
  {
    sentence: 'a kind that does not exist',
    file: OTHERS,
    from: 'kind: ACTOR',
    to: 'kind: PERSON',
    faults: [
      'entities/others.yaml:9:9  `kind` is "PERSON", which is not an allowed value — Write one of COUNTRY, ORGANIZATION, ACTOR.',
    ],
  },
  {
    sentence: 'a misspelled event type',
    file: ACTS,
    from: 'DESIGNATED',
    to: 'DESINGATED',
    faults: [
      'events/acts.yaml:3:9  `type` is "DESINGATED", which is not an allowed value — Did you mean `DESIGNATED`?',
    ],
  },
  {
    sentence: 'a role that does not exist',
    file: ACTS,
    from: '    PARTY:',
    to: '    PARTIES:',
    faults: [
      'events/acts.yaml:24:5  `PARTIES` is no role — Known are AGENT, TARGET, PARTY, HOST, FORMAT, LIST, OFFICE, ABOUT.',
    ],
  },
  {
    sentence: 'a truth that is neither true nor false',
    file: OTHERS,
    from: 'group: true',
    to: 'group: yes',
    faults: [
      'entities/others.yaml:6:10  `group` must be true or false, but is "yes" — Write `true` or `false`.',
    ],
  },
  {
    sentence: 'a paragraph that is no number',
    file: ACTS,
    from: 'paragraph: 1',
    to: 'paragraph: first',
    faults: [
      'events/acts.yaml:14:18  `paragraph` must be a whole number, but is "first" — Write a whole number, such as 4.',
    ],
  },
  {
    sentence: 'a paragraph below 1',
    file: ACTS,
    from: 'paragraph: 1',
    to: 'paragraph: 0',
    faults: ['events/acts.yaml:14:18  `paragraph` is 0 — Count from 1.'],
  },
  {
    sentence: 'a figure that is no number',
    file: ACTS,
    from: 'value: 12',
    to: 'value: a dozen',
    faults: [
      'events/acts.yaml:26:39  `value` must be a number, but is "a dozen" — Write a number, such as 145.',
    ],
  },
  {
    sentence: 'a text where a list is due',
    file: STATES,
    from: '[Kingdom of Ruritania]',
    to: 'Kingdom',
    faults: [
      'entities/states.yaml:5:12  `aliases` must be a list, but is "Kingdom" — Write a list: `[one, another]`, or one item to a line, each after a hyphen.',
    ],
  },
  {
    sentence: 'a list that repeats itself',
    file: ACTS,
    from: '[Streslau]',
    to: '[Streslau, Streslau]',
    faults: ['events/acts.yaml:25:22  `places` names `Streslau` twice — Keep one of the two.'],
  },
  {
    sentence: 'an address that is none',
    file: SOURCES,
    from: 'https://gazette',
    to: 'gazette',
    faults: [
      'sources.yaml:13:8  `url` is "gazette.example/12", which is not in the expected form — An address starts with https:// or http:// and has no spaces.',
    ],
  },
  {
    sentence: 'a day that is not in the calendar',
    file: SOURCES,
    from: '2001-01-01',
    to: '2001-02-29',
    faults: [
      'sources.yaml:15:9  `read` is "2001-02-29", which is no day of the calendar — Write a day as 2025-07-03.',
    ],
  },
  {
    sentence: 'a date with a bracket outside quotes',
    file: PLANS,
    from: "'[1999-05-01..1999-06-10]'",
    to: '[1999-05-01..1999-06-10]',
    faults: [
      "events/plans.yaml:14:13  `date` must be a date, but is a list — Put it in quotes: '[2023-10..2023-12]'.",
    ],
  },
  {
    sentence: 'an event without the field reports',
    file: PLANS,
    from: '  reports:\n    - source: morning-post\n      paragraph: 2\n      date: 1999-05\n',
    to: '',
    faults: [
      'events/plans.yaml:15:3  the event has no report — Add under `reports` which source says it, where, and with which date.',
    ],
  },
  {
    sentence: 'an event with an empty list of reports',
    file: PLANS,
    from: 'reports:\n    - source: morning-post\n      paragraph: 2\n      date: 1999-05\n',
    to: 'reports: []\n',
    faults: [
      'events/plans.yaml:22:12  the event has no report — Add under `reports` which source says it, where, and with which date.',
    ],
  },
  {
    sentence: 'a report without a place in its source',
    file: ACTS,
    from: '      locator: decree 12\n',
    to: '',
    faults: ['events/acts.yaml:10:7  the report has neither `paragraph` nor `locator` — Add one of them.'],
  },
  {
    sentence: 'a report with two kinds of places',
    file: ACTS,
    from: 'locator: decree 12',
    to: 'locator: decree 12\n      paragraph: 1',
    faults: ['events/acts.yaml:10:7  the report has both `paragraph` and `locator` — Keep one of them.'],
  },
  {
    sentence: 'a paragraph given as a locator',
    file: ACTS,
    from: 'paragraph: 1',
    to: 'locator: p1',
    faults: [
      'events/acts.yaml:14:16  `locator` is "p1", which is not in the expected form — A paragraph is given by its number: `paragraph: 4`.',
    ],
  },
  {
    sentence: 'a ledger line that is no number',
    file: LEDGER,
    from: '    3: {',
    to: '    third: {',
    faults: [
      'ledger.yaml:8:5  `third` is no number of a paragraph — Number the lines as the paragraphs, from 1.',
    ],
  },
  {
    sentence: 'a ledger line of nothing without a reason',
    file: LEDGER,
    from: 'nothing: the weather',
    to: "nothing: ''",
    faults: ['ledger.yaml:8:19  `nothing` is empty — Give it a value, or leave it out where it is optional.'],
  },
];

const IDS_AND_REFERENCES: readonly Row[] = [
  {
    sentence: 'an entity id given twice',
    file: STATES,
    from: '- id: ruritanian-court',
    to: '- id: anna-veld\n  kind: COUNTRY\n  name: Veld\n- id: ruritanian-court',
    faults: [
      'entities/states.yaml:7:7  the id `anna-veld` is also that of the entity at entities/others.yaml:8 — Give one of the two another id, or make them one.',
    ],
  },
  {
    sentence: 'a source id given twice',
    file: SOURCES,
    from: '- id: court-gazette',
    to: '- id: court-gazette\n  role: CONTEXT\n  title: Decree 13\n  publisher: Court Gazette\n  read: 2001-01-01\n- id: court-gazette',
    faults: [
      'sources.yaml:14:7  the id `court-gazette` is also that of the source at sources.yaml:9 — Give one of the two another id, or make them one.',
    ],
  },
  {
    sentence: 'an event id given twice',
    file: PLANS,
    from: 'id: veld-holds-post',
    to: 'id: veld-met-front',
    faults: [
      'events/plans.yaml:15:7  the id `veld-met-front` is also that of the event at events/acts.yaml:20 — Give one of the two another id, or make them one.',
      'ledger.yaml:7:46  there is no event `veld-holds-post` — Name one that exists, or add the event.',
    ],
  },
  {
    sentence: 'an id that is no slug, once and not again wherever it is meant',
    file: OTHERS,
    from: 'id: anna-veld',
    to: 'id: Anna_Veld',
    faults: [
      'entities/others.yaml:8:7  `id` is "Anna_Veld", which is not in the expected form — An id is a slug: small letters a to z, digits, and single hyphens between them.',
    ],
  },
  {
    sentence: 'an identifier of two entities',
    file: OTHERS,
    from: 'wikidata: Q2',
    to: 'wikidata: Q1',
    faults: [
      'entities/states.yaml:6:28  `river-front` at entities/others.yaml:2 has the same wikidata identifier, Q1 — Correct one of the two.',
    ],
  },
  {
    sentence: 'an unknown entity that something is a part of',
    file: STATES,
    from: 'partOf: ruritania',
    to: 'partOf: ruritanai',
    faults: [
      'entities/states.yaml:10:11  there is no entity `ruritanai` — Did you mean `ruritania`? Name one that exists, or add the entity.',
    ],
  },
  {
    sentence: 'an unknown participant',
    file: PLANS,
    from: 'AGENT: [anna-veld]',
    to: 'AGENT: [ana-veld]',
    faults: [
      'events/plans.yaml:19:13  there is no entity `ana-veld` — Did you mean `anna-veld`? Name one that exists, or add the entity.',
    ],
  },
  {
    sentence: 'an unknown participant of a report',
    file: ACTS,
    from: 'entity: ruritanian-court',
    to: 'entity: senate',
    faults: [
      'events/acts.yaml:18:27  there is no entity `senate` — Name one that exists, or add the entity.',
    ],
  },
  {
    sentence: 'an unknown entity that is acted for',
    file: ACTS,
    from: 'anna-veld, onBehalfOf: ruritania',
    to: 'anna-veld, onBehalfOf: graustark',
    faults: [
      'events/acts.yaml:24:59  there is no entity `graustark` — Name one that exists, or add the entity.',
    ],
  },
  {
    sentence: 'an unknown entity that is quoted',
    file: ACTS,
    from: 'attributedTo: ruritanian-court',
    to: 'attributedTo: a-herald',
    faults: [
      'events/acts.yaml:31:21  there is no entity `a-herald` — Name one that exists, or add the entity.',
    ],
  },
  {
    sentence: 'an unknown source',
    file: ACTS,
    from: 'source: court-gazette',
    to: 'source: court-gazete',
    faults: [
      'events/acts.yaml:10:15  there is no source `court-gazete` — Did you mean `court-gazette`? Name one that exists, or add the source.',
    ],
  },
  {
    sentence: 'an unknown source, once and not again in the ledger',
    file: ACTS,
    from: 'source: morning-post\n      paragraph: 1',
    to: 'source: morning-pots\n      paragraph: 1',
    faults: [
      'events/acts.yaml:13:15  there is no source `morning-pots` — Did you mean `morning-post`? Name one that exists, or add the source.',
    ],
  },
  {
    sentence: 'an unknown event that something is a part of',
    file: PLANS,
    from: 'partOf: [veld-met-front]',
    to: 'partOf: [veld-meets-front]',
    faults: [
      'events/plans.yaml:9:12  there is no event `veld-meets-front` — Did you mean `veld-met-front`? Name one that exists, or add the event.',
    ],
  },
  {
    sentence: 'an unknown event that something follows',
    file: PLANS,
    from: 'follows: [front-designated]',
    to: 'follows: [a-storm]',
    faults: [
      'events/plans.yaml:10:13  there is no event `a-storm` — Name one that exists, or add the event.',
    ],
  },
];

const TYPES: readonly Row[] = [
  {
    sentence: 'a role that the type has not',
    file: ACTS,
    from: '    TARGET: [river-front]\n  topics',
    to: '    TARGET: [river-front]\n    HOST: [ruritania]\n  topics',
    faults: ['events/acts.yaml:8:5  DESIGNATED has no role HOST — It takes AGENT, TARGET, LIST.'],
  },
  {
    sentence: 'a role of another type instead of its own',
    file: PLANS,
    from: 'AGENT: [anna-veld]',
    to: 'HOST: [anna-veld]',
    faults: ['events/plans.yaml:19:5  HOLDS_POST has no role HOST — It takes AGENT, TARGET.'],
  },
  {
    sentence: 'a kind that the role does not allow',
    file: PLANS,
    from: 'AGENT: [anna-veld]',
    to: 'AGENT: [river-front]',
    faults: [
      'events/plans.yaml:19:13  `river-front` is of kind ORGANIZATION, but the AGENT of HOLDS_POST must be ACTOR — Name another, or correct its kind at entities/others.yaml:2.',
    ],
  },
  {
    sentence: 'too few in a role',
    file: ACTS,
    from: 'PARTY: [river-front, { entity: anna-veld, onBehalfOf: ruritania }]',
    to: 'PARTY: [river-front]',
    faults: [
      'events/acts.yaml:24:5  MET needs 2 or more in the role PARTY, but has 1 — Add whom the source names as PARTY, or choose another type.',
    ],
  },
  {
    sentence: 'nobody in a role',
    file: PLANS,
    from: '    AGENT: [anna-veld]\n',
    to: '',
    faults: [
      'events/plans.yaml:18:3  HOLDS_POST needs 1 or more in the role AGENT, but has 0 — Add whom the source names as AGENT, or choose another type.',
    ],
  },
  {
    sentence: 'too few in a report',
    file: ACTS,
    from: '        TARGET: [river-front]\n',
    to: '',
    faults: [
      'events/acts.yaml:17:7  DESIGNATED needs 1 or more in the role TARGET, but has 0 — Add whom the source names as TARGET, or choose another type.',
    ],
  },
  {
    sentence: 'a participant named twice',
    file: PLANS,
    from: 'TARGET: [ruritania]',
    to: 'TARGET: [ruritania, ruritania]',
    faults: ['events/plans.yaml:20:25  `ruritania` is TARGET twice — Keep one of the two.'],
  },
  {
    sentence: 'an announcement of nothing',
    file: PLANS,
    from: '  intends: DELISTED\n',
    to: '',
    faults: [
      'events/plans.yaml:3:9  ANNOUNCED_INTENTION tells of an act to come, but the event has no `intends` — Add `intends`: the type of the act to come.',
    ],
  },
  {
    sentence: 'an intention of what announces nothing',
    file: ACTS,
    from: '  topics: [security]',
    to: '  intends: DELISTED',
    faults: [
      'events/acts.yaml:8:3  DESIGNATED announces nothing, so it cannot have `intends` — Leave it out, or make the type ANNOUNCED_INTENTION or LEGISLATED.',
    ],
  },
  {
    sentence: 'a post of what is about none',
    file: ACTS,
    from: '  topics: [security]',
    to: '  post: Chancellor',
    faults: [
      'events/acts.yaml:8:3  DESIGNATED is not about a post, so it cannot have `post` — Leave it out, or make the type SUCCEEDED, RESIGNED or HOLDS_POST.',
    ],
  },
];

const DATES: readonly Row[] = [
  {
    sentence: 'a date that is not EDTF',
    file: ACTS,
    from: 'date: 1999-05~',
    to: 'date: May 1999',
    faults: ['events/acts.yaml:30:13  "May 1999" is not an EDTF date — Write a day as'],
  },
  {
    sentence: 'a source whose date is not EDTF',
    file: SOURCES,
    from: '1998-01-12',
    to: '1998-13',
    faults: ['sources.yaml:14:14  "1998-13" has the month 13 — Months are 01 to 12'],
  },
  {
    sentence: 'a source published after it was read',
    file: SOURCES,
    from: '1998-01-12',
    to: '2001-01-02',
    faults: [
      'sources.yaml:14:14  it was published (2001-01-02) after the day it was read (2001-01-01) — Correct one of the two days.',
    ],
  },
  {
    sentence: 'a source retracted before it was published',
    file: SOURCES,
    from: 'read: 2001-01-01',
    to: 'read: 2001-01-01\n  retracted: 1998-01-11',
    faults: [
      'sources.yaml:16:14  it was retracted (1998-01-11) before it was published (1998-01-12) — Correct one of the two days.',
    ],
  },
  {
    sentence: 'a derived date without its basis',
    file: SOURCES,
    from: '  basis: it looks back on May and was read on 10 June\n',
    to: '',
    faults: [
      'sources.yaml:6:14  `published` is a date that the source does not state itself, but it has no `basis` — Add `basis`: how the date was found.',
    ],
  },
];

const LINKS_AND_LEDGER: readonly Row[] = [
  {
    sentence: 'two reports of one place',
    file: ACTS,
    from: 'locator: decree 12\n      date: 1998-01-12',
    to: 'locator: decree 12\n      date: 1998-01-12\n    - source: court-gazette\n      locator: decree 12\n      date: 1998',
    faults: [
      'events/acts.yaml:13:7  the event has a report of `court-gazette`, decree 12, already at events/acts.yaml:10 — Make the two reports one, or correct where one of them stands.',
    ],
  },
  {
    sentence: 'an entity that is a part of itself',
    file: STATES,
    from: 'name: Ruritania\n',
    to: 'name: Ruritania\n  partOf: ruritanian-court\n',
    faults: [
      'entities/states.yaml:5:11  `ruritania` is a part of `ruritanian-court` is a part of `ruritania` — Take one of the links out.',
    ],
  },
  {
    sentence: 'events that follow each other',
    file: ACTS,
    from: '  topics:',
    to: '  follows: [delisting-announced]\n  topics:',
    faults: [
      'events/acts.yaml:8:12  `front-designated` follows `delisting-announced` follows `front-designated` — Take one of the links out.',
    ],
  },
  {
    sentence: 'an event that is a part of itself',
    file: PLANS,
    from: 'partOf: [veld-met-front]',
    to: 'partOf: [delisting-announced]',
    faults: [
      'events/plans.yaml:9:11  `delisting-announced` is a part of `delisting-announced` — Take one of the links out.',
    ],
  },
  {
    sentence: 'a text without a ledger',
    file: SOURCES,
    from: 'role: CONTEXT',
    to: 'role: TEXT',
    faults: [
      'sources.yaml:9:7  the ledger has no entry for the text `court-gazette` — Add one to ledger.yaml, with a line for each paragraph.',
    ],
  },
  {
    sentence: 'a ledger of the public record',
    file: LEDGER,
    from: '    3: { nothing: the weather }\n',
    to: '    3: { nothing: the weather }\n- source: court-gazette\n  text: decree\n  paragraphs: 1\n  lines: { 1: { nothing: the seal } }\n',
    faults: [
      'ledger.yaml:9:11  `court-gazette` is no text of the corpus: its role is CONTEXT — Take the entry out, or correct the role at sources.yaml:9.',
    ],
  },
  {
    sentence: 'two ledgers of one text',
    file: LEDGER,
    from: '    3: { nothing: the weather }\n',
    to: '    3: { nothing: the weather }\n- source: morning-post\n  text: decree\n  paragraphs: 1\n  lines: { 1: { nothing: the seal } }\n',
    faults: [
      'ledger.yaml:9:11  the ledger has an entry for `morning-post` already at ledger.yaml:2 — Make the two one.',
    ],
  },
  {
    sentence: 'a ledger of an unknown source',
    file: LEDGER,
    from: 'source: morning-post',
    to: 'source: evening-post',
    faults: [
      'ledger.yaml:2:11  there is no source `evening-post` — Did you mean `morning-post`? Name one that exists, or add the source.',
    ],
  },
  {
    sentence: 'a paragraph that no line covers',
    file: LEDGER,
    from: '    3: { nothing: the weather }\n',
    to: '',
    faults: [
      'ledger.yaml:7:5  no line covers paragraph 3 — Add a line: the events cited from it, or `{ nothing: why }`.',
    ],
  },
  {
    sentence: 'several paragraphs that no line covers, though a report cites one',
    file: LEDGER,
    from: '    1: [front-designated]\n    2: [veld-met-front, delisting-announced, veld-holds-post]\n',
    to: '',
    faults: [
      'ledger.yaml:5:3  no line covers paragraphs 1 to 2 — Add lines: the events cited from it (front-designated, veld-met-front, delisting-announced, veld-holds-post), or `{ nothing: why }`.',
    ],
  },
  {
    sentence: 'a line beyond the text',
    file: LEDGER,
    from: 'paragraphs: 3',
    to: 'paragraphs: 2',
    faults: ['ledger.yaml:8:5  the text has only 2 paragraphs — Take the line out, or correct `paragraphs`.'],
  },
  {
    sentence: 'a line that names an unknown event',
    file: LEDGER,
    from: '1: [front-designated]',
    to: '1: [front-designated, front-desgnated]',
    faults: [
      'ledger.yaml:6:27  there is no event `front-desgnated` — Did you mean `front-designated`? Name one that exists, or add the event.',
    ],
  },
  {
    sentence: 'a line that names what no report cites from there',
    file: LEDGER,
    from: '1: [front-designated]',
    to: '1: [front-designated, veld-met-front]',
    faults: [
      'ledger.yaml:6:27  no report of `veld-met-front` cites paragraph 1 of `morning-post` — Add the report to the event at events/acts.yaml:20, or take it off the line.',
    ],
  },
  {
    sentence: 'a line that leaves out what a report cites',
    file: LEDGER,
    from: 'veld-met-front, ',
    to: '',
    faults: [
      "events/acts.yaml:29:18  the ledger's line for paragraph 2 (ledger.yaml:7) does not name `veld-met-front` — Add `veld-met-front` to it, or correct the paragraph.",
    ],
  },
  {
    sentence: 'a line that denies what a report cites',
    file: LEDGER,
    from: '[front-designated]',
    to: '{ nothing: a headline }',
    faults: [
      "events/acts.yaml:14:18  the ledger's line for paragraph 1 (ledger.yaml:6) says `nothing` — Add `front-designated` to it, or correct the paragraph.",
    ],
  },
  {
    sentence: 'a report of a paragraph beyond the text',
    file: ACTS,
    from: 'paragraph: 1',
    to: 'paragraph: 7',
    faults: [
      'events/acts.yaml:14:18  `morning-post` has only 3 paragraphs, by its ledger at ledger.yaml:2 — Correct the number of the paragraph.',
      'ledger.yaml:6:9  no report of `front-designated` cites paragraph 1 of `morning-post` — Add the report to the event at events/acts.yaml:2, or take it off the line.',
    ],
  },
];

let good: SeedTexts;
beforeAll(async () => {
  good = await goodTexts();
});

async function listOf(texts: SeedTexts): Promise<string[]> {
  return formatFaults((await compileTexts(texts)).faults ?? []).split('\n');
}

describe.each([
  ['The form of a file', FORM],
  ['Ids and references', IDS_AND_REFERENCES],
  ['What a type takes', TYPES],
  ['Dates', DATES],
  ['Links and the ledger', LINKS_AND_LEDGER],
])('%s', (_, rows) => {
  test.each(rows)('names $sentence', async ({ faults, ...change }) => {
    const lines = (await listOf(changed(good, change))).slice(0, -2);
    expect(lines.map((line, index) => line.slice(0, faults[index]?.length))).toEqual(faults);
  });
});

describe('The list of faults', () => {
  test('holds those of all files, in the order of files and lines, and counts them', async () => {
    const bad = changed(
      good,
      { file: SOURCES, from: 'read: 2001-01-01', to: 'read: January' },
      { file: PLANS, from: 'AGENT: [anna-veld]', to: 'AGENT: [river-front]' },
      { file: PLANS, from: 'intends: DELISTED', to: 'intends: DELISTING' },
      { file: STATES, from: 'partOf: ruritania', to: 'partOf: graustark' },
      { file: LEDGER, from: '    3: {', to: '    4: {' },
    );
    const lines = await listOf(bad);
    expect(lines.map((line) => line.split('  ')[0])).toEqual([
      'entities/states.yaml:10:11',
      'events/plans.yaml:8:12',
      'events/plans.yaml:19:13',
      'ledger.yaml:7:5',
      'ledger.yaml:8:5',
      'sources.yaml:15:9',
      '',
      '6 faults in 4 files.',
    ]);
  });

  test('names what else is wrong with an item of which one field has not the form it should', async () => {
    const bad = changed(
      good,
      { file: PLANS, from: 'post: Chancellor', to: 'pots: Chancellor' },
      { file: PLANS, from: 'AGENT: [anna-veld]', to: 'AGENT: [river-front]' },
    );
    expect((await listOf(bad)).slice(0, -2).map((line) => line.split('  ')[0])).toEqual([
      'events/plans.yaml:19:13',
      'events/plans.yaml:21:3',
    ]);
  });

  test('calls nothing unknown that a file which cannot be read may hold', async () => {
    const bad = changed(good, { file: OTHERS, from: 'name: River Front', to: 'name: River: Front' });
    expect((await listOf(bad)).slice(0, -2)).toHaveLength(1);
  });

  test('names YAML files where no seeds are read from, and files that are missing', async () => {
    const moved = new Map(good);
    moved.delete(LEDGER);
    moved.set('events/old/ledger.yml', good.get(LEDGER)!);
    expect(await listOf(moved)).toEqual([
      'events/old/ledger.yml:1:1  no seeds are read from a file of this name and place — ' +
        'Move or rename it; seeds are entities/*.yaml, sources.yaml, events/*.yaml, ledger.yaml.',
      'ledger.yaml:1:1  there is no such file — Add it, or name the folder that holds the seeds.',
      '',
      '2 faults in 2 files.',
    ]);
  });

  test('says of good files that there are none', async () => {
    expect(await listOf(good)).toEqual(['No faults.']);
  });
});

import { acyclicEvents, organsAreNoPartOfThemselves, sourcesAreNotBasedOnThemselves } from './cycles.ts';
import {
  datesCanBeRead,
  derivedDatesHaveABasis,
  nothingAffirmedAfterPublication,
  nothingAffirmedDaysAfterPublication,
  participantsExisted,
  publishedBeforeRead,
} from './dates.ts';
import { partsWithinWholes, sequelsBeginAfterwards } from './eventLinks.ts';
import { announcementsIntend, onlyAnnouncementsIntend, postsOfOfficeHolders } from './fieldsOfTypes.ts';
import { uniqueIdentifiers, uniqueIds } from './ids.ts';
import {
  enoughParticipants,
  nobodyActsOnItself,
  participantsAreNamedOnce,
  rolesOfTheType,
} from './participants.ts';
import { knownEntities, knownEvents, knownSources } from './references.ts';
import { oneReportPerPlace } from './reports.ts';
import type { RecordRule } from './rule.ts';

/** First what a record is, then what it refers to, then what records say together: at one place the simplest fault comes first. */
export const RECORD_RULES: readonly RecordRule[] = [
  uniqueIds,
  uniqueIdentifiers,
  knownEntities,
  knownSources,
  knownEvents,
  rolesOfTheType,
  enoughParticipants,
  participantsAreNamedOnce,
  nobodyActsOnItself,
  announcementsIntend,
  onlyAnnouncementsIntend,
  postsOfOfficeHolders,
  datesCanBeRead,
  publishedBeforeRead,
  derivedDatesHaveABasis,
  nothingAffirmedAfterPublication,
  participantsExisted,
  oneReportPerPlace,
  organsAreNoPartOfThemselves,
  sourcesAreNotBasedOnThemselves,
  acyclicEvents,
  partsWithinWholes,
  sequelsBeginAfterwards,
];

/** What registers and programs say is kept as they say it, also where a person would know more or better. */
const NOT_OF_DATA: readonly RecordRule[] = [
  // Two datasets may share a key.
  uniqueIdentifiers,
  // A code may tell of an intention without what it is.
  announcementsIntend,
  // A code may stand for a country that is no more.
  participantsExisted,
];

/** The rules for records that registers and programs made. */
export const DATA_RULES = RECORD_RULES.filter((rule) => !NOT_OF_DATA.includes(rule)).map((rule) =>
  rule === nothingAffirmedAfterPublication ? nothingAffirmedDaysAfterPublication : rule,
);

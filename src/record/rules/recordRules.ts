import { acyclicEvents, organsAreNoPartOfThemselves, sourcesAreNotBasedOnThemselves } from './cycles.ts';
import {
  datesCanBeRead,
  derivedDatesHaveABasis,
  nothingAffirmedAfterPublication,
  participantsExisted,
  publishedBeforeRead,
} from './dates.ts';
import { partsWithinWholes, sequelsBeginAfterwards } from './eventLinks.ts';
import { intentionsOfAnnouncements, postsOfOfficeHolders } from './fieldsOfTypes.ts';
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
  intentionsOfAnnouncements,
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

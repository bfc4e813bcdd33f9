import type { Corpus } from './corpus.ts';
import type { SeedFault } from './fault.ts';
import { acyclicEvents, organsAreNoPartOfThemselves } from './rules/cycles.ts';
import { datesCanBeRead, derivedDatesHaveABasis, publishedBeforeRead } from './rules/dates.ts';
import { intentionsOfAnnouncements, postsOfOfficeHolders } from './rules/fieldsOfTypes.ts';
import { uniqueIdentifiers, uniqueIds } from './rules/ids.ts';
import {
  everyParagraphHasALine,
  everyTextHasOneLedger,
  linesCiteReports,
  reportsAreInTheLedger,
} from './rules/ledger.ts';
import { enoughParticipants, participantsAreNamedOnce, rolesOfTheType } from './rules/participants.ts';
import { knownEntities, knownEvents, knownSources } from './rules/references.ts';
import { oneReportPerPlace } from './rules/reports.ts';

/** What the seed files must fulfil together. A rule reads only fields that have the form they should. */
export type SeedRule = (corpus: Corpus) => Iterable<SeedFault>;

/** From what an item is, to what it refers to, to what they say together: at one place the simplest fault comes first. */
export const SEED_RULES: readonly SeedRule[] = [
  uniqueIds,
  uniqueIdentifiers,
  knownEntities,
  knownSources,
  knownEvents,
  rolesOfTheType,
  enoughParticipants,
  participantsAreNamedOnce,
  intentionsOfAnnouncements,
  postsOfOfficeHolders,
  datesCanBeRead,
  publishedBeforeRead,
  derivedDatesHaveABasis,
  oneReportPerPlace,
  organsAreNoPartOfThemselves,
  acyclicEvents,
  everyTextHasOneLedger,
  everyParagraphHasALine,
  linesCiteReports,
  reportsAreInTheLedger,
];

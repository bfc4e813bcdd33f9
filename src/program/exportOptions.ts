import { type Command, InvalidArgumentError, Option } from 'commander';
import { CODINGS } from '../ontology/codings.ts';
import { KIND_NAMES } from '../ontology/kinds.ts';
import { EVENT_TYPE_NAMES } from '../ontology/lookups.ts';
import { STANCES } from '../ontology/stances.ts';
import type { EventCriteria } from '../queries/parts/eventCriteria.ts';
import { DISAGREEMENT_SUBJECTS } from '../reasoning/disagreements.ts';
import type { ExportOptions } from '../exporting/exporter.ts';
import { suggest } from '../record/nearest.ts';
import { FIRST_DAY, isDay, LAST_DAY } from '../time/day.ts';
import type { Period } from '../time/period.ts';
import { wholeNumber } from './wholeNumber.ts';

/** The filters of the command, which are those of `events` in GraphQL, and how to write what they match. */
export interface FilterOptions
  extends Omit<EventCriteria, 'allParticipants' | 'anyParticipants' | 'differs'>, ExportOptions {
  readonly disagreements?: EventCriteria['differs'];
  readonly withAll?: readonly string[];
  readonly withAny?: readonly string[];
}

/** Adds the filters to a command. Lists are separated by commas. */
export function addFilterOptions(command: Command): Command {
  return command
    .option('--types <types>', 'only events of these types: MET,URGED', namesOf(EVENT_TYPE_NAMES))
    .option('--from <ids>', 'only events done by one of these entities', list)
    .option('--to <ids>', 'only events done toward one of these entities', list)
    .option('--between <ids>', 'only events between two of these entities, whichever acts', listOfTwo)
    .option('--with-all <ids>', 'only events in which all of these entities take part', list)
    .option('--with-any <ids>', 'only events in which at least one of these entities takes part', list)
    .option(
      '--kinds <kinds>',
      `only events with a participant of these kinds: ${KIND_NAMES.join(', ')}`,
      namesOf(KIND_NAMES),
    )
    .option('--topics <topics>', 'only events about one of these topics', list)
    .option('--places <places>', 'only events at one of these places', list)
    .option(
      '--stances <stances>',
      'only events with a report of one of these stances (default: AFFIRMS)',
      namesOf(Object.keys(STANCES)),
    )
    .option(
      '--during <from/to>',
      'only events from a day (inclusive) to a day (exclusive): 2024-01-01/2025-01-01; each end is optional',
      period,
    )
    .addOption(
      new Option('--certainty <certainty>', 'how imprecise dates count').choices(['POSSIBLE', 'CERTAIN']),
    )
    .option('--known-by <day>', 'only events known by this day; their content is exported as known now', day)
    .option('--sources <ids>', 'only events reported by one of these sources', list)
    .option('--datasets <names>', 'only events that one of these datasets reports', list)
    .option(
      '--coding <codings>',
      `only events from a source that was read so: ${Object.keys(CODINGS).join(', ')}`,
      namesOf(Object.keys(CODINGS)),
    )
    .option('--min-sources <number>', 'only events reported by at least this many sources', wholeNumber)
    .option(
      '--disagreements <subjects>',
      `only events whose reports differ on one of ${Object.keys(DISAGREEMENT_SUBJECTS).join(', ')}`,
      namesOf(Object.keys(DISAGREEMENT_SUBJECTS)),
    )
    .option('--search <words>', 'only events with these words in their texts')
    .option(
      '--levels <levels>',
      'only relationships of these levels: NAMED, PRINCIPAL (default: NAMED in graphml and gexf and with --pairs, else both)',
      namesOf(['NAMED', 'PRINCIPAL']),
    )
    .option('--pairs', 'one relationship for each pair of entities, with the count of their events')
    .option('--raw-cells', 'in csv: leave texts as they are that a spreadsheet would take for a formula');
}

/** The filter from the options, `null` if none is given, to export everything; and how to write what it matches. */
export function readOptions(given: FilterOptions): { filter: EventCriteria | null; how: ExportOptions } {
  const { withAll, withAny, disagreements, levels, pairs, rawCells, ...same } = given;
  const filter = {
    ...same,
    ...(withAll === undefined ? {} : { allParticipants: withAll }),
    ...(withAny === undefined ? {} : { anyParticipants: withAny }),
    ...(disagreements === undefined ? {} : { differs: disagreements }),
  };
  const how = {
    ...(levels === undefined ? {} : { levels }),
    ...(pairs === undefined ? {} : { pairs }),
    ...(rawCells === undefined ? {} : { rawCells }),
  };
  return { filter: Object.keys(filter).length === 0 ? null : filter, how };
}

function list(text: string): string[] {
  const values = text.split(',').map((value) => value.trim());
  if (values.every((value) => value !== '')) return values;
  throw new InvalidArgumentError('Give at least one value; separate several by commas.');
}

function listOfTwo(text: string): string[] {
  const values = list(text);
  if (values.length > 1) return values;
  throw new InvalidArgumentError('Give at least two values, separated by commas.');
}

function namesOf(names: readonly string[]): (text: string) => string[] {
  return (text) => {
    const unknown = list(text).find((value) => !names.includes(value));
    if (unknown === undefined) return list(text);
    const allowed = `Allowed: ${names.join(', ')}.`;
    throw new InvalidArgumentError(`"${unknown}" is unknown. ${suggest(unknown, names, allowed)}`);
  };
}

function day(text: string): string {
  if (isDay(text)) return text;
  throw new InvalidArgumentError('Give a day such as 2024-11-30.');
}

function period(text: string): Period {
  const [from = '', to = '', ...more] = text.split('/');
  const found = { from: from || FIRST_DAY, to: to || LAST_DAY };
  if (
    more.length === 0 &&
    text.includes('/') &&
    isDay(found.from) &&
    isDay(found.to) &&
    found.from < found.to
  )
    return found;
  throw new InvalidArgumentError('Give two days, the earlier first: 2024-01-01/2025-01-01.');
}

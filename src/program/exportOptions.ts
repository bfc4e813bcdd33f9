import { type Command, InvalidArgumentError, Option } from 'commander';
import { KIND_NAMES } from '../ontology/kinds.ts';
import { EVENT_TYPE_NAMES } from '../ontology/lookups.ts';
import { STANCES } from '../ontology/stances.ts';
import type { EventCriteria } from '../queries/parts/eventCriteria.ts';
import { DISAGREEMENT_SUBJECTS } from '../reasoning/disagreements.ts';
import type { Level } from '../ontology/levels.ts';
import { FIRST_DAY, isDay, LAST_DAY } from '../time/day.ts';
import type { Period } from '../time/period.ts';
import { wholeNumber } from './wholeNumber.ts';

/** The filters of the command, which are those of `events` in GraphQL. */
export interface FilterOptions extends Omit<
  EventCriteria,
  'allParticipants' | 'anyParticipants' | 'differs'
> {
  readonly disagreements?: EventCriteria['differs'];
  readonly withAll?: readonly string[];
  readonly withAny?: readonly string[];
  levels?: readonly Level[];
}

/** Adds them to a command; a list is written with commas. */
export function addFilterOptions(command: Command): Command {
  return command
    .option('--types <types>', 'of these types: MET,URGED', namesOf(EVENT_TYPE_NAMES))
    .option('--from <ids>', 'done by one of these entities', list)
    .option('--to <ids>', 'done toward one of these', list)
    .option('--between <ids>', 'between two of these, whichever acts', listOfTwo)
    .option('--with-all <ids>', 'all of these take part (participants.all)', list)
    .option('--with-any <ids>', 'one of these takes part (participants.any)', list)
    .option(
      '--kinds <kinds>',
      `with a participant of these kinds: ${KIND_NAMES.join(', ')}`,
      namesOf(KIND_NAMES),
    )
    .option('--topics <topics>', 'about one of these topics', list)
    .option('--places <places>', 'at one of these places', list)
    .option(
      '--stances <stances>',
      'with a report of such a stance; AFFIRMS if left out',
      namesOf(Object.keys(STANCES)),
    )
    .option(
      '--during <from/to>',
      'from a day to before another: 2024-01-01/2025-01-01; an end may be left out',
      period,
    )
    .addOption(
      new Option('--certainty <certainty>', 'how imprecise dates count').choices(['POSSIBLE', 'CERTAIN']),
    )
    .option('--known-by <day>', 'events that were known by this day; they are told as known now', day)
    .option('--sources <ids>', 'reported by one of these sources', list)
    .option('--min-sources <number>', 'reported by at least so many sources', wholeNumber)
    .option(
      '--disagreements <subjects>',
      `whose sources do not say the same of ${Object.keys(DISAGREEMENT_SUBJECTS).join(', ')}`,
      namesOf(Object.keys(DISAGREEMENT_SUBJECTS)),
    )
    .option('--search <words>', 'whose texts have these words')
    .option(
      '--levels <levels>',
      'of relationships (graphml, csv) only those: NAMED, PRINCIPAL',
      namesOf(['NAMED', 'PRINCIPAL']),
    );
}

/** The filter that the options come to; `null` where none is given: everything is asked for. */
export function filterFrom(options: FilterOptions): EventCriteria | null {
  const { withAll, withAny, disagreements, ...same } = options;
  delete same.levels;
  const filter = {
    ...same,
    ...(withAll === undefined ? {} : { allParticipants: withAll }),
    ...(withAny === undefined ? {} : { anyParticipants: withAny }),
    ...(disagreements === undefined ? {} : { differs: disagreements }),
  };
  return Object.keys(filter).length === 0 ? null : filter;
}

function list(text: string): string[] {
  const values = text.split(',').map((value) => value.trim());
  if (values.every((value) => value !== '')) return values;
  throw new InvalidArgumentError('Give one or more, with commas between them.');
}

function listOfTwo(text: string): string[] {
  const values = list(text);
  if (values.length > 1) return values;
  throw new InvalidArgumentError('Give two or more.');
}

function namesOf(names: readonly string[]): (text: string) => string[] {
  return (text) => {
    const unknown = list(text).find((value) => !names.includes(value));
    if (unknown === undefined) return list(text);
    throw new InvalidArgumentError(`"${unknown}" is none of ${names.join(', ')}.`);
  };
}

function day(text: string): string {
  if (isDay(text)) return text;
  throw new InvalidArgumentError('Give a day: 2024-11-30.');
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
  throw new InvalidArgumentError('Give two days, the earlier one first: 2024-01-01/2025-01-01.');
}

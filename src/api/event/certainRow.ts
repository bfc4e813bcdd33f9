import type { GraphQLResolveInfo } from 'graphql';
import { dateKnown } from '../../answers/eventDetails.ts';
import type { Reader } from '../../answers/reader.ts';
import type { EventBlocks } from '../../queries/parts/columns.ts';
import type { EventCriteria } from '../../queries/parts/eventCriteria.ts';
import { LAST_DAY } from '../../time/day.ts';
import { overlaps } from '../../time/period.ts';
import { selectedFields } from '../preparedOperation.ts';
import type { Event } from './event.type.ts';

/** Whether an event must be in a list with `during`, whatever its date turns out to be; `null` in other lists. */
export function certaintyIn(
  reader: Reader,
  { during, certainty = 'POSSIBLE', publicationCertainty, knownBy }: EventCriteria,
): (event: Event) => Promise<boolean | null> {
  if (during === undefined) return () => Promise.resolve(null);
  const known = { knownBy: knownBy ?? null, certainty, publicationCertainty: publicationCertainty ?? null };
  return async (event) => {
    const date = knownBy === undefined ? event.date?.bounded : await dateKnown(reader, event, known);
    return date
      ? overlaps(date, during.to === LAST_DAY ? { ...during, to: AFTER_ALL } : during, 'CERTAIN')
      : false;
  };
}

/** A period without an end holds what begins on any day. */
const AFTER_ALL = '9999-12-32';

/** The columns that are selected, with those of the date if it is asked whether a row is certain. */
export function withCertainty(info: GraphQLResolveInfo, blocks: EventBlocks): EventBlocks {
  const { columns } = blocks;
  if (columns === undefined || !selectedFields(info, 'edges').includes('certain')) return blocks;
  const event = [...new Set([...(columns.event ?? []), 'date.edtf', 'date.known', 'date.qualified'])].sort();
  return { ...blocks, columns: { ...columns, event } };
}

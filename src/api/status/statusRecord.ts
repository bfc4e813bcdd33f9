import { regimeEvents } from '../../queries/regimeEvents.ts';
import { ANNOUNCING_TYPES, STATUS_TYPES } from '../../ontology/lookups.ts';
import type { Reader } from '../../answers/reader.ts';
import { KnownEvents } from '../../answers/knownEvents.ts';

/** Every event that any status of the subject can follow from. */
export async function statusRecord(context: Reader, subject: string): Promise<KnownEvents> {
  const statement = (owners: readonly string[]) => regimeEvents(owners, STATUS_TYPES, ANNOUNCING_TYPES);
  return new KnownEvents(await context.readFor(['regimeEvents'], subject, statement, ({ owner }) => owner));
}

import { ENTITY, type EntityRecord } from '../../record/entity.ts';
import { EVENT, type EventRecord } from '../../record/event.ts';
import { SOURCE, type SourceRecord } from '../../record/source.ts';
import type { Day } from '../../time/day.ts';
import { rowReport } from '../coded/codedAct.ts';
import type { Importer, ImportInput, ImportPart } from '../importer.ts';
import { knownEntities } from '../knownEntities.ts';
import { partOf, portions, resultOf, type RowResult } from '../rows/rowResult.ts';
import { truncateText } from '../texts.ts';
import { listingsOf, type ListingText } from './unListFile.ts';
import { unListingOf, type UnListing } from './unListing.ts';
import { SECURITY_COUNCIL_ID, UN_BODIES, unListEntity, unListName } from './unLists.ts';

/**
 * The UN Security Council's list: each listing is a designation by the Council on its list. The list has only current
 * listings; former ones are in none of its rows. LAST_DAY_UPDATED, the days on which the text of a listing was amended,
 * is no act toward the listed. A listing keeps its reference number, so the events of a later version of the list are
 * those of an earlier one.
 */
export const unSanctions: Importer = {
  description:
    'The UN Security Council consolidated list as XML, from https://scsanctions.un.org/resources/xml/en/consolidated.xml.',
  coding: 'REGISTER',
  files: 'consolidated.xml',
  parts,
};

async function* parts(input: ImportInput): AsyncGenerator<ImportPart> {
  for await (const rows of portions(listingsOf(input), input.partRows)) {
    const read = rows.map((row) => ({ row, ...readListing(row) }));
    const known = await knownEntities(
      read.flatMap(({ listing }) => (listing === null ? [] : listedEntity(listing))),
      input,
    );
    const results = read.map(({ row, listing, result }) =>
      listing === null ? result : resultOfListing(listing, row.generated, known, input),
    );
    const part = partOf(rows, results);
    yield { ...part, entities: part.events.length === 0 ? [] : [...UN_BODIES, ...part.entities] };
  }
}

function readListing(row: ListingText): { listing: UnListing | null; result: RowResult } {
  let listing: UnListing | null = null;
  const result = resultOf(row, () => {
    listing = unListingOf(row);
    return {};
  });
  return { listing, result };
}

function resultOfListing(
  listing: UnListing,
  generated: Day,
  known: ReadonlyMap<string, EntityRecord>,
  { dataset }: ImportInput,
): RowResult {
  const own = listedEntity(listing);
  const listed = known.get(own.id) ?? own;
  const list = unListEntity(listing.list);
  const source = sourceOf(listing.listedOn, generated);
  const event = eventOf(listing, listed.id, list.id, source.id, dataset);
  return { entities: [listed, list], sources: [source], events: [event] };
}

function listedEntity(listing: UnListing): EntityRecord {
  const { reference, name, aliases, titles, designations } = listing;
  const description = [titles.join(', '), designations.join('; ')].filter((each) => each !== '').join(': ');
  return {
    ...ENTITY.empty,
    id: `un-sc-${slugOfReference(reference)}`,
    kind: listing.isPerson ? 'ACTOR' : 'ORGANIZATION',
    ...{ name, aliases },
    description: description === '' ? null : truncateText(description, 200),
    identifiers: [{ scheme: 'un-sc', value: reference }],
  };
}

/**
 * The listings of one day, as a source. A listing is public from its first day, because the Council's committees
 * announce it when they decide it. So it became known on that day, not on the day on which this version of the list was
 * generated. Later amendments, such as names, are as in this version.
 */
function sourceOf(day: Day, generated: Day): SourceRecord {
  return {
    ...SOURCE.empty,
    id: `source:un-sc-listed-${day}`,
    title: `UN Security Council sanctions list: listings of ${day}`,
    publisher: 'United Nations Security Council',
    published: day,
    publishedBasis: 'The day of the listings (LISTED_ON): they are made public when they are decided.',
    read: generated,
  };
}

function eventOf(
  { reference, list, listedOn, name }: UnListing,
  listed: string,
  listId: string,
  source: string,
  dataset: string,
): EventRecord {
  return {
    ...EVENT.empty,
    id: `event:${dataset}-${slugOfReference(reference)}`,
    type: 'DESIGNATED',
    summary: `The UN Security Council puts ${name} on its sanctions list: ${unListName(list)}.`,
    topics: ['sanctions'],
    participants: [
      { role: 'AGENT', entity: SECURITY_COUNCIL_ID, onBehalfOf: null },
      { role: 'TARGET', entity: listed, onBehalfOf: null },
      { role: 'LIST', entity: listId, onBehalfOf: null },
    ],
    reports: [rowReport({ source, date: listedOn, locator: reference, key: `un-sc:${reference}` })],
  };
}

/** `TAi.026` as a part of an id: `tai-026`. */
function slugOfReference(reference: string): string {
  return reference.toLowerCase().replace('.', '-');
}

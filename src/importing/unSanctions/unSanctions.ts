import { ENTITY, type EntityRecord } from '../../record/entity.ts';
import { EVENT, type EventRecord } from '../../record/event.ts';
import { SOURCE, type SourceRecord } from '../../record/source.ts';
import { distinct } from '../../ontology/compareTexts.ts';
import type { Day } from '../../time/day.ts';
import { countryNamed } from '../countries/countries.ts';
import { rowReport } from '../coded/codedAct.ts';
import type { Importer, ImportInput, ImportPart } from '../importer.ts';
import { knownEntities } from '../knownEntities.ts';
import type { InputFile } from '../rows/inputFile.ts';
import { distinctById, partOf, portions, resultOf, RowError, type RowResult } from '../rows/rowResult.ts';
import { filesFrom } from '../rows/textLines.ts';
import { truncateText } from '../texts.ts';
import { absenceOf, presenceOf, readUnIssue, slugOfReference, type UnIssue } from './unIssue.ts';
import { listFile, type ListingElement } from './unListFile.ts';
import { unListingOf, type UnListing } from './unListing.ts';
import { SECURITY_COUNCIL, UN_BODIES, unListEntity, unListName } from './unLists.ts';

/**
 * The UN Security Council's list. Each listing is a designation by the Council on its list, on the day of the listing,
 * and each issue observes who is on the list on its own day. LAST_DAY_UPDATED, the days on which the text of a listing
 * was amended, is no act toward the listed. A listing keeps its reference number, so a later issue has the same
 * designations as an earlier one.
 */
export const unSanctions: Importer = {
  title: "the UN Security Council's list",
  description:
    'The UN Security Council consolidated list as XML, from https://scsanctions.un.org/resources/xml/en/consolidated.xml.',
  coding: 'REGISTER',
  terms: {
    license: 'Terms of use of United Nations websites',
    origin: 'https://scsanctions.un.org',
  },
  files: 'consolidated.xml …',
  refuses: ({ start }) =>
    /<(?:[\w.-]+:)?CONSOLIDATED_LIST[\s>]/.test(start)
      ? null
      : 'CONSOLIDATED_LIST is missing at its beginning',
  passes: 2,
  parts,
  absence: absenceOf,
};

async function* parts(input: ImportInput): AsyncGenerator<ImportPart> {
  const { after } = input;
  for (const file of filesFrom(input.files, after)) {
    const issue = await readUnIssue(file, input);
    if (issue === null) continue;
    let { notes } = issue;
    const rowsAfter = listingsAfter(file, after?.file === file.name ? after.line : 0);
    for await (const rows of portions(rowsAfter, input.partRows)) {
      yield { ...(await partOfIssue(issue, rows, input)), notes };
      notes = [];
    }
  }
}

/** A file is read from its beginning, where its day is. */
async function* listingsAfter(file: InputFile, line: number): AsyncGenerator<ListingElement> {
  for await (const listing of listFile(file).listings) if (listing.line > line) yield listing;
}

async function partOfIssue(
  issue: UnIssue,
  rows: readonly ListingElement[],
  input: ImportInput,
): Promise<ImportPart> {
  const read = rows.map((row) => ({ row, ...readListing(row, issue) }));
  const known = await knownEntities(
    read.flatMap(({ listing }) => (listing === null ? [] : listedEntity(listing))),
    input,
  );
  const results = read.map(({ listing, result }) =>
    listing === null ? result : resultOfListing(listing, issue, known, input),
  );
  const part = partOf(rows, results);
  return {
    ...part,
    issued: issue.day,
    entities: part.events.length === 0 ? [] : [...UN_BODIES, ...part.entities],
    sources: part.events.length === 0 ? [] : [...part.sources, issue.source],
    events: distinctById(part.events),
  };
}

function readListing(
  row: ListingElement,
  { firstLines }: UnIssue,
): { listing: UnListing | null; result: RowResult } {
  let listing: UnListing | null = null;
  const result = resultOf(row, () => {
    const read = unListingOf(row);
    const first = firstLines.get(read.reference);
    if (first !== undefined && first !== row.line)
      throw new RowError(
        'REFERENCE_NUMBER',
        `is ${read.reference}, which the listing in line ${first} has already`,
      );
    listing = read;
    return {};
  });
  return { listing, result };
}

function resultOfListing(
  listing: UnListing,
  issue: UnIssue,
  known: ReadonlyMap<string, EntityRecord>,
  { dataset }: ImportInput,
): RowResult {
  const own = listedEntity(listing);
  const listed = known.get(own.id) ?? own;
  const list = unListEntity(listing.list);
  const source = sourceOf(listing.listedOn, issue.day);
  const designation = designationOf(listing, listed.id, list.id, source.id, dataset);
  const now =
    listing.delistedOn === null
      ? presenceOf(issue, listing, { listed: listed.id, listId: list.id, dataset })
      : delistingOf(designation, listing, issue, listing.delistedOn);
  return { entities: [listed, list], sources: [source], events: [designation, now] };
}

function listedEntity(listing: UnListing): EntityRecord {
  const { reference, name, aliases, titles, designations, nationalities } = listing;
  const description = [titles.join(', '), designations.join('; ')].filter((each) => each !== '').join(': ');
  return {
    ...ENTITY.empty,
    id: `un-sc-${slugOfReference(reference)}`,
    kind: listing.isPerson ? 'ACTOR' : 'ORGANIZATION',
    ...{ name, aliases },
    description: description === '' ? null : truncateText(description, 200),
    identifiers: [{ scheme: 'un-sc', value: reference }],
    countries: distinct(nationalities.flatMap((country) => countryNamed(country)?.id ?? [])),
  };
}

/**
 * The listings of one day, as a source. A listing is public from its first day, because the Council's committees
 * announce it when they decide it. So it became known on that day, not on the day of an issue. Later amendments, such as
 * names, are as in the latest issue.
 */
function sourceOf(day: Day, generated: Day): SourceRecord {
  return {
    ...SOURCE.empty,
    id: `source:un-sc-listed-${day}`,
    title: `UN Security Council sanctions list: listings of ${day}`,
    publisher: SECURITY_COUNCIL.name,
    published: day,
    publishedBasis: 'The day of the listings (LISTED_ON): they are made public when they are decided.',
    read: generated,
  };
}

function designationOf(
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
      { role: 'AGENT', entity: SECURITY_COUNCIL.id, onBehalfOf: null },
      { role: 'TARGET', entity: listed, onBehalfOf: null },
      { role: 'LIST', entity: listId, onBehalfOf: null },
    ],
    reports: [rowReport({ source, date: listedOn, locator: reference, key: `un-sc:${reference}` })],
  };
}

/** What the issue says of who is off the list, though the file still has the listing. */
function delistingOf(
  designation: EventRecord,
  { reference, name, list }: UnListing,
  { source }: UnIssue,
  day: Day,
): EventRecord {
  return {
    ...designation,
    id: `${designation.id}-delisted`,
    type: 'DELISTED',
    summary: `The UN Security Council takes ${name} off its sanctions list: ${unListName(list)}.`,
    follows: [designation.id],
    reports: [rowReport({ source: source.id, date: day, locator: reference, key: `un-sc:${reference}` })],
  };
}

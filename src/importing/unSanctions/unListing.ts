import { isDay, type Day } from '../../time/day.ts';
import { RowError } from '../rows/rowResult.ts';
import type { ListingElement, XmlElement } from './unListFile.ts';

/** The UN list's entry for a person or an organization, with normalized white space. */
export interface UnListing {
  readonly isPerson: boolean;
  /** REFERENCE_NUMBER: `TAi.026`. */
  readonly reference: string;
  /** UN_LIST_TYPE: `Taliban`. */
  readonly list: string;
  readonly listedOn: Day;
  /** The day since which it is off the list, though the file still has it. */
  readonly delistedOn: Day | null;
  readonly name: string;
  /** Other names, of good and of low quality, and the name in its original script. */
  readonly aliases: readonly string[];
  readonly titles: readonly string[];
  /** The posts and roles for which, or in which, the person was listed. */
  readonly designations: readonly string[];
  /** The countries of a person, by the names that the list gives them. */
  readonly nationalities: readonly string[];
}

/** @throws RowError if the listing is not well-formed, or lacks a required part */
export function unListingOf({ content, broken, generated }: ListingElement): UnListing {
  if (broken !== null) throw new RowError(null, broken);
  const reference = required(content, 'REFERENCE_NUMBER');
  if (!REFERENCE.test(reference)) {
    throw new RowError('REFERENCE_NUMBER', `is \`${reference}\`, which is not a reference such as QDe.004`);
  }
  const name = NAMES.map((part) => only(content, part)).filter((part) => part !== '');
  if (name.length === 0) throw new RowError('FIRST_NAME', 'is empty, and so are the other names');
  const aliases = [
    ...grandchildren(content, `${content.name}_ALIAS`, 'ALIAS_NAME'),
    ...texts(content, 'NAME_ORIGINAL_SCRIPT'),
  ];
  return {
    isPerson: content.name === 'INDIVIDUAL',
    reference,
    list: required(content, 'UN_LIST_TYPE'),
    listedOn: dayIn(content, 'LISTED_ON', generated),
    delistedOn: only(content, 'DELISTED_ON') === '' ? null : dayIn(content, 'DELISTED_ON', generated),
    name: name.join(' '),
    aliases: [...new Set(aliases)].filter((alias) => alias !== '' && alias !== name.join(' ')),
    titles: grandchildren(content, 'TITLE', 'VALUE'),
    designations: grandchildren(content, 'DESIGNATION', 'VALUE'),
    nationalities: grandchildren(content, 'NATIONALITY', 'VALUE'),
  };
}

const REFERENCE = /^[A-Z]{2}[ie]\.\d+$/;

/** The references in a listing that cannot be read; none if one of them is no reference. */
export function referencesIn({ content }: ListingElement): string[] {
  const references = texts(content, 'REFERENCE_NUMBER');
  return references.every((reference) => REFERENCE.test(reference)) ? references : [];
}

const NAMES = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'];

/** Some days have a time (`2017-05-05T00:00:00`) or a zone (`2017-05-05-04:00`). The day as written counts. */
function dayIn(listing: XmlElement, name: string, generated: Day): Day {
  const text = required(listing, name);
  const day = /^(\d{4}-\d\d-\d\d)(?:T[\d:.]+)?(?:Z|[+-]\d\d:\d\d)?$/.exec(text)?.[1] ?? '';
  if (!isDay(day)) throw new RowError(name, `is \`${text}\`, which is not a day written as YYYY-MM-DD`);
  if (day > generated) throw new RowError(name, `is ${day}, after the list was generated, ${generated}`);
  return day;
}

function required(listing: XmlElement, name: string): string {
  const text = only(listing, name);
  if (text === '') throw new RowError(name, 'is missing or empty');
  return text;
}

/** The only text of the children with that name; empty if there is none. @throws RowError if there are several */
function only(listing: XmlElement, name: string): string {
  const [text = '', ...others] = texts(listing, name);
  if (others.length > 0)
    throw new RowError(name, `is there ${others.length + 1} times: ${[text, ...others].join(', ')}`);
  return text;
}

/** The distinct texts of the children with that name, with normalized white space. */
function texts({ children }: XmlElement, name: string): string[] {
  const own = children
    .filter((child) => child.name === name)
    .map(({ text }) => text.replaceAll(/\s+/g, ' ').trim());
  return [...new Set(own)].filter((text) => text !== '');
}

/** The texts of the grandchildren with that name in all children of that name. */
function grandchildren({ children }: XmlElement, name: string, grandchild: string): string[] {
  return children.filter((child) => child.name === name).flatMap((child) => texts(child, grandchild));
}

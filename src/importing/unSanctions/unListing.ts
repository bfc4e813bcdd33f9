import { XMLParser } from 'fast-xml-parser';
import { isDay, type Day } from '../../time/day.ts';
import { RowError } from '../rows/rowResult.ts';
import type { ListingText } from './unListFile.ts';

/** The UN list's entry for a person or an organization, with normalized white space. */
export interface UnListing {
  readonly isPerson: boolean;
  /** REFERENCE_NUMBER: `TAi.026`. */
  readonly reference: string;
  /** UN_LIST_TYPE: `Taliban`. */
  readonly list: string;
  readonly listedOn: Day;
  readonly name: string;
  /** Other names, of good and of low quality, and the name in its original script. */
  readonly aliases: readonly string[];
  readonly titles: readonly string[];
  /** The posts and roles for which, or in which, the person was listed. */
  readonly designations: readonly string[];
}

/** @throws RowError if the listing is not well-formed, or lacks a required part */
export function unListingOf({ element, xml, generated }: ListingText): UnListing {
  const listing = new Element(parsed(element, xml));
  const reference = required(listing, 'REFERENCE_NUMBER');
  if (!REFERENCE.test(reference)) {
    throw new RowError('REFERENCE_NUMBER', `is \`${reference}\`, which is not a reference such as QDe.004`);
  }
  const name = NAMES.map((part) => listing.text(part)).filter((part) => part !== '');
  if (name.length === 0) throw new RowError('FIRST_NAME', 'is empty, and so are the other names');
  const aliases = [...listing.texts(`${element}_ALIAS`, 'ALIAS_NAME'), listing.text('NAME_ORIGINAL_SCRIPT')];
  return {
    isPerson: element === 'INDIVIDUAL',
    reference,
    list: required(listing, 'UN_LIST_TYPE'),
    listedOn: listedOn(listing, generated),
    name: name.join(' '),
    aliases: [...new Set(aliases)].filter((alias) => alias !== '' && alias !== name.join(' ')),
    titles: listing.texts('TITLE', 'VALUE'),
    designations: listing.texts('DESIGNATION', 'VALUE'),
  };
}

const REFERENCE = /^[A-Z]{2}[ie]\.\d+$/;

/**
 * The references in a listing that cannot be read; none if one of them is no reference. If a closing tag is missing, it
 * holds more than one listing.
 */
export function referencesIn({ xml }: ListingText): string[] {
  const found = [...(xml ?? '').matchAll(/<REFERENCE_NUMBER>([^<]*)<\/REFERENCE_NUMBER>/g)];
  const references = found.map(([, text = '']) => text.trim());
  return references.every((reference) => REFERENCE.test(reference)) ? references : [];
}

const NAMES = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'];

/** Some days have a time zone (`2017-05-05-04:00`). The day as written counts. */
function listedOn(listing: Element, generated: Day): Day {
  const text = required(listing, 'LISTED_ON');
  const day = /^(\d{4}-\d\d-\d\d)(?:Z|[+-]\d\d:\d\d)?$/.exec(text)?.[1] ?? '';
  if (!isDay(day))
    throw new RowError('LISTED_ON', `is \`${text}\`, which is not a day written as YYYY-MM-DD`);
  if (day > generated)
    throw new RowError('LISTED_ON', `is ${day}, after the list was generated, ${generated}`);
  return day;
}

function required(listing: Element, name: string): string {
  const text = listing.text(name);
  if (text === '') throw new RowError(name, 'is missing or empty');
  return text;
}

const PARSER = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  htmlEntities: true,
  isArray: () => true,
});

function parsed(element: string, xml: string | null): unknown {
  if (xml === null) throw new RowError(null, `the file ends before </${element}>`);
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the check alone is not worth one more package
    const [root] = (PARSER.parse(xml, true) as Record<string, unknown[]>)[element] ?? [];
    return root;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new RowError(null, `is not well-formed XML (lines counted from the listing's): ${error.message}`);
  }
}

/** An element with its children by name. Every value is a text, every child is in a list. */
class Element {
  readonly #content: unknown;

  constructor(content: unknown) {
    this.#content = content;
  }

  text(name: string): string {
    return this.#children(name).map(plain)[0] ?? '';
  }

  /** The texts of the grandchildren with that name in all children of that name. */
  texts(name: string, grandchild: string): string[] {
    return this.#children(name)
      .flatMap((child) => new Element(child).#children(grandchild))
      .map(plain)
      .filter((text) => text !== '');
  }

  #children(name: string): unknown[] {
    if (typeof this.#content !== 'object' || this.#content === null) return [];
    return (this.#content as Record<string, unknown[]>)[name] ?? [];
  }
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll(/\s+/g, ' ').trim() : '';
}

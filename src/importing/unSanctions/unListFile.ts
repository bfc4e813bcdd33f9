import { SaxesParser } from 'saxes';
import { isDay, type Day } from '../../time/day.ts';
import { ImportError, type RowPlace } from '../rows/fault.ts';
import type { InputFile } from '../rows/inputFile.ts';
import { textLines } from '../rows/textLines.ts';

/** An element of XML, by its name without a prefix. */
export interface XmlElement {
  readonly name: string;
  /** Its own text, without that of its children. */
  text: string;
  readonly children: XmlElement[];
}

/** A listing of the file. */
export interface ListingElement extends RowPlace {
  /** INDIVIDUAL or ENTITY, with what could be read of it. */
  readonly content: XmlElement;
  /** Why it cannot be read, if so. */
  readonly broken: string | null;
  /** The day on which the list was generated. */
  readonly generated: Day;
}

/** A file of the list while it is read. */
export interface ListFile {
  /** Its listings, one by one: memory does not grow with the file, and a broken listing spoils no other. */
  readonly listings: AsyncIterable<ListingElement>;
  /** Once all are read: why the file may have had more listings; null if it cannot. */
  readonly loss: () => string | null;
}

const ROOT = 'CONSOLIDATED_LIST';
const CONTAINERS: Readonly<Record<string, string>> = { INDIVIDUAL: 'INDIVIDUALS', ENTITY: 'ENTITIES' };

/**
 * Reads a file as XML 1.0. What is not well-formed ends at the next text that looks like the beginning of a listing.
 * @throws ImportError from `listings`, if the file is not such a list
 */
export function listFile(file: InputFile): ListFile {
  const reader = new ListReader(file.name);
  async function* listings(): AsyncGenerator<ListingElement> {
    for await (const { line, text, unsound } of textLines([file], null))
      yield* reader.read(line, text, unsound);
    yield* reader.end();
  }
  return { listings: listings(), loss: () => reader.loss };
}

/** A listing that is being read. */
interface Open {
  readonly line: number;
  readonly content: XmlElement;
  /** The elements that are open in it, beginning with itself. */
  readonly path: XmlElement[];
  size: number;
  broken: string | null;
}

/** More is no listing, and would fill the memory. In characters. */
const MAX_LISTING = 4_000_000;
/** So many characters without a tag are no list. */
const MAX_TEXT = 16_000_000;

/** Before each text that looks like the beginning of a listing. */
const STARTS = /(?=<(?:[\w.-]+:)?(?:INDIVIDUAL|ENTITY)[\s/>])/;
const START = /^<((?:[\w.-]+:)?)(INDIVIDUAL|ENTITY)[\s/>]/;
const END = /<\/(?:[\w.-]+:)?CONSOLIDATED_LIST\s*>\s*$/;

class ListReader {
  loss: string | null = null;
  readonly #file: string;
  readonly #done: ListingElement[] = [];
  #parser: SaxesParser<{ xmlns: false }>;
  #entities: Record<string, string> = {};
  #line = 0;
  #generated: Day | null = null;
  #open: Open | null = null;
  #isEnded = false;
  /** The text is not well-formed, and the parser is lost. */
  #isTorn = false;
  /** A listing begins within another, which therefore lacks its closing tag. */
  #isOverlapping = false;
  #untagged = 0;
  /** The listing that the text seems to begin, until the parser says so. */
  #starting: string | null = null;

  constructor(file: string) {
    this.#file = file;
    this.#parser = this.#newParser();
  }

  read(line: number, text: string, unsound: string | undefined): ListingElement[] {
    this.#line = line;
    this.#untagged += text.length;
    for (const piece of `${text}\n`.split(STARTS)) {
      this.#write(piece);
      // Whatever the parser says, a line that cannot be stored breaks what it belongs to.
      if (unsound !== undefined && this.#open !== null) this.#open.broken ??= unsound;
    }
    if (this.#isTorn && END.test(text)) this.#isEnded = true;
    if (this.#untagged > MAX_TEXT)
      throw new ImportError(`"${this.#file}" has no tag in ${MAX_TEXT} characters before line ${line}.`);
    const done = this.#done.splice(0);
    return unsound === undefined ? done : done.map((each) => ({ ...each, broken: each.broken ?? unsound }));
  }

  end(): ListingElement[] {
    if (this.#generated === null) throw new ImportError(`"${this.#file}" ends before ${ROOT}.`);
    if (this.#open !== null) this.#open.broken ??= `the file ends before </${this.#open.content.name}>`;
    this.#finish();
    if (!this.#isEnded) this.loss = `it ends before </${ROOT}>`;
    return this.#done.splice(0);
  }

  #write(piece: string): void {
    if (this.#isTorn && START.test(piece)) this.#resume(piece);
    if (this.#isTorn) {
      this.#takeReferences(piece);
      return;
    }
    this.#starting = START.exec(piece)?.[2] ?? null;
    this.#parser.write(piece);
    this.#starting = null;
    this.#settle();
    if (this.#hasTorn()) this.#takeReferences(piece);
    if (!this.#overlaps()) return;
    if (this.#open !== null) this.#open.broken ??= `</${this.#open.content.name}> is missing`;
    this.#resume(piece);
    this.#parser.write(piece);
  }

  /** Reads on with the listing that begins here. */
  #resume(piece: string): void {
    this.#finish();
    const [, prefix = '', name = ''] = START.exec(piece) ?? [];
    this.#parser = this.#newParser();
    this.#isTorn = true;
    this.#parser.write(`<${prefix}${ROOT}><${prefix}${CONTAINERS[name] ?? ''}>`);
    this.#isTorn = false;
    this.#isOverlapping = false;
  }

  // The parser calls back, which a check of types does not see.
  #hasTorn(): boolean {
    return this.#isTorn;
  }

  #overlaps(): boolean {
    return this.#isOverlapping;
  }

  /** A broken listing is on the list all the same: its reference tells which one it is. */
  #takeReferences(text: string): void {
    for (const [, reference = ''] of text.matchAll(/<(?:[\w.-]+:)?REFERENCE_NUMBER>([^<]*)</g))
      this.#open?.content.children.push({ name: 'REFERENCE_NUMBER', text: reference, children: [] });
  }

  #newParser(): SaxesParser<{ xmlns: false }> {
    const parser = new SaxesParser({ xmlns: false as const, position: false });
    Object.assign(parser.ENTITIES, this.#entities);
    /** What a lost parser says has no meaning. */
    const unlessLost =
      <T>(use: (value: T) => void) =>
      (value: T): void => {
        if (!this.#isTorn && !this.#isOverlapping) use(value);
      };
    parser.on(
      'error',
      unlessLost(({ message }: Error) => {
        this.#tear(message);
      }),
    );
    parser.on('doctype', (text) => {
      this.#entities = entitiesIn(text);
      Object.assign(parser.ENTITIES, this.#entities);
    });
    parser.on(
      'opentag',
      unlessLost((tag) => {
        this.#begin(localName(tag.name), tag.attributes);
      }),
    );
    parser.on(
      'closetag',
      unlessLost((tag) => {
        this.#close(localName(tag.name));
      }),
    );
    parser.on(
      'text',
      unlessLost((text) => {
        this.#addText(text);
      }),
    );
    parser.on(
      'cdata',
      unlessLost((text) => {
        this.#addText(text);
      }),
    );
    return parser;
  }

  #begin(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#settle();
    this.#untagged = 0;
    this.#isEnded = false;
    this.#generated ??= generatedIn(name, attributes, this.#file);
    const element: XmlElement = { name, text: '', children: [] };
    if (CONTAINERS[name] !== undefined) {
      this.#starting = null;
      this.#isOverlapping = this.#open !== null;
      if (this.#open === null) this.#start(element);
    } else if (this.#open !== null) {
      const { path } = this.#open;
      path.at(-1)?.children.push(element);
      path.push(element);
      this.#grow(name.length);
    }
  }

  #start(content: XmlElement): void {
    this.#open = { line: this.#line, content, path: [content], size: 0, broken: null };
  }

  #close(name: string): void {
    this.#settle();
    this.#untagged = 0;
    this.#isEnded = name === ROOT;
    this.#open?.path.pop();
  }

  #addText(text: string): void {
    const last = this.#open?.path.at(-1);
    if (last === undefined) return;
    last.text += text;
    this.#grow(text.length);
  }

  #grow(length: number): void {
    const open = this.#open;
    if (open === null) return;
    open.size += length;
    if (open.size <= MAX_LISTING) return;
    open.broken ??= `is longer than ${MAX_LISTING} characters`;
    for (const element of open.path) element.text = '';
  }

  #tear(message: string): void {
    if (message !== WRONG_CLOSING) this.#settle();
    this.#isTorn = true;
    // Its own tag may be what is not well-formed.
    if (this.#starting !== null && this.#open === null)
      this.#start({ name: this.#starting, text: '', children: [] });
    const reason = `is not well-formed XML, in line ${this.#line}: ${message}`;
    if (this.#open === null) this.loss ??= `it ${reason}`;
    else this.#open.broken ??= reason;
  }

  /** A closed listing is finished, unless the next that the parser says is that the closing tag was a wrong one. */
  #settle(): void {
    if (this.#open?.path.length === 0) this.#finish();
  }

  #finish(): void {
    if (this.#open === null) return;
    const { line, content, broken } = this.#open;
    this.#done.push({ file: this.#file, line, content, broken, generated: this.#generated ?? '' });
    this.#open = null;
  }
}

const WRONG_CLOSING = 'unexpected close tag.';

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** @throws ImportError if the element is not the root of a list */
function generatedIn(name: string, attributes: Readonly<Record<string, string>>, file: string): Day {
  if (name !== ROOT)
    throw new ImportError(
      `"${file}" is not the UN Security Council's list: it begins with ${name}, not with ${ROOT}. Download the consolidated list as XML.`,
    );
  const day = (attributes.dateGenerated ?? '').slice(0, 10);
  if (isDay(day)) return day;
  throw new ImportError(`"${file}" does not say in dateGenerated on which day the list was generated.`);
}

/** No entity is that long. */
const MAX_ENTITY = 10_000;

/** The internal entities that a document type declares, of text alone. Others remain unknown, which is an error. */
function entitiesIn(doctype: string): Record<string, string> {
  const entities: Record<string, string> = {};
  for (const [, name = '', quoted = ''] of doctype.matchAll(
    /<!ENTITY\s+([\p{L}_:][\p{L}\p{N}_:.-]*)\s+("[^"]*"|'[^']*')\s*>/gu,
  )) {
    const text = quoted
      .slice(1, -1)
      .replaceAll(/&#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}));/g, (_, hex?: string, decimal?: string) =>
        String.fromCodePoint(
          Math.min(0x10_ff_ff, parseInt(hex ?? decimal ?? '', hex === undefined ? 10 : 16)),
        ),
      )
      .replaceAll(/&([^;&]+);/g, (whole, other: string) => entities[other] ?? whole);
    if (!/[<&]/.test(text) && text.length <= MAX_ENTITY) entities[name] ??= text;
  }
  return entities;
}

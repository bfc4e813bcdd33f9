import { isDay, type Day } from '../../time/day.ts';
import type { InputFile } from '../rows/inputFile.ts';
import { filesFrom, textLines } from '../rows/textLines.ts';
import type { ImportInput } from '../importer.ts';
import { ImportError, type RowPlace } from '../rows/fault.ts';

/** A listing in the file, from its opening tag to its closing tag. */
export interface ListingText extends RowPlace {
  readonly element: ListingElement;
  /** Null if the file ends before the listing does. */
  readonly xml: string | null;
  /** The day on which the list was generated. */
  readonly generated: Day;
}

type ListingElement = 'INDIVIDUAL' | 'ENTITY';

/**
 * The listings of UN lists, cut out of their files one by one. Memory then does not grow with a file, each listing has
 * its line, and a broken listing spoils no other. The head of a file is in its first lines, so a file is always read
 * from its beginning.
 * @throws ImportError if a file is not such a list
 */
export async function* listingsOf({
  files,
  after,
}: Pick<ImportInput, 'files' | 'after'>): AsyncGenerator<ListingText> {
  for (const file of filesFrom(files, after)) {
    for await (const listing of listingsIn(file)) {
      if (after?.file !== file.name || listing.line > after.line) yield listing;
    }
  }
}

async function* listingsIn(file: InputFile): AsyncGenerator<ListingText> {
  let generated: Day | null = null;
  let head = '';
  let open: { element: ListingElement; line: number; xml: string } | null = null;
  for await (const { line, text } of textLines([file], null)) {
    let rest = `${text}\n`;
    while (rest !== '') {
      if (open === null) {
        const start: RegExpExecArray | null = /<(INDIVIDUAL|ENTITY)(?=[\s>])/.exec(rest);
        if (generated === null) head += start === null ? rest : rest.slice(0, start.index);
        if (start === null) break;
        generated ??= generatedIn(head, file.name);
        open = { element: start[1] as ListingElement, line, xml: '' };
        rest = rest.slice(start.index);
      }
      const { element, line: first }: { element: ListingElement; line: number } = open;
      const close = `</${element}>`;
      const end = rest.indexOf(close);
      open.xml += end < 0 ? rest : rest.slice(0, end + close.length);
      if (end < 0) break;
      yield { file: file.name, line: first, element, xml: open.xml, generated: generated ?? '' };
      rest = rest.slice(end + close.length);
      open = null;
    }
  }
  generated ??= generatedIn(head, file.name);
  if (open !== null) yield { file: file.name, line: open.line, element: open.element, xml: null, generated };
}

/** Whether the file reaches the end of its list: a broken download may end between two listings. */
export async function isComplete(file: InputFile): Promise<boolean> {
  let last = '';
  for await (const { text } of textLines([file], null)) if (text.trim() !== '') last = text;
  return last.trimEnd().endsWith('</CONSOLIDATED_LIST>');
}

/** @throws ImportError if the text before the first listing is not the head of a list */
function generatedIn(head: string, file: string): Day {
  const root = /<CONSOLIDATED_LIST(?=[\s>])([^>]*)>/.exec(head);
  if (root === null) {
    throw new ImportError(
      `"${file}" is not the UN Security Council's list: CONSOLIDATED_LIST is missing before the first listing. Download the consolidated list as XML.`,
    );
  }
  const day = /\bdateGenerated="(\d{4}-\d\d-\d\d)[^"]*"/.exec(root[1] ?? '')?.[1] ?? '';
  if (isDay(day)) return day;
  throw new ImportError(`${file} does not say in dateGenerated on which day the list was generated.`);
}

import { whyTextIsUnkept } from '../record/structure/keptValues.ts';
import { ExportError } from './exportError.ts';

/**
 * The text in XML 1.0, within an element or an attribute: a reader gets back the same.
 * @throws ExportError for a text of before such texts were refused
 */
export function escapedXml(text: string): string {
  const reason = whyTextIsUnkept(text);
  if (reason !== null)
    throw new ExportError(
      `XML cannot hold the text ${JSON.stringify(text.slice(0, 60))}, which ${reason}. Import it again without it, or export another format.`,
    );
  return text.replace(/[&<>"\t\n\r]/g, (character) => ENTITIES[character] ?? '');
}

/** A reader makes spaces of tabs and line breaks within an attribute, and a line feed of a carriage return. */
const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' },
  ...{ '\t': '&#9;', '\n': '&#10;', '\r': '&#13;' },
};

/** The text in XML 1.0, within an element or an attribute: a reader gets back the same. */
export function escapedXml(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, (character) => ENTITIES[character] ?? '');
}

/** A reader makes spaces of tabs and line breaks within an attribute, and a line feed of a carriage return. */
const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' },
  ...{ '\t': '&#9;', '\n': '&#10;', '\r': '&#13;' },
};

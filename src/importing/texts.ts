import { createHash } from 'node:crypto';

/**
 * A text as a part of an id: its words in small letters, separated by hyphens. If the text has more than letters a to
 * z, digits and separators, another text could give the same words, so a hash follows. Case does not matter.
 */
export function slugOf(text: string, separator: ' ' | '-' = ' '): string {
  const small = text.toLowerCase();
  const words = small.split(separator);
  if (words.every((word) => /^[a-z0-9]+$/.test(word))) return words.join('-');
  const plain = small.normalize('NFKD').replaceAll(/\p{Mark}/gu, '');
  return [plainSlug(plain), hashOf(small).slice(0, 8)].filter((each) => each !== '').join('-');
}

/** The letters a to z and the digits of a text, with hyphens in place of the rest; at most 60 characters. */
export function plainSlug(text: string): string {
  const words = text.match(/[a-z0-9]+/g)?.join('-') ?? '';
  return words.slice(0, 60).replace(/-$/, '');
}

/** Names a text by 80 bits of its hash: short enough to read, and unique among hundreds of millions of texts. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 20);
}

/** The text, cut at a space after at most `max` characters, with an ellipsis for the rest. */
export function truncateText(text: string, max: number): string {
  if (text.length <= max) return text;
  const start = text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '');
  const space = start.lastIndexOf(' ');
  return `${space > max / 2 ? start.slice(0, space) : start}…`;
}

/** Whether a cell of a table is blank, or has a word that programs write where there is no value. */
export function isNoValue(cell: string): boolean {
  return /^(?:NULL|NA|N\/A|NaN|\\N)?$/.test(cell.trim());
}

/** Whether a text is an address on the web, as sources have one. */
export function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text) && URL.canParse(text);
}

/** Memoizes a function of one text for the latest texts. */
export function memoize<T>(make: (text: string) => T, max = 20_000): (text: string) => T {
  const made = new Map<string, T>();
  return (text) => {
    const cached = made.get(text);
    if (cached !== undefined) return cached;
    const value = make(text);
    if (made.size >= max) made.clear();
    made.set(text, value);
    return value;
  };
}

/** Whether a value of JSON is an object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

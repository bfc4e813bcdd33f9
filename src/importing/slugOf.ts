import { createHash } from 'node:crypto';

/**
 * A text as a part of an id: its words in small letters, with hyphens between them. Where another text could come to
 * the same, because it has more in it than letters a to z, digits and separators, a hash of it follows. Case makes no
 * difference.
 */
export function slugOf(text: string, separator: ' ' | '-' = ' '): string {
  const small = text.toLowerCase();
  const words = small.split(separator);
  if (words.every((word) => /^[a-z0-9]+$/.test(word))) return words.join('-');
  const plain = small.normalize('NFKD').replaceAll(/\p{Mark}/gu, '');
  return [plainSlug(plain), hashOf(small).slice(0, 8)].filter((each) => each !== '').join('-');
}

/** The letters a to z and digits of a text, with hyphens for what stands between them; at most 60 characters. */
export function plainSlug(text: string): string {
  const words = text.match(/[a-z0-9]+/g)?.join('-') ?? '';
  return words.slice(0, 60).replace(/-$/, '');
}

/** Names a text by 80 bits of its hash: few enough to read, and enough for hundreds of millions of texts. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 20);
}

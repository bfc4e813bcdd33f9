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
  const slug =
    plain
      .match(/[a-z0-9]+/g)
      ?.join('-')
      .slice(0, 60)
      .replace(/-$/, '') ?? '';
  return [slug, hashOf(small).slice(0, 8)].filter((each) => each !== '').join('-');
}

/** Names a text by 80 bits of its hash: few enough to read, and enough for hundreds of millions of texts. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 20);
}

import { foldName } from './foldName.ts';

/** Asks the full-text index for texts that have every word, as written, as a beginning or with one typo. */
export function luceneAll(text: string): string {
  const words = wordsOf(text).map((word) => `(${word}^4 OR ${word}*^2${oneTypo(word)})`);
  return words.length === 0 ? 'nothing_to_search_for' : words.join(' AND ');
}

/** Words of letters and digits only: none of Lucene's own signs can come through. */
function wordsOf(text: string): string[] {
  return foldName(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Short words are too near to too many others to forgive a typo in. */
function oneTypo(word: string): string {
  return word.length >= 4 ? ` OR ${word}~1` : '';
}

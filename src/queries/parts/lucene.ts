import { foldName } from '../../record/foldName.ts';

/** Asks the full-text index for texts that have every word, as written, as a beginning or with one typo. */
export function luceneAll(text: string): string {
  const all = wordsOf(text);
  const indexed = all.filter((word) => !UNINDEXED.has(word));
  const words = (indexed.length > 0 ? indexed : all).map(
    (word) => `(${word}^4 OR ${word}*^2${oneTypo(word)})`,
  );
  return words.length === 0 ? 'nothing_to_search_for' : words.join(' AND ');
}

/** The words that the index's analyzer leaves out: asked for, they would find nothing. */
const UNINDEXED = new Set(
  'a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with'.split(
    ' ',
  ),
);

/**
 * Words as the index has them: letters and digits, and between them the apostrophes and full stops that hold a word
 * together ("people's", "u.s"). None of Lucene's own signs can come through.
 */
function wordsOf(text: string): string[] {
  return foldName(text).match(/[\p{L}\p{N}]+(?:['.][\p{L}\p{N}]+)*/gu) ?? [];
}

/** Short words are too near to too many others to forgive a typo in. */
function oneTypo(word: string): string {
  return word.length >= 4 ? ` OR ${word}~1` : '';
}

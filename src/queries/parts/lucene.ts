import { foldName } from '../../record/foldName.ts';

/** A query of the full-text index for texts that have every word: as written, as a prefix or with one typo. */
export function luceneAll(text: string): string {
  const all = wordsOf(text);
  const indexed = all.filter((word) => !UNINDEXED.has(word));
  const words = (indexed.length > 0 ? indexed : all).map(
    (word) => `(${word}^4 OR ${word}*^2${oneTypo(word)})`,
  );
  return words.length === 0 ? 'nothing_to_search_for' : words.join(' AND ');
}

/** Words that the index's analyzer leaves out; a search for them would find nothing. */
const UNINDEXED = new Set(
  'a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with'.split(
    ' ',
  ),
);

/**
 * The words as the index has them: letters and digits, with the apostrophes and full stops within a word ("people's",
 * "u.s"). No operator of Lucene's syntax can remain.
 */
function wordsOf(text: string): string[] {
  return foldName(text).match(/[\p{L}\p{N}]+(?:['.][\p{L}\p{N}]+)*/gu) ?? [];
}

/** A short word is too similar to too many others to allow a typo. */
function oneTypo(word: string): string {
  return word.length >= 4 ? ` OR ${word}~1` : '';
}

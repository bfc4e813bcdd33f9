import anyAscii from 'any-ascii';
import { foldName } from '../record/foldName.ts';

/** The words of a name as names are compared: in Latin letters, without case, diacritics and what stands between them. */
export function wordsOf(name: string): string[] {
  return foldName(anyAscii(name.normalize('NFC')))
    .replaceAll(/['`]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/**
 * What spellings of a word in other letters have in common, since scripts differ most in vowels and doubled letters:
 * "muhammad", "Mohamed" and محمد are all `mhmd`.
 */
export function skeletonOf(word: string): string {
  const [first = ''] = word;
  const rest = word.slice(1).replaceAll(/[aeiouyw]/g, '');
  return (first + rest).replaceAll(/(.)\1+/g, '$1');
}

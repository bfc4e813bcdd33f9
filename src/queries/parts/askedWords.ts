import { cypher, type Fragment } from '../../cypher/cypher.ts';
import type { Parameters } from '../../cypher/statement.ts';
import { type Spelling, type Word, wordsOf } from '../../record/words.ts';

/**
 * The words of a search, as parameters: `search` for the full-text index of `words`, and `words` for `hasWords`, which
 * finds the same without the index. A node must have each of them: as written, as the beginning of a word, or with one
 * typo. Short words and numbers must be there as written.
 */
export function askedWords(text: string) {
  const words = wordsOf(text);
  return {
    search: words.length === 0 ? NO_TOKEN : [...new Set(words.map(inLucene))].join(' AND '),
    words: words.length === 0 ? [forms([], [])] : words.flatMap(inCypher),
  };
}

/** Whether the node has each word in some form. */
export function hasWords(node: Fragment): Fragment {
  return cypher`all(word IN $words WHERE any(form IN word.forms WHERE ${node}.words CONTAINS form)
    OR (any(part IN word.nearly WHERE ${node}.words CONTAINS part) AND ${node}.words =~ word.misspelt))`;
}

/** Whether it has each word as written. */
export function hasWholeWords(node: Fragment): Fragment {
  return cypher`all(word IN $words WHERE any(form IN word.whole WHERE ${node}.words CONTAINS form))`;
}

/** No text has a token with a capital letter alone. */
const NO_TOKEN = 'U';

function inLucene({ whole, parts }: Word): string {
  if (parts.length === 0) return `(${clauses(whole)})`;
  const each = parts.map(({ alone, joined }) => `(${[clauses(alone), ...asWritten(joined)].join(' OR ')})`);
  return `(${clauses(whole)} OR (${each.join(' AND ')}))`;
}

function clauses({ tokens, isWord }: Spelling): string {
  const [token = ''] = tokens;
  if (!isWord) return `"${tokens.join(' ')}"`;
  const asBeginning = isLong(token) ? `${token}*` : token;
  return mayBeMisspelt(token) ? `${asBeginning} OR /${oneTypo(token)}/` : asBeginning;
}

/** Several words in one clause, because the number of clauses is limited. */
function asWritten(spellings: readonly Spelling[]): string[] {
  const words = spellings.filter(({ isWord }) => isWord).flatMap(({ tokens }) => tokens);
  const others = spellings.filter(({ isWord }) => !isWord);
  return [...(words.length > 0 ? [`/${words.join('|')}/`] : []), ...others.map(clauses)];
}

function inCypher({ whole, parts }: Word): Parameters[] {
  if (parts.length === 0) return [forms([whole], [])];
  return parts.map(({ alone, joined }) => forms([alone, whole], joined));
}

/** The texts that `words` contains if it has the word. */
function forms(spellings: readonly Spelling[], joined: readonly Spelling[]): Parameters {
  const written = [...spellings, ...joined].map(({ tokens }) => ` ${tokens.join(' ')} `);
  const words = spellings.flatMap(({ isWord, tokens }) => (isWord ? tokens : []));
  const misspelt = words.filter(mayBeMisspelt);
  return {
    whole: written,
    forms: [...written, ...words.filter(isLong).map((token) => ` ${token}`)],
    nearly: misspelt.flatMap(partsThatStay),
    misspelt: misspelt.length === 0 ? null : `.* (${misspelt.map(oneTypo).join('|')}) .*`,
  };
}

/** Whether a word may begin with it. A syllable of Korean has two or three letters, but it is one. */
function isLong(token: string): boolean {
  return lengthOf(token) > 1 && lengthOf(token.normalize('NFD')) > 2 && !/^\p{N}+$/u.test(token);
}

/** A short word is too similar to too many others, and so is a number. A very long one would cost too much. */
function mayBeMisspelt(token: string): boolean {
  const length = lengthOf(token);
  return length >= 4 && length <= 30 && !/\p{N}/u.test(token);
}

function lengthOf(token: string): number {
  return Array.from(token).length;
}

/** A pattern for the word with one letter more, less or other, or two that changed places. */
function oneTypo(token: string): string {
  const letters = Array.from(token);
  if (letters.length === 1) return `[^ ]?|[^ ]${token}|${token}[^ ]`;
  const { left, right, swapped } = halves(letters);
  return `(${oneTypo(left)})${right}|${left}(${oneTypo(right)})|${swapped}`;
}

/** One of these is in every text that has the word with one typo. */
function partsThatStay(token: string): string[] {
  const { left, right, swapped } = halves(Array.from(token));
  return [` ${left}`, `${right} `, ` ${swapped} `];
}

/** The halves of a word, and the word with the letters where they meet swapped. */
function halves(letters: readonly string[]) {
  const middle = letters.length >> 1;
  const [left, right] = [letters.slice(0, middle), letters.slice(middle)];
  const swapped = [...left.slice(0, -1), right[0], left.at(-1), ...right.slice(1)];
  return { left: left.join(''), right: right.join(''), swapped: swapped.join('') };
}

import anyAscii from 'any-ascii';

/** A name as search compares it: folded, and without repeated blanks. */
export function foldName(name: string): string {
  return fold(name).replace(/\s+/gu, ' ').trim();
}

/**
 * The text without what people write or leave out as they please: case, the diacritics of Latin and Greek letters, the
 * points of Hebrew and Arabic ones, accents on any letter, other forms of a letter or digit, other signs for an
 * apostrophe, and what cannot be seen. Marks that make another letter stay: й is not и, が is not か, and a vowel sign
 * of Devanagari is a vowel. Composed and decomposed texts give the same.
 */
export function fold(text: string): string {
  if (IS_ASCII.test(text)) return text.toLowerCase().replaceAll('`', "'");
  return seen(seen(text).normalize('NFKC'))
    .replace(POINTED, (letter) => letter.normalize('NFD'))
    .replace(ACCENTS, '')
    .toUpperCase()
    .toLowerCase()
    .replace(WRITTEN_OTHERWISE, usualForm)
    .normalize('NFC');
}

function seen(text: string): string {
  return text.replace(UNSEEN, '').replace(APOSTROPHES, "'");
}

function usualForm(letter: string): string {
  const latin = USUAL[letter] ?? anyAscii(letter).toLowerCase();
  // The package writes some letters as signs, and others not at all: these are letters of their own.
  return letter in USUAL || /^[a-z0-9]+$/.test(latin) ? latin : letter;
}

const IS_ASCII = /^[\0-\x7f]*$/;
/** With the stroke that only stretches an Arabic word. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\u0640]/gu;
/** With the accents that stand by themselves and the modifiers that are no letters. */
const APOSTROPHES = /(?!\^)[’‘‛′＇׳\u0374\u02b9-\u02df\u02e5-\u02ff\p{Sk}]/gu;
const POINTED = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}]/gu;
const ACCENTS = /(?=\p{M})[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}]/gu;

/** Letters that are written for each other. */
const USUAL: Readonly<Record<string, string>> = { ς: 'σ', ё: 'е', ى: 'ي', ی: 'ي', ک: 'ك', ة: 'ه' };
const WRITTEN_OTHERWISE = /(?![a-z0-9])[\p{Script=Latin}\p{Nd}ςёىیکة]/gu;

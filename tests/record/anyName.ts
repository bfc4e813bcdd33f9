import fc from 'fast-check';
import { characters, type Script, scripts } from './unicode.ts';

export const SCRIPTS: readonly Script[] = scripts();
export const DIGITS = characters(/^\p{N}$/u);
/** All that may stand within a word and is no letter, mark, digit or blank: signs, and what cannot be seen. */
export const SIGNS = characters(/^[\p{P}\p{S}\p{Cf}\p{Cc}\p{Variation_Selector}]$/u).filter((sign) =>
  /\P{White_Space}/u.test(sign),
);

/** A name, and what it is made of. */
export interface AnyName {
  readonly name: string;
  /** Between blanks. */
  readonly words: readonly string[];
  /** Between blanks and signs. */
  readonly parts: readonly string[];
}

/** Names of words of a script, of digits or of stop words, some of which signs tie to one another. */
export function anyName(script: Script): fc.Arbitrary<AnyName> {
  const part = fc.oneof(
    { weight: 6, arbitrary: anyWord(script) },
    anyNumber(),
    fc.constantFrom(...STOP_WORDS),
  );
  const tied = fc.array(fc.tuple(part, fc.constantFrom(...SIGNS)), { minLength: 1, maxLength: 3 });
  const form = fc.constantFrom('NFC', 'NFD');
  return fc.tuple(fc.array(tied, { minLength: 2, maxLength: 3 }), form).map(([ties, normal]) => {
    const words = ties.map((tie) =>
      tie.map(([one, sign], place) => (place + 1 < tie.length ? one + sign : one)).join(''),
    );
    const parts = ties.flatMap((tie) => tie.map(([one]) => one));
    return { name: words.join(' ').normalize(normal), words, parts };
  });
}

/** One to six letters, some with a mark. */
function anyWord({ letters, marks }: Script): fc.Arbitrary<string> {
  const mark = fc.constantFrom('', '', '', ...marks.slice(0, 20), '\u0301');
  const letter = fc.tuple(fc.constantFrom(...letters), mark).map((both) => both.join(''));
  return fc.array(letter, { minLength: 1, maxLength: 6 }).map((all) => all.join(''));
}

function anyNumber(): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...DIGITS), { minLength: 1, maxLength: 4 }).map((all) => all.join(''));
}

const STOP_WORDS = ['the', 'Of', 'AND', 'to', 'not', 'A', 'an', 'it', 'will'];

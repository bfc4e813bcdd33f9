import type { Fault, Path } from '../fault.ts';

/**
 * The values that could not come back as they are, whatever their schema: the database, a client's JSON, or XML would
 * change them.
 */
export function faultsOfUnkept(value: unknown, path: Path = []): Fault[] {
  if (typeof value === 'string') {
    const reason = whyTextIsUnkept(value);
    return reason === null ? [] : [faultOf(path, reason, 'Correct the character, or take it out.')];
  }
  if (Object.is(value, -0)) return [faultOf(path, 'is -0, which comes back as 0', 'Write 0.')];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([step, each]) => faultsOfUnkept(each, [...path, step]));
}

/** Tabs and line breaks are kept. Halves of surrogate pairs, U+FFFE and U+FFFF are no characters. */
const UNKEPT = /[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/u;

/** Says which character of a text could not come back, as the end of a sentence; null if all can. */
export function whyTextIsUnkept(text: string): string | null {
  const found = UNKEPT.exec(text);
  if (found === null) return null;
  const [character] = found;
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return `has ${kindOf(character)} (U+${code}) at character ${found.index + 1}`;
}

function kindOf(character: string): string {
  if (/\p{Cs}/u.test(character)) return 'half of a surrogate pair';
  return /\p{Cc}/u.test(character) ? 'a control character' : 'a code point that is no character';
}

function faultOf(path: Path, reason: string, fix: string): Fault {
  const name = String(path.at(-1) ?? 'the value');
  const what = /^\d+$/.test(name)
    ? `item ${Number(name) + 1} of \`${path.at(-2) ?? 'the list'}\``
    : `\`${name}\``;
  return { path, at: 'value', message: `${what} ${reason}`, fix };
}

/** Whether the number that this text writes in decimal comes back as that number: a double holds 15 to 17 digits. */
export function isExactNumber(text: string): boolean {
  const [own, kept] = [decimalOf(text), decimalOf(String(Number(text)))];
  return own !== null && own === kept;
}

/** The number without the freedom that its notation has: `-120e1` is `-12e2`. */
function decimalOf(text: string): string | null {
  const match = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text.trim());
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  if (digits === '') return `${whole}${fraction}` === '' ? null : `${sign === '-' ? '-' : ''}0`;
  const significant = digits.replace(/0+$/, '');
  const power = BigInt(exponent) - BigInt(fraction.length) + BigInt(digits.length - significant.length);
  return `${sign === '-' ? '-' : ''}${significant}e${power}`;
}

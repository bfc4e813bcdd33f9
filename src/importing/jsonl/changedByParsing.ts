import { isExactNumber } from '../../record/structure/keptValues.ts';
import type { FieldFault } from '../rows/fault.ts';

/** An object or a list that is being read. */
interface Frame {
  /** Of an object; null for a list. */
  readonly names: Set<string> | null;
  /** The name or the number of the value that comes next or is being read. */
  step: string | number;
  isName: boolean;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|-?\d[\d.eE+-]*/g;

/**
 * What JSON.parse changes in silence: it takes the last of two values of one name, and the nearest double of a number.
 * @param json the text of an object, which can be parsed
 * @returns the first such place; `null` if there is none
 */
export function changedByParsing(json: string): FieldFault | null {
  const frames: Frame[] = [];
  const place = () => frames.map(({ step }) => step).join('.');
  for (const [token] of json.matchAll(TOKEN)) {
    const top = frames.at(-1);
    if (token === '{') frames.push({ names: new Set(), step: '', isName: true });
    else if (token === '[') frames.push({ names: null, step: 0, isName: false });
    else if (token === '}' || token === ']') frames.pop();
    else if (top === undefined) continue;
    else if (token === ':') top.isName = false;
    else if (token === ',') {
      if (top.names === null) top.step = Number(top.step) + 1;
      else top.isName = true;
    } else if (token.startsWith('"')) {
      if (!top.isName) continue;
      top.step = JSON.parse(token) as string;
      if (top.names?.has(top.step) === true)
        return {
          column: place(),
          message: `\`${top.step}\` stands twice — Keep one of the two.`,
        };
      top.names?.add(top.step);
    } else if (!isExactNumber(token)) {
      const kept = Object.is(Number(token), -0) ? '0' : String(Number(token));
      const message = `the number ${token} would come back as ${kept} — Write a number with at most 15 digits.`;
      return { column: place(), message };
    }
  }
  return null;
}

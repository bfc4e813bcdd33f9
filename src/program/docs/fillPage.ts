import { format, resolveConfig } from 'prettier';

/** What stands between the markers of a kind, from what the first of them names after its colon. */
type Printer = (argument: string) => string | Promise<string>;

export type Printers = Readonly<Record<string, Printer>>;

const MARKED = /^( *)<!-- ([a-z-]+)(?:: (.+?))? -->\n[^]*?<!-- end -->$/gm;
const BEGIN = /^ *<!-- (?!end -->)[a-z-]+(?:: .+?)? -->$/gm;

/**
 * The page with what its markers stand for between them, laid out as Prettier has it. A marker is
 * `<!-- kind: argument -->`, and what it stands for ends at `<!-- end -->`.
 * @throws Error for a marker without an end, and for a kind that no printer prints
 */
export async function fillPage(page: string, text: string, printers: Printers): Promise<string> {
  const marked = [...text.matchAll(MARKED)];
  if (marked.length !== [...text.matchAll(BEGIN)].length)
    throw new Error(`${page}: a marker has no \`<!-- end -->\` of its own.`);
  if (marked.length === 0) return text;
  let filled = '';
  let done = 0;
  for (const match of marked) {
    const [whole, indent = '', kind = '', argument = ''] = match;
    const printer = printers[kind];
    if (printer === undefined)
      throw new Error(`${page}: unknown marker "${kind}". Markers: ${Object.keys(printers).join(', ')}.`);
    const content = (await printer(argument)).trim().replace(/^(?=.)/gm, indent);
    const begin = whole.slice(0, whole.indexOf('\n'));
    filled += `${text.slice(done, match.index)}${begin}\n\n${content}\n\n${indent}<!-- end -->`;
    done = match.index + whole.length;
  }
  return await format(filled + text.slice(done), { ...(await resolveConfig(page)), parser: 'markdown' });
}

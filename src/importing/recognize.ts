import type { Importer } from './importer.ts';
import { ImportError } from './rows/fault.ts';
import { IMPORTERS } from './importers.ts';
import { type FileHead, headOf, otherFormat } from './rows/fileHead.ts';
import type { InputFile } from './rows/inputFile.ts';

/**
 * Checks by their first lines that files are of the format.
 * @throws ImportError that says what the first file of another kind seems to be
 */
export async function requireFormat(importer: Importer, files: readonly InputFile[]): Promise<void> {
  for (const file of files) {
    const head = await headOf(file);
    if (head.isEmpty) throw new ImportError(`"${head.name}" is empty.`);
    const reason = importer.refuses(head);
    const other = reason === null ? '' : guess(head);
    // Of lines that cannot be stored, each has its own fault.
    if (reason === null || (head.lines.length === 0 && other === '')) continue;
    throw new ImportError(`"${head.name}" is not a file of ${importer.title}: ${reason}.${other}`);
  }
}

/** What the file seems to be, with what to do. */
function guess(head: FileHead): string {
  const found = Object.entries(IMPORTERS).find(([, { refuses }]) => refuses(head) === null);
  if (found !== undefined)
    return ` It seems to be one of ${found[1].title}: npm run import -- ${found[0]} FILE`;
  const other = otherFormat(head);
  return other === null ? '' : ` It seems to be ${other}.`;
}

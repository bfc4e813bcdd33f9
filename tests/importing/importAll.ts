import type { InputFile } from '../../src/importing/rows/inputFile.ts';
import { inputFileOf } from './importerLaws.ts';
import type { ImportInput, ImportPart, Importer } from '../../src/importing/importer.ts';

/** All parts that the files come to, for a dataset called `test`. */
export async function importAll(
  importer: Importer,
  files: readonly (InputFile | string)[],
  input: Partial<ImportInput> = {},
): Promise<ImportPart[]> {
  const parts: ImportPart[] = [];
  const opened = await Promise.all(
    files.map(async (file) => (typeof file === 'string' ? await inputFileOf(file) : file)),
  );
  for await (const part of importer.parts({
    files: opened,
    dataset: 'test',
    asIs: false,
    after: null,
    ...input,
  })) {
    parts.push(part);
  }
  return parts;
}

/** Each event as its id, its type and code, its summary, and the keys of its reports. */
export function outline(parts: readonly ImportPart[]): unknown[] {
  return parts.flatMap(({ events }) =>
    events.map(({ id, type, cameo, summary, reports }) => [
      id,
      `${type} ${cameo ?? ''}`,
      summary,
      reports.map(({ key }) => key),
    ]),
  );
}

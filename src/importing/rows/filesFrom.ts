import { ImportError, type RowPlace } from '../importer.ts';

/** The files that are left to read after a row, its own among them. @throws ImportError if its file is none of them */
export function filesFrom(files: readonly string[], after: RowPlace | null): readonly string[] {
  if (after === null) return files;
  const first = files.indexOf(after.file);
  if (first >= 0) return files.slice(first);
  throw new ImportError(
    `Cannot continue after line ${after.line} of "${after.file}": the file is missing from the command. Name it, or add --restart.`,
  );
}

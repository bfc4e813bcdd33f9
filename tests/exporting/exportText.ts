import type { ExportInput } from '../../src/exporting/exporter.ts';
import { EXPORTERS } from '../../src/exporting/exporters.ts';
import { exportGraph } from '../../src/exporting/exportGraph.ts';

/** What an export writes, by file; of a format of one text under the empty name. */
export async function exportFiles(format: string, input: ExportInput): Promise<Record<string, Buffer>> {
  const pieces: Record<string, Buffer[]> = {};
  await exportGraph(EXPORTERS[format]!, input, ({ file, text }) => {
    (pieces[file] ??= []).push(Buffer.from(text as string));
    return Promise.resolve();
  });
  return Object.fromEntries(Object.entries(pieces).map(([file, all]) => [file, Buffer.concat(all)]));
}

export async function exportTexts(format: string, input: ExportInput): Promise<Record<string, string>> {
  const files = await exportFiles(format, input);
  return Object.fromEntries(Object.entries(files).map(([file, bytes]) => [file, bytes.toString()]));
}

export async function exportText(format: string, input: ExportInput): Promise<string> {
  return (await exportTexts(format, input))[''] ?? '';
}

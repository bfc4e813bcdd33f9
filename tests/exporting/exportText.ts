import type { ExportInput } from '../../src/exporting/exporter.ts';
import { EXPORTERS } from '../../src/exporting/exporters.ts';
import { exportGraph } from '../../src/exporting/exportGraph.ts';

/** What an export writes, by file; of a format of one text under the empty name. */
export async function exportTexts(format: string, input: ExportInput): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  await exportGraph(EXPORTERS[format]!, input, ({ file, text }) => {
    texts[file] = (texts[file] ?? '') + text;
    return Promise.resolve();
  });
  return texts;
}

export async function exportText(format: string, input: ExportInput): Promise<string> {
  return (await exportTexts(format, input))[''] ?? '';
}

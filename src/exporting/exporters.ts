import { csv } from './csv.ts';
import type { Exporter } from './exporter.ts';
import { followTheMoney } from './followTheMoney/ftmExporter.ts';
import { gexf } from './gexf.ts';
import { graphml } from './graphml.ts';
import { jsonl } from './jsonlExporter.ts';
import { parquet } from './parquet.ts';

/** The formats that can be exported, by the names that the command takes. */
export const EXPORTERS: Readonly<Record<string, Exporter>> = {
  jsonl,
  csv,
  parquet,
  graphml,
  gexf,
  ftm: followTheMoney,
};

import { followTheMoney } from './followTheMoney/ftmImporter.ts';
import { gdelt } from './gdelt/gdelt.ts';
import { gdelt2 } from './gdelt/gdelt2.ts';
import { icews } from './icews/icews.ts';
import { icews14 } from './icews/icews14.ts';
import type { Importer } from './importer.ts';
import { jsonl } from './jsonl/jsonlImporter.ts';
import { polecat } from './polecat/polecat.ts';
import { unSanctions } from './unSanctions/unSanctions.ts';

/** The formats that can be imported, by the names that the command takes. */
export const IMPORTERS: Readonly<Record<string, Importer>> = {
  icews,
  icews14,
  gdelt,
  gdelt2,
  polecat,
  'un-sanctions': unSanctions,
  ftm: followTheMoney,
  jsonl,
};

import { followTheMoney } from './followTheMoney.ts';
import { gdelt } from './gdelt.ts';
import { icews } from './icews.ts';
import { icews14 } from './icews14.ts';
import type { Importer } from './importer.ts';
import { jsonl } from './jsonl.ts';
import { unSanctions } from './unSanctions.ts';

/** The formats that can be imported, by the name that the command knows them by. */
export const IMPORTERS: Readonly<Record<string, Importer>> = {
  icews,
  icews14,
  gdelt,
  'un-sanctions': unSanctions,
  ftm: followTheMoney,
  jsonl,
};

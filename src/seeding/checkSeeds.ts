import { collectCorpus, type Corpus } from './corpus.ts';
import { type SeedFault, sortFaults } from './fault.ts';
import type { Seeds } from './readSeeds.ts';
import { SEED_RULES } from './seedRules.ts';

/** What was checked, and every fault of every file, in order; without any, all of the corpus is as it should be. */
export interface CheckedSeeds {
  readonly corpus: Corpus;
  readonly faults: readonly SeedFault[];
}

/** Checks the form of each file, then what the files say together. */
export function checkSeeds(seeds: Seeds): CheckedSeeds {
  const { corpus, faults } = collectCorpus(seeds);
  const broken = SEED_RULES.flatMap((rule) => [...rule(corpus)]);
  return { corpus, faults: sortFaults([...seeds.faults, ...faults, ...broken]) };
}

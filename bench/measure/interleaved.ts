import type { Arm } from '../arms/arm.ts';

export interface Timing {
  readonly rounds: number;
  /** How many samples a round takes of each arm at most. */
  readonly samples: number;
  /** How many milliseconds the slowest arm may take in a round, but for three samples. */
  readonly budgetMs: number;
}

/** Milliseconds of each sample, by arm. */
export type Samples = Readonly<Record<string, readonly number[]>>;

const FEWEST = 3;

/** Times arms in turns, A B C, C B A, …, all with the same draws; one round before that is not counted. */
export async function interleaved(arms: readonly Arm[], draws: number, timing: Timing): Promise<Samples> {
  const times = Object.fromEntries(arms.map(({ name }) => [name, [] as number[]]));
  const slowest = Math.max(...(await warmUp(arms, draws)));
  const samples = Math.max(FEWEST, Math.min(timing.samples, Math.floor(timing.budgetMs / slowest)));
  for (let round = 0; round < timing.rounds; round++) {
    const order = round % 2 === 0 ? arms : [...arms].reverse();
    for (const { name, ask } of order) {
      for (let sample = 0; sample < samples; sample++) {
        const start = performance.now();
        await ask((round * samples + sample) % draws);
        times[name]?.push(performance.now() - start);
      }
    }
  }
  return times;
}

const WARM_MS = 300;

/** How long one sample of each arm takes once it is warm: what is compiled as it runs needs some dozens to be. */
async function warmUp(arms: readonly Arm[], draws: number): Promise<number[]> {
  const times: number[] = [];
  for (const { ask } of arms) {
    const start = performance.now();
    let last = 0;
    for (let sample = 0; sample < FEWEST || performance.now() - start < WARM_MS; sample++) {
      const before = performance.now();
      await ask(sample % draws);
      last = performance.now() - before;
    }
    times.push(last);
  }
  return times;
}

import type { Arm } from '../arms/arm.ts';

export interface Timing {
  readonly rounds: number;
  /** The maximum number of samples of each arm in a round. */
  readonly samples: number;
  /** The maximum time in milliseconds of the slowest arm in a round; three samples are always taken. */
  readonly budgetMs: number;
}

/** The milliseconds of each sample, by arm. */
export type Samples = Readonly<Record<string, readonly number[]>>;

const FEWEST = 3;

/** Times arms alternately, A B C, C B A, …, all with the same draws. The round before that is not counted. */
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

/** The time of one sample of each arm after it has warmed up: just-in-time compilation needs some dozens. */
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

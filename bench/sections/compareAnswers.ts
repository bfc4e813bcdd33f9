import { isDeepStrictEqual } from 'node:util';
import type { Arm } from '../arms/arm.ts';
import type { Draw } from '../operations/operation.ts';

/** Arms whose answers differ do not measure the same. */
class DifferentAnswers extends Error {}

/** Asks every arm about every draw. @throws DifferentAnswers for the first two answers that differ */
export async function compareAnswers(
  operation: string,
  arms: readonly Arm[],
  draws: readonly Draw[],
): Promise<void> {
  for (const [index, draw] of draws.entries()) {
    const answers = [];
    for (const arm of arms) answers.push({ name: arm.name, answer: await answerOf(arm, index) });
    const [first, ...others] = answers;
    for (const other of others) {
      if (isDeepStrictEqual(first?.answer, other.answer)) continue;
      const answers = [first, other].map(
        (each) => `  ${each?.name}: ${JSON.stringify(each?.answer).slice(0, 2_000)}`,
      );
      throw new DifferentAnswers(`${operation} of ${JSON.stringify(draw)}:\n${answers.join('\n')}`);
    }
  }
}

/** The number of draws for which two arms agree, if they need not. */
export async function agreement(arms: readonly Arm[], draws: readonly Draw[]): Promise<number> {
  let agreed = 0;
  for (const index of draws.keys()) {
    const answers = await Promise.all(arms.map((arm) => answerOf(arm, index)));
    if (answers.every((answer) => isDeepStrictEqual(answer, answers[0]))) agreed++;
  }
  return agreed;
}

async function answerOf(arm: Arm, index: number): Promise<unknown> {
  const answer = arm.answer(await arm.ask(index), index);
  // Some answers are objects of other prototypes.
  return JSON.parse(JSON.stringify(answer ?? null)) as unknown;
}

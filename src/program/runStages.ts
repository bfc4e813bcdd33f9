import { Listr } from 'listr2';

export interface Stage<Context> {
  readonly title: string;
  readonly task: (context: Context, shown: { output: string; title: string }) => Promise<void>;
}

/** Runs the stages of a start and shows their progress. It throws failures and does not print them. */
export async function runStages<Context extends object>(
  stages: readonly Stage<Context>[],
  context: Context,
): Promise<void> {
  const failures: unknown[] = [];
  const tasks = stages.map(({ title, task }) => ({
    title,
    task: async (_: Context, shown: { output: string; title: string }) => {
      try {
        await task(context, shown);
      } catch (error) {
        failures.push(error);
        // An error without a message only marks its stage as failed.
        throw new Error('', { cause: error });
      }
    },
  }));
  try {
    await new Listr<Context>(tasks).run(context);
  } catch (error) {
    throw failures[0] ?? error;
  }
}

import TestRunner from 'jest-runner';

/**
 * Runs unit tests on all workers; beside them those of the graph one after another, as they share a database; then
 * those of processes, which want the machine for themselves.
 */
export default class Runner extends TestRunner {
  async runTests(tests, watcher, { serial }) {
    const run = async (project, oneByOne) => {
      const its = tests.filter(({ context }) => context.config.displayName.name === project);
      if (its.length > 0) await super.runTests(its, watcher, { serial: oneByOne });
    };
    await Promise.all([run('unit', serial), run('graph', true)]);
    await run('process', true);
  }
}

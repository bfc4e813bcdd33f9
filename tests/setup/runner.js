import TestRunner from 'jest-runner';

/**
 * Those who share the graph run one after another, in this process. Beside them run the others, in workers: unit tests
 * on all at once, then those that start a Neo4j or programs of their own one by one, as each needs much of a machine.
 */
export default class Runner extends TestRunner {
  async runTests(tests, watcher, { serial }) {
    const run = (some, oneByOne = serial) => super.runTests(some, watcher, { serial: oneByOne });
    if (serial) return await run(tests);
    const of = (name) => tests.filter(({ context }) => context.config.displayName.name === name);
    const others = async () => {
      await run(of('unit'));
      for (const test of of('process')) await run([test]);
    };
    await Promise.all([run(of('graph'), true), others()]);
  }
}

import TestRunner from 'jest-runner';

/**
 * First run those that only read the graph, in workers. Those that write to it then run one after another, in this
 * process. Beside them run the others, in workers: unit tests on all at once, then those that start a Neo4j or
 * programs of their own one by one, as each needs much of a machine.
 */
export default class Runner extends TestRunner {
  async runTests(tests, watcher, { serial }) {
    const run = (some, oneByOne = serial) => super.runTests(some, watcher, { serial: oneByOne });
    if (serial) return await run(tests);
    const of = (name) => tests.filter(({ context }) => context.config.displayName.name === name);
    const onlyReads = ({ path }) => path.endsWith('.read.graph.test.ts');
    await run(of('graph').filter(onlyReads));
    const writers = of('graph').filter((test) => !onlyReads(test));
    const others = async () => {
      await run(of('unit'));
      for (const test of of('process')) await run([test]);
    };
    await Promise.all([run(writers, true), others()]);
  }
}

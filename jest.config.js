/** The end of a test file's name says what it needs: nothing, the run's graph, or a Neo4j or programs of its own. */
const ENDINGS = { unit: '', graph: '(\\.read)?\\.graph', process: '\\.process' };

const project = (name) => ({
  displayName: name,
  roots: ['<rootDir>/tests'],
  testRegex: `/[^./]+${ENDINGS[name]}\\.test\\.ts$`,
  runner: '<rootDir>/tests/setup/runner.js',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false },
          target: 'es2022',
        },
        module: { type: 'es6' },
      },
    ],
  },
});

/** One database serves all that need it (tests/setup). First the readers run side by side, then the others one by one. */
const graph = {
  ...project('graph'),
  globalSetup: '<rootDir>/tests/setup/startDatabase.ts',
  globalTeardown: '<rootDir>/tests/setup/stopDatabase.ts',
};

const ofProcesses = {
  ...project('process'),
  setupFiles: ['<rootDir>/tests/setup/shortLivedServers.ts'],
};

export default {
  projects: [project('unit'), graph, ofProcesses],
  maxWorkers: '100%',
  // Ends a test that hangs; how long one takes is no matter of right or wrong.
  testTimeout: 300_000,
};

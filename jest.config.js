/** One database serves the whole run (tests/setup), so that test files run one after another. */
export default {
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  globalSetup: '<rootDir>/tests/setup/startDatabase.ts',
  globalTeardown: '<rootDir>/tests/setup/stopDatabase.ts',
  maxWorkers: 1,
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
  // Ends a test that hangs; how long one takes is no matter of right or wrong.
  testTimeout: 300_000,
};

/** Tests run as ES modules, straight from TypeScript. @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  // The browser tests wait more than they compute: two at a time keep two cores busy.
  maxWorkers: 2,
  // No test judges how fast the machine is: a busy one needs several times as long for what starts a database.
  testTimeout: 30_000,
  globalSetup: '<rootDir>/test/global-setup.js',
  testSequencer: '<rootDir>/test/sequencer.js',
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
  // Bundles and snapshots of the infrastructure are not test files.
  modulePathIgnorePatterns: ['<rootDir>/cdk.out', '<rootDir>/build', '<rootDir>/.traboule'],
};

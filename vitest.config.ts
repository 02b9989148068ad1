import { defineConfig } from 'vitest/config';

/** These look at the derivation of keys itself, or open books whose keys other processes derived. */
const REAL_KEYS = [
  'test/{bench,faults,scripts,shell,transport}/**/*.test.ts',
  'test/bundle/golden.test.ts',
  'test/registers/rectification/issuing-killed.test.ts',
  'test/store/{damage,first-release,golden,keys}.test.ts',
];
/** These drive a browser, each in a process of its own; what they wait for has its own, shorter limit. */
const JOURNEYS = ['test/journeys/**/*.test.ts'];
/** These start and kill processes. */
const ALONE = ['test/{commands/story,store/processes}.test.ts'];
const quickKeys = { setupFiles: ['test/support/quick-password-keys.ts'] };

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 3,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'real keys', include: REAL_KEYS } },
      { extends: true, test: { name: 'alone', include: ALONE, ...quickKeys } },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: JOURNEYS,
          testTimeout: 240_000,
          hookTimeout: 240_000,
          expect: { poll: { timeout: 20_000 } },
          ...quickKeys,
        },
      },
      {
        extends: true,
        // One file after another in the same process, which starts and loads the program once.
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: [...REAL_KEYS, ...JOURNEYS, ...ALONE],
          isolate: false,
          ...quickKeys,
        },
      },
    ],
  },
});

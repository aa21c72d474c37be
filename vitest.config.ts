import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const resolve = { conditions: ['source'] };
/** Of two cores both are used: of one the tests would take longer than a gate may. */
const maxWorkers = Math.max(2, availableParallelism() - 1);
/** Each journey is a server, a database and a browser: two of them keep two cores busy. */
const maxJourneys = Math.max(2, Math.floor(availableParallelism() / 2));
const ssr = { resolve: { conditions: ['source', 'node'] } };

export default defineConfig({
  resolve,
  ssr,
  test: {
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: 'unit',
          maxWorkers,
          // What the files import is loaded once for all: loading it for each took longer than the tests.
          isolate: false,
          include: [
            'packages/*/src/**/*.test.{ts,tsx}',
            'apps/{cli,web}/src/**/*.test.{ts,tsx}',
            'corpus/**/*.test.ts',
          ],
          testTimeout: 30_000,
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'server',
          maxWorkers,
          isolate: false,
          include: ['apps/server/src/**/*.test.ts'],
          globalSetup: ['apps/server/src/testing/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 30_000 } },
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: ['test/support/prepared-data.ts'],
          maxWorkers: maxJourneys,
          isolate: false,
          testTimeout: 90_000,
          hookTimeout: 120_000,
          // What comes about on a page may take a slow computer longer than the usual second.
          expect: { poll: { timeout: 30_000 } },
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});

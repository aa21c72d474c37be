import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const resolve = { conditions: ['source'] };
/** Of two cores both are used: of one the tests would take longer than a gate may. */
const maxWorkers = Math.max(2, availableParallelism() - 1);
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
          include: ['apps/server/src/**/*.test.ts'],
          globalSetup: ['apps/server/src/testing/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 120_000,
          // Each journey has a server, a database and a browser of its own.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    pool: 'threads',
    // Most tests wait for the database; two more than there are cores keep the cores busy.
    maxWorkers: 4,
    globalSetup: ['test/database-server.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});

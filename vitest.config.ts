import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    pool: 'threads',
    globalSetup: ['test/database-server.ts'],
    testTimeout: 20_000,
    hookTimeout: 120_000,
  },
});

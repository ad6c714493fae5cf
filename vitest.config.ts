import { configDefaults, defineConfig } from 'vitest/config';

// Matrices of every door for everybody, whole journeys in a browser: minutes of work that CI does each time. THOROUGH=1
// runs them too.
const thorough = process.env.THOROUGH ? [] : ['**/*.thorough.test.ts'];

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...thorough],
    pool: 'threads',
    // No module keeps anything between calls (STYLE.md), so files can share the modules of a worker: half the time.
    isolate: false,
    // Most tests wait for the database; two more than there are cores keep the cores busy.
    maxWorkers: 4,
    globalSetup: ['test/database-server.ts'],
    setupFiles: ['test/seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});

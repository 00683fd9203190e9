import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'spec', include: ['test/**/*.test.ts'] } },
      { test: { name: 'bench', include: ['test/bench/*.bench.ts'], testTimeout: 600_000, fileParallelism: false } },
    ],
  },
});

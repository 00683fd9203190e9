import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      // A slow machine is no fault of the code.
      { test: { name: 'spec', include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 } },
      { test: { name: 'bench', include: ['test/bench/*.bench.ts'], testTimeout: 600_000, fileParallelism: false } },
    ],
  },
});

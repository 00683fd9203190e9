import { defineConfig } from 'vitest/config';

/** What is pure keeps nothing from one file to the next: its tests share the modules, which are many. */
const pure = ['reading', 'sealing', 'engine', 'packs', 'answer'].map((folder) => `test/${folder}/**/*.test.ts`);

/** A slow machine is no fault of the code. */
const patience = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 30_000 } } };

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'pure', include: pure, isolate: false, ...patience } },
      { test: { name: 'app', include: ['test/**/*.test.ts'], exclude: pure, ...patience } },
      { test: { name: 'bench', include: ['test/bench/*.bench.ts'], testTimeout: 600_000, fileParallelism: false } },
    ],
  },
});

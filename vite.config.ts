import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { builtInFolder, builtInIds, preparedFile } from './src/packs/built-in.ts';
import { loadPacks } from './src/packs/load.ts';
import { packsToJson } from './src/packs/prepared.ts';

/** The built-in checklists, checked and compiled once for all starts. A broken one fails the build. */
const preparedPacks: Plugin = {
  name: 'prepared-packs',
  async generateBundle() {
    const loaded = await loadPacks(builtInIds.map(builtInFolder));
    if (!loaded.ok)
      return this.error(loaded.problems.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'));
    this.emitFile({ type: 'asset', fileName: preparedFile, source: packsToJson(loaded.packs) });
  },
};

/** `npx stepwise` runs the file itself; npm makes it executable when it links the package, not after each build. */
const executable: Plugin = {
  name: 'executable',
  async writeBundle({ dir }) {
    if (dir !== undefined) await chmod(join(dir, 'cli.js'), 0o755);
  },
};

/**
 * The programs as Node runs them: a file for each, and for each part that is loaded only where it is needed. Hundreds of
 * small files would take longer to find than to run. Packages stay outside.
 */
export default defineConfig({
  logLevel: 'warn',
  plugins: [preparedPacks, executable],
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: true,
    rolldownOptions: {
      checks: { pluginTimings: false },
      input: ['src/cli.ts', 'src/main.ts'],
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
});

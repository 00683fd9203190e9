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

/**
 * The programs as Node runs them: a file for each, and for each part that is loaded only where it is needed. Hundreds of
 * small files would take longer to find than to run. Packages stay outside.
 */
export default defineConfig({
  logLevel: 'warn',
  plugins: [preparedPacks],
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

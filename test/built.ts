import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Builds one module from the sources, beside the packages, so that what is built finds them. Answers its file. */
export async function buildModule(name: string, entry: URL): Promise<string> {
  const built = join(root, 'node_modules', '.cache', name);
  await mkdir(built, { recursive: true });
  await writeFile(join(built, 'package.json'), JSON.stringify({ type: 'module' }));
  const outDir = join(built, 'dist');
  const ssr = fileURLToPath(entry);
  await build({ root, configFile: false, logLevel: 'error', build: { ssr, target: 'node20', outDir } });
  return join(outDir, `${basename(ssr, '.ts')}.js`);
}

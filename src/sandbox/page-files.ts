import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { Handler, Outgoing } from './server.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Nothing but what this server serves: the page asks no other host for anything. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * The built page's files, read once. Only names that stand in the folder are served, so no path leads out of it. Where
 * the folder is not there, `/` says how to build it.
 */
export async function pageFiles(folder: string): Promise<Handler> {
  const files = new Map<string, Outgoing>();
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of found) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    files.set(path === '/index.html' ? '/' : path, {
      status: 200,
      headers: {
        'content-type': type,
        'content-security-policy': policy,
        'referrer-policy': 'no-referrer',
        'cache-control': path.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-cache',
      },
      body: await readFile(file),
    });
  }
  if (!files.has('/')) {
    files.set('/', {
      status: 200,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: 'The page of this workspace is not built yet: run `npm run build`, then start again.\n',
    });
  }
  return (request) => (request.method === 'GET' || request.method === 'HEAD' ? files.get(request.path) : undefined);
}

import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** Where `npm install --prefix test/bench` put a file of a peer; undefined where that was not run. */
export function peerFile(name: string): URL | undefined {
  try {
    return pathToFileURL(createRequire(import.meta.url).resolve(name));
  } catch {
    return undefined;
  }
}

import { z } from 'zod';
import { peerFile } from './peer.ts';

type Sanitize = (har: unknown, options: Readonly<Record<string, string>>) => Promise<unknown>;

const library = z.object({ sanitize: z.custom<Sanitize>((value) => typeof value === 'function') });

/** har-sanitizer, which reads an archive and no other text. */
export async function harSanitizer(): Promise<((text: string) => Promise<string>) | undefined> {
  const file = peerFile('har-sanitizer');
  if (file === undefined) return undefined;
  const { sanitize } = library.parse({ ...(await import(file.href)) });
  const options = { cookies: 'obfuscate', tokens: 'obfuscate' };
  return async (text) => JSON.stringify(await sanitize(JSON.parse(text), options));
}

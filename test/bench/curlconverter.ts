import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { peerFile } from './peer.ts';
import { type Told, told } from './told.ts';

const har = z.object({
  log: z.object({
    entries: z.array(
      z.object({
        request: z.object({
          method: z.string(),
          url: z.string(),
          headers: z.array(z.object({ name: z.string(), value: z.string().nullish() })),
          cookies: z.array(z.object({ name: z.string(), value: z.string() })),
          queryString: z.array(z.object({ name: z.string(), value: z.string().nullish() })),
          postData: z
            .object({
              text: z.string().optional(),
              params: z.array(z.object({ name: z.string(), value: z.string().optional() })).optional(),
            })
            .optional(),
        }),
      }),
    ),
  }),
});

const writer = z.object({ toHarString: z.custom<(text: string) => string>((value) => typeof value === 'function') });
const reader = z.object({ parse: z.custom<(text: string) => unknown>((value) => typeof value === 'function') });

export interface Peer {
  /** Its parser alone, without one of its generators: text to request objects. */
  readonly parse: (text: string) => unknown;
  /** What it read, by way of its HAR, which leaves out the least. */
  readonly read: (text: string) => Told | undefined;
}

/** curlconverter, where `npm install --prefix test/bench` put it. */
export async function curlconverter(): Promise<Peer | undefined> {
  const path = peerFile('curlconverter');
  if (path === undefined) return undefined;
  const { toHarString } = writer.parse({ ...(await import(path.href)) });
  const { parse } = reader.parse({ ...(await import(new URL('parse.js', path).href)) });
  return { parse, read: (text) => toldHar(toHarString(text)) };
}

/** Its command line, which reads a command from standard input. */
export function commandLine(): string | undefined {
  const path = peerFile('curlconverter');
  return path === undefined ? undefined : fileURLToPath(new URL('cli.js', path));
}

function toldHar(text: string): Told | undefined {
  const request = har.parse(JSON.parse(text)).log.entries[0]?.request;
  if (request === undefined) return undefined;
  const { method, url, headers, cookies, queryString, postData } = request;
  const query =
    queryString.length === 0
      ? ''
      : `?${new URLSearchParams(queryString.map(({ name, value }): [string, string] => [name, value ?? '']))}`;
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const given = headers
    .filter(({ name }) => name.toLowerCase() !== 'cookie')
    .map(({ name, value }) => [name, value ?? ''] as const);
  const params = postData?.params?.map(({ name, value }): [string, string] => [name, value ?? '']);
  const content = params === undefined ? postData?.text : `${new URLSearchParams(params)}`;
  return told(method, url + query, cookie === '' ? given : [...given, ['Cookie', cookie]], content);
}

import { type Dispatcher, request } from 'undici';
import { z } from 'zod';
import type { DiscoveryResult, StatusResult, Unread } from './result.ts';

/** In bytes. A discovery document has some four thousand. */
const mostBytes = 64 * 1024;

/** Of a text that stands in somebody else's document, in UTF-16 code units. */
const mostText = 300;

export interface DocumentWay {
  readonly dispatcher: Dispatcher;
  /** In milliseconds, for all of it. */
  readonly patience: number;
}

const endpoint = z.string().max(mostText).optional().catch(undefined);

const discovery = z.object({
  issuer: z.string().min(1).max(mostText),
  authorization_endpoint: endpoint,
  token_endpoint: endpoint,
});

/** Reads a discovery document (OpenID Connect Discovery 1.0, section 4.2; RFC 8414, section 3.2). Never rejects. */
export async function readDiscovery(url: string, way: DocumentWay): Promise<DiscoveryResult> {
  const got = await get(url, way);
  if (got.state !== 'got') return { kind: 'discovery', url, ...got };
  const read = discovery.safeParse(got.json).data;
  if (read === undefined) return { kind: 'discovery', url, state: 'other' };
  const { issuer, authorization_endpoint: authorizationEndpoint, token_endpoint: tokenEndpoint } = read;
  return { kind: 'discovery', url, state: 'read', document: { issuer, authorizationEndpoint, tokenEndpoint } };
}

const status = z.object({
  status: z.object({
    indicator: z.enum(['none', 'minor', 'major', 'critical', 'maintenance']),
    description: z.string().transform((text) => text.slice(0, mostText)),
  }),
});

/** Reads the state of a page in the format of Statuspage: https://metastatuspage.com/api#status. Never rejects. */
export async function readStatus(page: string, way: DocumentWay): Promise<StatusResult> {
  const got = await get(new URL('/api/v2/status.json', page).href, way);
  if (got.state !== 'got') return { kind: 'status', page, ...got };
  const read = status.safeParse(got.json).data?.status;
  return read === undefined
    ? { kind: 'status', page, state: 'other' }
    : { kind: 'status', page, state: 'read', ...read };
}

type Got = { readonly state: 'got'; readonly json: unknown } | Unread;

/** One GET without anybody's credentials, that follows no redirect and reads no more than is allowed. */
async function get(url: string, { dispatcher, patience }: DocumentWay): Promise<Got> {
  if (new URL(url).protocol !== 'https:') return { state: 'unknown' };
  try {
    const { statusCode, body } = await request(url, {
      dispatcher,
      headers: { accept: 'application/json', 'user-agent': 'Stepwise (live check)' },
      signal: AbortSignal.timeout(patience),
    });
    if (statusCode !== 200) {
      body.destroy();
      return { state: 'refused', status: statusCode };
    }
    const text = await textWithin(body);
    if (text === undefined) return { state: 'too-large' };
    return jsonOf(text);
  } catch {
    return { state: 'unknown' };
  }
}

/** Undefined where it is larger. What is compressed, though nobody asked for it, stays so and is no JSON. */
async function textWithin(body: AsyncIterable<Uint8Array>): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop ends the connection.
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

function jsonOf(text: string): Got {
  try {
    return { state: 'got', json: JSON.parse(text) };
  } catch {
    return { state: 'other' };
  }
}

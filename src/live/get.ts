import { type Dispatcher, request } from 'undici';
import type { Unread } from './result.ts';

export interface DocumentWay {
  readonly dispatcher: Dispatcher;
  /** In milliseconds, for all of it. */
  readonly patience: number;
}

export type Got = { readonly state: 'got'; readonly json: unknown } | Unread;

/**
 * One GET without anybody's credentials, that follows no redirect and reads `mostBytes` at the most. Never rejects, and asks
 * for nothing but https.
 */
export async function getJson(url: string, { dispatcher, patience }: DocumentWay, mostBytes: number): Promise<Got> {
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
    const text = await textWithin(body, mostBytes);
    return text === undefined ? { state: 'too-large' } : parsed(text);
  } catch {
    return { state: 'unknown' };
  }
}

/** Undefined where it is larger. What is compressed, though nobody asked for it, stays so and is no JSON. */
async function textWithin(body: AsyncIterable<Uint8Array>, mostBytes: number): Promise<string | undefined> {
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

function parsed(text: string): Got {
  try {
    return { state: 'got', json: JSON.parse(text) };
  } catch {
    return { state: 'other' };
  }
}

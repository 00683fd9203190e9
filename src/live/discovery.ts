import { z } from 'zod';
import { type DocumentWay, getJson } from './get.ts';
import type { DiscoveryResult } from './result.ts';

/** A discovery document has some four thousand. */
const mostBytes = 64 * 1024;

/** Of one of its addresses, in UTF-16 code units. */
const mostAddress = 300;

const endpoint = z.string().max(mostAddress).optional().catch(undefined);

const written = z.object({
  issuer: z.string().min(1).max(mostAddress),
  authorization_endpoint: endpoint,
  token_endpoint: endpoint,
});

/** Reads a discovery document (OpenID Connect Discovery 1.0, section 4.2; RFC 8414, section 3.2). Never rejects. */
export async function readDiscovery(url: string, way: DocumentWay): Promise<DiscoveryResult> {
  const got = await getJson(url, way, mostBytes);
  if (got.state !== 'got') return { kind: 'discovery', url, ...got };
  const read = written.safeParse(got.json).data;
  if (read === undefined) return { kind: 'discovery', url, state: 'other' };
  const { issuer, authorization_endpoint: authorizationEndpoint, token_endpoint: tokenEndpoint } = read;
  return { kind: 'discovery', url, state: 'read', document: { issuer, authorizationEndpoint, tokenEndpoint } };
}

import type { Exchange } from '../../reading/paste.ts';
import { parametersOf } from './parts.ts';

/** Which of OAuth's messages a request is (RFC 6749, sections 4.1.1 to 4.1.3 and 6). */
export type OAuthMessage = 'authorization' | 'callback' | 'token';

/** Judged by its parameters alone. Undefined where it is none, or doesn't show them. */
export function messageOf(exchange: Exchange): OAuthMessage | undefined {
  const names = new Set(parametersOf(exchange).map(({ name }) => name));
  const fragment = exchange.request?.target?.fragment ?? [];
  if (names.has('grant_type')) return 'token';
  if (names.has('response_type') || (names.has('client_id') && (names.has('redirect_uri') || names.has('scope')))) {
    return 'authorization';
  }
  const returned = names.has('error') || (names.has('code') && !names.has('client_id'));
  const inFragment = fragment.some(({ name }) => name === 'error' || name === 'code' || name === 'id_token');
  return returned || inFragment ? 'callback' : undefined;
}

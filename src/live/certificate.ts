import { checkServerIdentity, type PeerCertificate, type TLSSocket } from 'node:tls';
import type { Certificate } from './result.ts';

/** More names than these tell nobody anything. */
const mostNames = 5;

/**
 * The certificate that a server showed on a socket which was opened with `rejectUnauthorized: false` and judges no name.
 * Undefined where it showed none.
 */
export function certificateOf(socket: TLSSocket, host: string): Certificate | undefined {
  const shown = socket.getPeerCertificate();
  // Node gives an empty object where there is no certificate.
  if (Object.keys(shown).length === 0) return undefined;
  return {
    from: Date.parse(shown.valid_from),
    until: Date.parse(shown.valid_to),
    namesHost: checkServerIdentity(host, shown) === undefined,
    names: namesOf(shown),
    // Typed as an error, and a code in truth: https://nodejs.org/api/tls.html#tlssocketauthorizationerror
    ...(socket.authorized ? {} : { distrust: String(socket.authorizationError) }),
  };
}

function namesOf({ subjectaltname = '', subject }: PeerCertificate): readonly string[] {
  const alternative = [...subjectaltname.matchAll(/\bDNS:("[^"]*"|[^,\s]+)/g)].map(([, name = '']) => name);
  const names = alternative.length > 0 ? alternative : [subject?.CN ?? ''].flat();
  return names.filter((name) => name !== '').slice(0, mostNames);
}

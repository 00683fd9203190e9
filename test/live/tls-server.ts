import type { LookupAddress } from 'node:dns';
import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';

type Fixture = 'fine' | 'expired' | 'other-name' | 'self-signed';

function pem(name: string): string {
  return readFileSync(new URL(`./fixtures/${name}.pem`, import.meta.url), 'utf8');
}

/** Who signed the fixtures, but for the one that signed itself. */
export const authority = pem('authority');

export const loopback: LookupAddress = { address: '127.0.0.1', family: 4 };

export interface TlsServer {
  readonly port: number;
  /** The requests that came, as `GET /path`. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** An HTTPS server on loopback that shows one of the certificates. */
export async function startTlsServer(
  fixture: Fixture,
  answer: RequestListener = (_request, response) => response.end(),
): Promise<TlsServer> {
  const requests: string[] = [];
  const server = createServer({ cert: pem(fixture), key: pem(`${fixture}.key`) }, (request, response) => {
    requests.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  // Who looks at the certificate alone hangs up in the middle.
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    requests,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

import type { LookupFunction, Socket } from 'node:net';
import { connect } from 'node:tls';
import { certificateOf } from './certificate.ts';
import type { HostResult, HostState } from './result.ts';

/** How a host is come at. */
export interface Way {
  readonly lookup: LookupFunction;
  /** A tunnel to the host that stands already, through a proxy, which looked the name up itself. */
  readonly tunnel?: Socket;
  readonly port: number;
  /** Authorities in place of those that Node trusts, as PEM. */
  readonly ca?: string;
  /** In milliseconds, for all of it. */
  readonly patience: number;
}

/**
 * Looks a host's name up, opens its port, and takes its certificate as it is, so that a broken one can be told. No byte of
 * HTTP is sent. Never rejects.
 */
export function reach(host: string, { lookup, tunnel, port, ca, patience }: Way): Promise<HostResult> {
  return new Promise((resolve) => {
    const socket = connect({
      ...(tunnel === undefined ? { host, port, lookup } : { socket: tunnel }),
      servername: host,
      ALPNProtocols: ['http/1.1'],
      // Nothing is said to whom this finds.
      rejectUnauthorized: false,
      checkServerIdentity: () => undefined,
      ...(ca === undefined ? {} : { ca }),
    });
    let found = tunnel !== undefined;
    const end = (state: HostState): void => {
      clearTimeout(late);
      socket.destroy();
      // What ends a tunnel may be the proxy.
      const isTold = tunnel === undefined || state.state !== 'silent';
      resolve({ kind: 'host', host, ...(isTold ? state : unknown) });
    };
    const late = setTimeout(() => end(found ? { state: 'silent', why: 'timeout' } : unknown), patience);
    socket.on('lookup', (error) => {
      found ||= error === null;
    });
    socket.on('error', (error) => end(stateAfter(error)));
    socket.on('close', () => end({ state: 'silent', why: 'reset' }));
    socket.once('secureConnect', () => {
      const certificate = certificateOf(socket, host);
      end(certificate === undefined ? { state: 'no-tls' } : { state: 'reached', certificate });
    });
  });
}

const unknown = { state: 'unknown' } as const;

/** By what is said of the remote side; what may be this side's own trouble says nothing. */
const states: readonly (readonly [code: RegExp, state: HostState])[] = [
  [/^ENOTFOUND$/, { state: 'no-address' }],
  [/^NOT_PUBLIC$/, { state: 'not-public' }],
  [/^ECONNREFUSED$/, { state: 'silent', why: 'refused' }],
  [/^(?:ECONNRESET|EPIPE)$/, { state: 'silent', why: 'reset' }],
  [/^ETIMEDOUT$/, { state: 'silent', why: 'timeout' }],
  [/^(?:EPROTO|ERR_SSL_)/, { state: 'no-tls' }],
];

function stateAfter(error: unknown): HostState {
  // Of several addresses each has its own error, and this machine may lack a way to some.
  const codes = error instanceof AggregateError ? error.errors.map(codeOf) : [codeOf(error)];
  for (const [pattern, state] of states) if (codes.some((code) => pattern.test(code))) return state;
  return unknown;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

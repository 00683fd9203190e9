import { type ClientRequest, request as requestPlain } from 'node:http';
import { request as requestOverTls } from 'node:https';
import type { Socket } from 'node:net';
import type { ProxySettings } from '../proxy.ts';

/**
 * The proxy that a host is reached through over TLS, if any. Exceptions are read as undici reads them for everything else:
 * a host, with or without a port, stands for itself and for what lies below it; `*` alone for all.
 */
export function proxyFor(host: string, { https, http, except = '' }: ProxySettings): string | undefined {
  if (except === '*') return undefined;
  const isExcepted = except.split(/[,\s]+/).some((entry) => {
    const [, name = '', port] = /^(?:\*?\.)?(.*?)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
    return name !== '' && (port ?? '443') === '443' && (host === name || host.endsWith(`.${name}`));
  });
  return isExcepted ? undefined : (https ?? http);
}

/** Asks a proxy for a tunnel to `authority`, `host:port` (RFC 9110, section 9.3.6). Undefined where it makes none in time. */
export function openTunnel(proxyUrl: string, authority: string, patience: number): Promise<Socket | undefined> {
  const { protocol, username, password } = new URL(proxyUrl);
  const user = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const options = {
    method: 'CONNECT',
    path: authority,
    agent: false,
    headers: {
      host: authority,
      ...(username === '' ? {} : { 'proxy-authorization': `Basic ${Buffer.from(user).toString('base64')}` }),
    },
  };
  return new Promise((resolve) => {
    const asked: ClientRequest =
      protocol === 'https:' ? requestOverTls(proxyUrl, options) : requestPlain(proxyUrl, options);
    const late = setTimeout(() => asked.destroy(), patience);
    asked.once('connect', ({ statusCode }, socket) => {
      clearTimeout(late);
      // Between here and its next owner nobody hears its errors.
      socket.on('error', () => socket.destroy());
      if (statusCode === 200) return resolve(socket);
      socket.destroy();
      resolve(undefined);
    });
    asked.once('response', () => asked.destroy());
    asked.on('error', () => resolve(undefined));
    asked.once('close', () => {
      clearTimeout(late);
      resolve(undefined);
    });
    asked.end();
  });
}

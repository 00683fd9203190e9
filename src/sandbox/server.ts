import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/** A request that was let in, read to its end. */
export interface Incoming {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Outgoing {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** `undefined` where the path is not the handler's. */
export type Handler = (request: Incoming) => Outgoing | undefined | Promise<Outgoing | undefined>;
/** `true` where the handler took the connection over. */
export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;

export interface LoopbackServer {
  readonly port: number;
  close(): Promise<void>;
}

const largestBody = 5_000_000;
/** How many ports after the wanted one are tried. */
const portsTried = 50;

/**
 * An HTTP server on 127.0.0.1 and, where the machine has it, ::1, on the wanted port or the next free one; port 0 takes
 * any. Requests whose Host is not a name of this machine are refused, so that no page of another site can reach it by a
 * name of its own.
 */
export async function listenOnLoopback(
  wantedPort: number,
  handlers: readonly Handler[],
  upgrade: Upgrade,
): Promise<LoopbackServer> {
  const make = () => {
    const server = createServer((request, response) => {
      void serve(request, response, handlers);
    });
    server.keepAliveTimeout = 5_000;
    server.on('upgrade', (request, socket, head) => {
      socket.on('error', () => socket.destroy());
      if (!ownHost(request.headers.host) || !upgrade(request, socket, head)) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      }
    });
    return server;
  };
  for (let port = wantedPort; ; port += 1) {
    const four = make();
    const taken = await listen(four, port, '127.0.0.1');
    if (typeof taken === 'number') {
      const six = make();
      const also = await listen(six, taken, '::1');
      if (also !== 'EADDRINUSE') {
        const servers = typeof also === 'number' ? [four, six] : [four];
        return { port: taken, close: async () => void (await Promise.all(servers.map(shut))) };
      }
      await shut(four);
    }
    if (wantedPort === 0 || port >= wantedPort + portsTried) {
      throw new Error(`No free port from ${wantedPort} to ${port} on 127.0.0.1.`);
    }
  }
}

function listen(server: Server, port: number, host: string): Promise<number | string> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'failed'));
    server.listen({ port, host, exclusive: true }, () => {
      const address: AddressInfo | string | null = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

const ownNames = new Set(['localhost', '127.0.0.1', '[::1]']);

export function ownHost(host: string | undefined): boolean {
  return host !== undefined && ownNames.has(host.replace(/:\d+$/, '').toLowerCase());
}

async function serve(request: IncomingMessage, response: ServerResponse, handlers: readonly Handler[]): Promise<void> {
  const answer = (out: Outgoing) => {
    response.writeHead(out.status, { 'x-content-type-options': 'nosniff', ...out.headers });
    response.end(out.body);
  };
  try {
    if (!ownHost(request.headers.host)) {
      answer({
        status: 421,
        headers: { 'content-type': 'text/plain' },
        body: 'This server answers on loopback only.\n',
      });
      return;
    }
    const body = await readBody(request);
    if (body === undefined) {
      answer({ status: 413, headers: { connection: 'close' }, body: '' });
      return;
    }
    // Put together, since a path of two slashes would be read as a host of its own.
    const address = `http://loopback${request.url}`;
    if (request.url?.startsWith('/') !== true || !URL.canParse(address)) {
      answer({ status: 400, headers: { 'content-type': 'text/plain' }, body: 'Bad request\n' });
      return;
    }
    const url = new URL(address);
    const incoming: Incoming = {
      method: request.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body,
    };
    for (const handle of handlers) {
      const out = await handle(incoming);
      if (out !== undefined) {
        answer(out);
        return;
      }
    }
    answer({ status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not found\n' });
  } catch {
    if (!response.headersSent)
      answer({ status: 500, headers: { 'content-type': 'text/plain' }, body: 'internal_error\n' });
    else response.destroy();
  }
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    length += bytes.length;
    if (length > largestBody) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

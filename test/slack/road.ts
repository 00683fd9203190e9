import { createServer, type Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Sandbox } from '../../src/sandbox/start.ts';

/** What goes wrong with a call: Slack answers otherwise, or later, or it does and the network loses its word. */
export type Trouble =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  | 'lost on the way back'
  | 'slow';

/** The road between the app and Slack. */
export interface Road {
  readonly url: string;
  /** What the app sent over it, as it came. */
  readonly sent: readonly string[];
  /** The next calls of the method meet these, one each. */
  trouble(method: string, troubles: readonly Trouble[]): void;
  close(): void;
}

export async function buildRoad(slack: Sandbox): Promise<Road> {
  const ahead = new Map<string, Trouble[]>();
  const sent: string[] = [];
  const server: Server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    sent.push(`${request.url} ${Buffer.concat(parts).toString()}`);
    const method = (request.url ?? '').replace('/api/', '');
    const trouble = ahead.get(method)?.shift();
    if (typeof trouble === 'object') {
      response.writeHead(trouble.status, trouble.headers).end(trouble.body ?? '');
      return;
    }
    const { authorization = '', 'content-type': type = '' } = request.headers;
    if (trouble === 'slow') await delay(700);
    const answered = await fetch(`${slack.url}${method}`, {
      method: 'POST',
      headers: { authorization, 'content-type': type },
      body: Buffer.concat(parts),
    });
    const body = await answered.text();
    if (trouble === 'lost on the way back') request.socket.destroy();
    else response.writeHead(answered.status, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/api/`,
    sent,
    trouble: (method, troubles) => ahead.set(method, [...troubles]),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

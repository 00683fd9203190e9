import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Ack, ackDeadlineMs, type Transport } from '../delivery.ts';
import { isJsonObject, parseJson, stringMember } from '../json.ts';
import type { TrafficLog } from '../traffic.ts';
import type { Workspace } from '../workspace.ts';

/** Socket Mode: https://docs.slack.dev/apis/events-api/using-socket-mode */
export interface SocketMode extends Transport {
  /** An address for one WebSocket connection, good once and for half a minute. */
  newAddress(): string;
  /** Takes over a request to {@link socketPath}. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  connections(): number;
  /** Tells each connection to come again, and closes it 10 s later, as Slack does when it moves its servers. */
  refresh(reason: 'warning' | 'refresh_requested' | 'link_disabled'): void;
  /** Cuts every connection without a word, as a failing network does. */
  cut(): void;
  close(): Promise<void>;
}

export const socketPath = '/link/';

const ticketLifeMs = 30_000;
/** After it has said that a connection ends, Slack leaves the app this long to open another. */
const overlapMs = 10_000;
/** The client gives a connection up after 30 s without a ping. */
const pingEveryMs = 10_000;

interface Connection {
  readonly socket: WebSocket;
  /** By envelope id. */
  readonly awaited: Map<string, (ack: Ack) => void>;
}

export function createSocketMode(workspace: Workspace, traffic: TrafficLog): SocketMode {
  const server = new WebSocketServer({ noServer: true, maxPayload: 1 << 20, perMessageDeflate: false });
  const connections = new Set<Connection>();
  const tickets = new Map<string, number>();
  let turn = 0;

  function say(socket: WebSocket, message: object): void {
    socket.send(JSON.stringify(message));
  }

  function welcome(socket: WebSocket): void {
    const connection: Connection = { socket, awaited: new Map() };
    const pinging = setInterval(() => socket.ping(), pingEveryMs);
    pinging.unref();
    socket.on('message', (data) => receive(connection, data.toString()));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearInterval(pinging);
      connections.delete(connection);
      for (const settle of connection.awaited.values()) settle({ ok: false, reason: 'connection_failed' });
      workspace.changed({ kind: 'connections' });
    });
    connections.add(connection);
    const hello = {
      type: 'hello',
      num_connections: connections.size,
      debug_info: { host: 'applink-loopback', build_number: 1, approximate_connection_time: 18_060 },
      connection_info: { app_id: workspace.app.id },
    };
    traffic.record({ direction: 'to-app', over: 'socket', name: 'hello', body: hello }).answered('ok');
    say(socket, hello);
    workspace.changed({ kind: 'connections' });
  }

  function receive(connection: Connection, text: string): void {
    const message = parseJson(text);
    const id = stringMember(message, 'envelope_id');
    if (id === undefined || !isJsonObject(message)) return;
    const payload = message.payload;
    const empty = isJsonObject(payload) && Object.keys(payload).length === 0;
    connection.awaited.get(id)?.({ ok: true, payload: empty ? undefined : payload });
  }

  function nextConnection(): Connection | undefined {
    const open = [...connections].filter(({ socket }) => socket.readyState === socket.OPEN);
    turn += 1;
    return open[turn % Math.max(1, open.length)];
  }

  return {
    over: 'socket',
    send(delivery, retry) {
      const connection = nextConnection();
      if (connection === undefined) return Promise.resolve({ ok: false, reason: 'connection_failed' });
      const id = randomUUID();
      return new Promise((resolve) => {
        const settle = (ack: Ack) => {
          callOff();
          connection.awaited.delete(id);
          resolve(ack);
        };
        const callOff = workspace.clock.after(ackDeadlineMs, () => settle({ ok: false, reason: 'http_timeout' }));
        connection.awaited.set(id, settle);
        say(connection.socket, {
          envelope_id: id,
          payload: delivery.payload,
          type: delivery.type,
          accepts_response_payload: delivery.type !== 'events_api',
          ...(delivery.type === 'events_api'
            ? { retry_attempt: retry?.num ?? 0, retry_reason: retry?.reason ?? '' }
            : {}),
        });
      });
    },
    newAddress() {
      const ticket = randomUUID();
      tickets.set(ticket, workspace.clock.now() + ticketLifeMs);
      const query = new URLSearchParams({ ticket, app_id: workspace.app.id });
      return `${workspace.origin.replace(/^http/, 'ws')}${socketPath}?${query}`;
    },
    upgrade(request, socket, head) {
      const ticket = new URL(request.url ?? '', 'http://loopback').searchParams.get('ticket') ?? '';
      const expires = tickets.get(ticket);
      tickets.delete(ticket);
      if (expires === undefined || expires < workspace.clock.now()) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, welcome);
    },
    connections: () => connections.size,
    refresh(reason) {
      for (const { socket } of connections) {
        const message = { type: 'disconnect', reason, debug_info: { host: 'applink-loopback' } };
        traffic.record({ direction: 'to-app', over: 'socket', name: 'disconnect', body: message }).answered('ok');
        say(socket, message);
        if (reason !== 'warning') workspace.clock.after(overlapMs, () => socket.close(1000));
      }
    },
    cut() {
      for (const { socket } of connections) socket.terminate();
    },
    async close() {
      const left = [...connections].map(({ socket }) => farewell(socket));
      server.close();
      await Promise.all(left);
    },
  };
}

/** Says goodbye, and hangs up where the other side does not answer. */
function farewell(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const hangUp = setTimeout(() => socket.terminate(), 300);
    socket.once('close', () => {
      clearTimeout(hangUp);
      resolve();
    });
    socket.close(1001);
  });
}

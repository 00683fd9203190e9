import { type Logger, SocketModeReceiver, type webApi } from '@slack/bolt';
import type { Dispatcher } from 'undici';
import { describeError, type Log } from '../log.ts';
import { NotAnswered } from './delivering.ts';

/** One WebSocket of Socket Mode, from its greeting to its end. */
export interface Connection {
  /** Resolves once Slack wants it replaced, or it has broken: the time to open another. Never rejects. */
  readonly ending: Promise<void>;
  isOpen(): boolean;
  /** Says goodbye. Never rejects, and never waits for the other side. */
  close(): void;
}

export interface ConnectionOptions {
  readonly appToken: string;
  readonly clientOptions: webApi.WebClientOptions;
  readonly dispatcher?: Dispatcher;
  /** Bolt's app: what hears the deliveries. */
  readonly app: Parameters<SocketModeReceiver['init']>[0];
  readonly logger: Logger;
  readonly log: Log;
}

/** How long Slack may take to give an address, and to greet on it, in milliseconds. */
const greetingMs = 15_000;

/** How often a connection is looked at, in milliseconds, since one that breaks is not told of at once. */
const lookMs = 1_000;

/** Opens a connection. Rejects where Slack does not let it in or does not answer; nothing is tried twice. */
export async function openConnection(options: ConnectionOptions): Promise<Connection> {
  const { appToken, clientOptions, dispatcher, app, logger, log } = options;
  const receiver = new SocketModeReceiver({
    appToken,
    dispatcher,
    logger,
    // Its own way to connect again waits for five seconds and more in silence, and ends the process where that fails.
    autoReconnectEnabled: false,
    installerOptions: {
      clientOptions: {
        ...clientOptions,
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
        timeout: greetingMs,
      },
    },
    async processEventErrorHandler({ error }) {
      // Slack delivers it again.
      const about = { error: describeError(error) };
      if (error instanceof NotAnswered) log.info(about, 'A delivery from Slack is not acknowledged yet.');
      else log.error(about, 'A delivery from Slack could not be acknowledged.');
      return false;
    },
  });
  receiver.init(app);
  const { client } = receiver;
  const isOpen = (): boolean => client.websocket?.isActive() ?? false;
  const close = (): void => {
    client.disconnect().catch(() => undefined);
  };
  const ending = new Promise<void>((resolve) => {
    // Slack leaves some seconds between its word and the end: until then, what comes in over this one is still heard.
    const hear = client.listeners('ws_message');
    client.removeAllListeners('ws_message');
    client.on('ws_message', (data: unknown, isBinary: boolean) => {
      if (isGoodbye(data)) return resolve();
      for (const listener of hear) {
        Promise.resolve(listener(data, isBinary)).catch((error: unknown) =>
          log.error({ error: describeError(error) }, 'Slack sent what could not be read.'),
        );
      }
    });
    client.once('disconnected', () => resolve());
  });
  try {
    await within(client.start(), greetingMs * 2);
  } catch (error) {
    close();
    throw error ?? new Error('The connection was closed before it was greeted.');
  }
  const broken = new Promise<void>((resolve) => {
    const looking = setInterval(() => {
      if (isOpen()) return;
      clearInterval(looking);
      resolve();
    }, lookMs);
    looking.unref();
    void ending.then(() => clearInterval(looking));
  });
  return { ending: Promise.race([ending, broken]), isOpen, close };
}

/** https://docs.slack.dev/apis/events-api/using-socket-mode#disconnect */
function isGoodbye(data: unknown): boolean {
  if (typeof data !== 'string' || !data.includes('"disconnect"')) return false;
  try {
    const message: unknown = JSON.parse(data);
    return typeof message === 'object' && message !== null && 'type' in message && message.type === 'disconnect';
  } catch {
    return false;
  }
}

function within<T>(work: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('It took too long.')), ms);
    work.then(resolve, reject).finally(() => clearTimeout(late));
  });
}

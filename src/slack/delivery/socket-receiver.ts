import { setTimeout as delay } from 'node:timers/promises';
import type { Receiver } from '@slack/bolt';
import { z } from 'zod';
import { describeError } from '../log.ts';
import { slackErrorOf } from '../trouble.ts';
import { type Connection, type ConnectionOptions, openConnection } from './connection.ts';

export interface SocketReceiver extends Receiver {
  /** Whether Slack's deliveries are heard at this moment. */
  isConnected(): boolean;
}

/** How long the first wait between two tries is, and the longest, in milliseconds. */
const waitMs = { first: 500, longest: 30_000 };

/** Slack closes a connection some seconds after it has asked for another one, and may still deliver over it. */
const overlapMs = 10_000;

/**
 * Socket Mode that stays connected. Where Slack wants a connection replaced, the next is opened before the old one ends,
 * so that nothing is missed in between; where one breaks, or Slack cannot be reached, it is tried again for as long as it
 * takes. Nothing that goes wrong here ends the process.
 */
export function createSocketReceiver(options: Omit<ConnectionOptions, 'app'>): SocketReceiver {
  const { log } = options;
  const open = new Set<Connection>();
  const stopping = new AbortController();
  const isStopped = (): boolean => stopping.signal.aborted;
  let app: ConnectionOptions['app'] | undefined;

  async function connect(): Promise<Connection> {
    if (app === undefined) throw new Error('There is no app that would hear the deliveries.');
    const connection = await openConnection({ ...options, app });
    open.add(connection);
    if (isStopped()) release(connection);
    return connection;
  }

  /** Tries until it works, or the process stops. `failures` have gone before. */
  async function connectAnyhow(failures: number, giveUp: (error: unknown) => boolean): Promise<Connection | undefined> {
    for (let failed = failures; ; failed += 1) {
      if (isStopped()) return undefined;
      try {
        return await connect();
      } catch (error) {
        if (giveUp(error)) throw error;
        const ms = waitAfter(error, failed);
        const about = { error: describeError(error), slack: slackErrorOf(error), nextTryInMs: ms };
        log.warn(about, 'Slack cannot be reached over Socket Mode.');
        await pause(ms);
      }
    }
  }

  async function stayConnected(first: Connection): Promise<void> {
    let current: Connection | undefined = first;
    let short = 0;
    while (current !== undefined) {
      const old: Connection = current;
      const began = performance.now();
      await old.ending;
      if (isStopped()) return;
      log.info({ stillOpen: old.isOpen() }, 'A connection to Slack ends; opening the next.');
      short = performance.now() - began < waitMs.longest ? short + 1 : 0;
      if (short > 1) await pause(waitAfter(undefined, short - 2));
      current = await connectAnyhow(short, () => false);
      if (old.isOpen()) setTimeout(() => release(old), overlapMs).unref();
      else release(old);
    }
  }

  async function pause(ms: number): Promise<void> {
    // A stop ends it.
    await delay(ms, undefined, { signal: stopping.signal }).catch(() => undefined);
  }

  function release(connection: Connection): void {
    open.delete(connection);
    connection.close();
  }

  return {
    init(given) {
      app = given;
    },
    async start() {
      // Slack's own no, to a wrong token or an app without Socket Mode, is for whoever starts the process.
      const first = await connectAnyhow(0, (error) => slackErrorOf(error) !== undefined);
      if (first !== undefined) void stayConnected(first);
    },
    async stop() {
      stopping.abort();
      for (const connection of open) release(connection);
    },
    isConnected: () => [...open].some((connection) => connection.isOpen()),
  };
}

const rateLimited = z.object({ retryAfter: z.number() });

/** Twice as long each time, so that a Slack in trouble is not pressed; as long as Slack says where it does. */
function waitAfter(error: unknown, failures: number): number {
  const limited = rateLimited.safeParse(error);
  if (limited.success) return limited.data.retryAfter * 1000;
  return Math.min(waitMs.first * 2 ** failures, waitMs.longest);
}

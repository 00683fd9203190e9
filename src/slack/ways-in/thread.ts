import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Place } from '../outgoing/outgoing.ts';
import { type PersonsMessage, type Report, readPersonsMessage, readReport } from './events.ts';

const pageSize = 200;
/** A longer thread is read up to here; who has written so much starts a new one. */
const mostPages = 5;
/** Besides the first message, so many of the latest count. */
const mostReplies = 50;

/** What stands in a thread. */
export interface Thread {
  readonly messages: readonly PersonsMessage[];
  /** Its first message, where a program wrote that: an alert, below which people talk about it. */
  readonly report?: Report | undefined;
  /** Whether it is one of an assistant's pane, which Slack begins with a message of its own. */
  readonly inPane: boolean;
}

const first = z.object({ subtype: z.literal('assistant_app_thread') });

/**
 * What people wrote in a thread, oldest first: its first message and the latest replies. Rejects with Slack's error where
 * the app may not read it.
 */
export async function readThread(
  client: webApi.WebClient,
  { channel, threadTs }: Required<Place>,
  botUserId: string | undefined,
): Promise<Thread> {
  const written = new Map<string, PersonsMessage>();
  let report: Report | undefined;
  let inPane = false;
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const read = await client.conversations.replies({ channel, ts: threadTs, limit: pageSize, cursor });
    report ??= readReport(read.messages?.[0], botUserId);
    inPane ||= first.safeParse(read.messages?.[0]).success;
    for (const message of (read.messages ?? []).map(readPersonsMessage)) {
      // Each page begins with the first message of the thread again.
      if (message !== undefined) written.set(message.ts, message);
    }
    cursor = read.response_metadata?.next_cursor;
    if (cursor === undefined || cursor === '') break;
  }
  const [oldest, ...replies] = [...written.values()];
  return { messages: oldest === undefined ? [] : [oldest, ...replies.slice(-mostReplies)], report, inPane };
}

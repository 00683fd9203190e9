import { AsyncLocalStorage } from 'node:async_hooks';
import type { ReceiverEvent } from '@slack/bolt';
import { z } from 'zod';
import type { Counts } from '../../store/store.ts';
import type { Log } from '../log.ts';
import type { Meter, Way } from '../meter.ts';
import type { Delivered } from './delivering.ts';
import { deliveryIdOf } from './delivery-id.ts';
import { createQueue } from './queue.ts';

/** The delivery that the running code is about. */
interface UnderWay {
  readonly id: string | undefined;
  readonly way: Way;
}

const underWay = new AsyncLocalStorage<UnderWay>();

/**
 * Hands a delivery on, measures it, and makes it known to whatever runs because of it. Whoever brought it waits no longer than
 * Slack does.
 */
export function measure(
  meter: Meter,
  log: Log,
  deliver: (event: ReceiverEvent) => Delivered,
): (event: ReceiverEvent) => Promise<void> {
  const queue = createQueue();
  return (event) => {
    const way = wayOf(event.body);
    const seconds = stopwatch();
    queue.heard();
    const delivery = deliveryIdOf(event.body);
    const measured: ReceiverEvent = {
      ...event,
      async ack(response) {
        await event.ack(response);
        meter.acked(way, seconds());
        // What comes after an acknowledgement takes milliseconds of this process, and others wait for theirs. An event is
        // acknowledged when all is done.
        if (delivery?.comesAgain !== true) await queue.turn();
      },
    };
    return underWay.run({ id: delivery?.id, way }, () => {
      const { heard, done } = deliver(measured);
      tellOf(meter, log, way, seconds, done);
      return heard;
    });
  };
}

function stopwatch(): () => number {
  const began = performance.now();
  return () => (performance.now() - began) / 1000;
}

/** Tells of the end of a delivery. It may be long in coming, and nothing that came in waits here. */
function tellOf(meter: Meter, log: Log, way: Way, seconds: () => number, done: Promise<void>): void {
  done.then(
    () => {
      meter.done(way, 'answered', seconds());
      log.info({ way, seconds: Number(seconds().toFixed(3)) }, 'A delivery is done.');
    },
    () => meter.done(way, 'failed', seconds()),
  );
}

/** The log, with Slack's id of the delivery in every line that is written because of one. */
export function withDelivery(log: Log): Log {
  const about = (more: object): object => ({ delivery: underWay.getStore()?.id, ...more });
  return {
    info: (more, message) => log.info(about(more), message),
    warn: (more, message) => log.warn(about(more), message),
    error: (more, message) => log.error(about(more), message),
  };
}

/** The counts, of which the meter hears too. */
export function metered(counts: Counts, meter: Meter): Counts {
  return {
    add(counted, at) {
      meter.counted(underWay.getStore()?.way ?? 'other', counted);
      return counts.add(counted, at);
    },
    read: (team, since) => counts.read(team, since),
  };
}

const delivered = z.object({
  type: z.string().optional(),
  command: z.string().optional(),
  event: z.object({ type: z.string(), bot_id: z.string().optional() }).optional(),
});

const waysByEvent: Readonly<Record<string, Way>> = {
  app_mention: 'mention',
  message: 'direct-message',
  app_home_opened: 'home',
  assistant_thread_started: 'assistant',
  assistant_thread_context_changed: 'assistant',
};

const waysByType: Readonly<Record<string, Way>> = {
  message_action: 'shortcut',
  shortcut: 'shortcut',
  view_submission: 'form',
  view_closed: 'form',
  block_actions: 'button',
};

function wayOf(body: unknown): Way {
  const read = delivered.safeParse(body);
  if (!read.success) return 'other';
  const { type = '', command, event } = read.data;
  if (command !== undefined) return 'command';
  // Slack tells the app of its own messages too.
  if (event?.bot_id !== undefined) return 'other';
  return (event === undefined ? waysByType[type] : waysByEvent[event.type]) ?? 'other';
}

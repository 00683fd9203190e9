import { setTimeout as delay } from 'node:timers/promises';
import { webApi } from '@slack/bolt';
import { z } from 'zod';
import { isWorthAnotherTry } from '../trouble.ts';
import type { WithoutRetries } from './clients.ts';
import { mostPutOffMs } from './fetch.ts';

type NewMessage = Parameters<webApi.WebClient['chat']['postMessage']>[0];

/** Posts one message, once, however often it has to be tried. */
export type PatientPost = (
  client: webApi.WebClient,
  message: NewMessage,
  /** Looks whether a try that seemed to fail has arrived all the same. */
  find: () => Promise<string | undefined>,
) => Promise<string | undefined>;

/** The pauses between tries, in milliseconds: about a minute in all. */
const pausesMs = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000];

const putOff = z.object({ code: z.literal(webApi.ErrorCode.RateLimitedError), retryAfter: z.number() });

/**
 * Slack's client sends again whatever failed, also where the message had arrived and only Slack's word of it was lost. Here it
 * is looked for first. The timestamp, or undefined where Slack gives none.
 */
export function createPatientPost(withoutRetries: WithoutRetries): PatientPost {
  return async (client, message, find) => {
    const poster = withoutRetries(client);
    const patience = createPatience();
    for (;;) {
      try {
        return (await poster.chat.postMessage(message)).ts;
      } catch (error) {
        const pause = patience.pauseAfter(error);
        if (pause === undefined) throw error;
        await delay(pause.ms, undefined, { ref: false });
        const arrived = pause.mayHaveArrived ? await find() : undefined;
        if (arrived !== undefined) return arrived;
      }
    }
  };
}

interface Patience {
  /** Undefined where there is nothing to wait for, or no longer. */
  pauseAfter(error: unknown): { readonly ms: number; readonly mayHaveArrived: boolean } | undefined;
}

function createPatience(): Patience {
  let putOffMs = 0;
  let failures = 0;
  return {
    pauseAfter(error) {
      const limited = putOff.safeParse(error);
      if (limited.success) {
        const ms = limited.data.retryAfter * 1000;
        putOffMs += ms;
        return putOffMs > mostPutOffMs ? undefined : { ms, mayHaveArrived: false };
      }
      const ms = pausesMs[failures];
      failures += 1;
      return ms === undefined || !isWorthAnotherTry(error) ? undefined : { ms, mayHaveArrived: true };
    },
  };
}

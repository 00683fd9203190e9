import { setTimeout as delay } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import { type Dispatcher, fetch } from 'undici';
import { z } from 'zod';
import type { Meter } from '../meter.ts';

/** A request to the outside, by whatever way the process has there. */
export type Fetch = typeof fetch;

export function fetchThrough(dispatcher: Dispatcher): Fetch {
  return (input, init) => fetch(input, { ...init, dispatcher });
}

/** A request of Slack's client of the Web API. */
type WebFetch = NonNullable<webApi.WebClientOptions['fetch']>;

/** How long Slack may put a request off in all, in milliseconds. */
export const mostPutOffMs = 10 * 60 * 1000;

/**
 * Waits where Slack puts a request off (429), for as long as it says. Slack limits each method by itself, and its client would
 * hold up all of them: a form would not open because threads may not be read so often.
 * https://docs.slack.dev/apis/web-api/rate-limits
 */
export function patientFetch(
  fetch: WebFetch,
  pause: (ms: number) => Promise<unknown> = (ms) => delay(ms, undefined, { ref: false }),
): WebFetch {
  return async (url, init) => {
    let putOffMs = 0;
    for (;;) {
      const response = await fetch(url, init);
      const ms =
        response.status === 429 ? Number(response.headers.get('retry-after') ?? Number.NaN) * 1000 : Number.NaN;
      putOffMs += ms;
      if (!(ms >= 0 && putOffMs <= mostPutOffMs)) return response;
      await pause(ms);
    }
  };
}

/**
 * The same for Slack's client of the Web API, with each request told to the meter. The client sends a form only with a
 * file, and no file is ever sent.
 */
export function webFetch(dispatcher: Dispatcher, meter: Meter): WebFetch {
  return async (url, { body, ...init } = {}) => {
    const began = performance.now();
    const told = (outcome: string) => meter.called(methodOf(url), outcome, (performance.now() - began) / 1000);
    try {
      const response = await fetch(url, { ...init, body: typeof body === 'string' ? body : null, dispatcher });
      const { ok, status, statusText, headers } = response;
      const text = await response.text();
      told(outcomeOf(status, text));
      return {
        ok,
        status,
        statusText,
        headers,
        url: response.url,
        text: async () => text,
        json: async () => JSON.parse(text),
        arrayBuffer: async () => new TextEncoder().encode(text).buffer,
      };
    } catch (error) {
      told('unreachable');
      throw error;
    }
  };
}

/** The last part of an address of the Web API. Others hold a secret in their path, and are all called the same. */
function methodOf(url: string | URL): string {
  return /\/api\/([a-z][A-Za-z.]{1,60})$/.exec(String(url))?.[1] ?? 'response_url';
}

const refusal = z.object({
  ok: z.literal(false),
  error: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,60}$/)
    .catch('other'),
});

function outcomeOf(status: number, text: string): string {
  if (status !== 200) return `http_${status}`;
  // Only what is short can be a refusal.
  if (!text.startsWith('{"ok":false') && text.length > 2_000) return 'ok';
  try {
    return refusal.safeParse(JSON.parse(text)).data?.error ?? 'ok';
  } catch {
    return 'ok';
  }
}

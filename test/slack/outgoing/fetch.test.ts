import { expect, test } from 'vitest';
import { patientFetch } from '../../../src/slack/outgoing/fetch.ts';

/** What comes of a request to a Slack that puts it off so often, and how long was waited, in milliseconds. */
async function asked(...retryAfter: readonly (string | undefined)[]) {
  const ahead = [...retryAfter];
  const paused: number[] = [];
  const patient = patientFetch(
    async () => {
      if (ahead.length === 0) return new Response('{"ok":true}');
      const seconds = ahead.shift();
      return new Response('', { status: 429, headers: seconds === undefined ? {} : { 'retry-after': seconds } });
    },
    async (ms) => paused.push(ms),
  );
  return { status: (await patient('https://slack.com/api/conversations.replies')).status, paused };
}

test.each<readonly [string, readonly (string | undefined)[], object]>([
  ['does not put it off', [], { status: 200, paused: [] }],
  ['puts it off', ['30', '1'], { status: 200, paused: [30_000, 1_000] }],
  ['puts it off for more than ten minutes in all', ['300', '300', '1'], { status: 429, paused: [300_000, 300_000] }],
  ['does not say for how long', [undefined], { status: 429, paused: [] }],
  ['says what is no time', ['soon'], { status: 429, paused: [] }],
])('a request waits for as long as Slack says, where Slack %s', async (_what, retryAfter, comes) => {
  expect(await asked(...retryAfter)).toEqual(comes);
});

import { describe, expect, test } from 'vitest';
import { createMetrics } from '../../../src/metrics.ts';
import { ownWords } from '../../../src/packs/own-words.ts';
import { packsAtHand } from '../../../src/packs-at-hand.ts';
import { answerToMessage } from '../../../src/slack/blocks/blocks.ts';
import { createGuard } from '../../../src/slack/outgoing/guard.ts';
import { troubleshoot } from '../../../src/troubleshoot.ts';

const loaded = await packsAtHand(undefined);
if (!loaded.ok) throw new Error('A checklist is broken.');
const { packs } = loaded;
const silent = { info() {}, warn() {}, error() {} };
const guard = (meter = createMetrics().meter) => createGuard(silent, meter, () => ownWords(packs));
const secret = 'Zk4vT9qLw2Xr8NbY3mHs6Pd1';

function answerTo(password: string) {
  const paste = `curl https://digital.garden-fi.com/a/consumer/api/v0/users -u "ada:${password}"\nHTTP/1.1 401 Unauthorized`;
  const { answer, seen } = troubleshoot(paste, packs, Date.parse('2026-01-15T12:00:00Z'));
  return { seen, message: answerToMessage(answer, { key: 'key', toAuthorAlone: true, shareable: true }) };
}

describe('the last look at what leaves for Slack', () => {
  test.each(['checklist', 'Documentation', 'Authorization', 'correctly', 'rich_text', 'elements', 'consumer'])(
    'lets an answer go whose paste has the password %s, a word of ours',
    (password) => {
      const { message, seen } = answerTo(password);
      expect(JSON.stringify(message)).toContain(password);
      expect(guard()(message, seen)).toBe(false);
    },
  );

  test.each([
    ['a text', `why ${secret}`],
    ['a line of a text', `why\n${secret}`],
    ['the value of a button', { elements: [{ type: 'button', value: secret }] }],
    ['an address', { elements: [{ type: 'link', url: `https://a.example/?q=${encodeURIComponent(btoa(secret))}` }] }],
    ['what travels with a form', { private_metadata: JSON.stringify({ key: secret }) }],
    ['what stands in a field of a form', { element: { initial_value: secret.slice(5, 20) } }],
    ['two texts, one half each', { elements: [{ text: secret.slice(0, 9) }, { text: secret.slice(9) }] }],
  ])('holds back and counts what has a secret of the paste in %s', async (_what, payload) => {
    const metrics = createMetrics();
    expect(guard(metrics.meter)(payload, answerTo(secret).seen)).toBe(true);
    expect(await metrics.read()).toContain('stepwise_withheld_total 1');
  });

  test('and what has the shape of a token, of whatever paste, behind any character', () => {
    const token = ['sk', 'live', 'f4k3f4k3f4k3f4k3f4k3f4k3'].join('_');
    for (const before of ['', '\n', '\t', '"', '\u0001', '漢', '\\n', '\\u003d'])
      expect(guard()({ text: before + token })).toBe(true);
  });
});

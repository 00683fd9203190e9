import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { problemsOfBlocks, textLengthOf } from '../../../src/sandbox/blocks/validate.ts';
import { longestBlocks } from '../../../src/sandbox/content.ts';
import { objectsIn } from '../../../src/sandbox/json.ts';
import { answerToMessage, type Showing } from '../../../src/slack/blocks/blocks.ts';
import type { Message } from '../../../src/slack/blocks/message.ts';
import { answerTo, shownText } from '../workspace.ts';

/** Any, halves of surrogate pairs too. */
const codeUnit = fc.nat({ max: 0xffff }).map((unit) => String.fromCharCode(unit));
const showing: Showing = { key: 'key', toAuthorAlone: true, shareable: true };
const paste = `curl https://digital.garden-fi.com/a/consumer/api/v0/users/me -H "Authorization: Bearer {ACCESS_TOKEN}"
HTTP/1.1 401 Unauthorized`;

function problemsOf(message: Message): readonly string[] {
  const length = textLengthOf(objectsIn(message.blocks));
  return [
    ...problemsOfBlocks(message.blocks, 'message', '/blocks'),
    ...(length > longestBlocks ? [`${length} characters in blocks`] : []),
    ...(message.text.length > 4_000 || message.text === '' ? [`${message.text.length} characters of text`] : []),
  ];
}

describe('an answer in Slack', () => {
  test('has the headline, the finding, its evidence, what to do, the checklist and the buttons', async () => {
    const answer = await answerTo(paste);
    const message = answerToMessage(answer, showing);
    const shown = shownText(message);
    expect(message.blocks[0]).toMatchObject({ type: 'header', text: { text: answer.headline } });
    expect(shown).toContain('Authorization: Bearer {ACCESS_TOKEN}');
    expect(shown).toContain('What to do: ');
    expect(shown).toMatch(/✗ {2}Is everything copied/);
    expect(shown).toContain('This fixed itNot it? Next checkStill stuckPrepare support requestShare in channel');
  });

  test('is all there as plain text', async () => {
    const { text } = answerToMessage(await answerTo(paste), showing);
    expect(text).toContain('Authorization: Bearer {ACCESS_TOKEN}');
    expect(text).toContain('x-request-id');
  });

  test('shows the template at once where nothing fits', async () => {
    const shown = shownText(answerToMessage(await answerTo('the printer is on fire'), showing));
    expect(shown).toContain('Nothing in the checklist fits');
    expect(shown).toContain('x-request-id: (');
  });

  test.each([
    ['nothing', ''],
    ['no text', '\u0000\u0001\u0002\ufffd'.repeat(50)],
  ])('is short where there was %s to read', async (_what, given) => {
    const shown = shownText(answerToMessage(await answerTo(given), showing));
    expect(shown).not.toContain('x-request-id: (');
    expect(shown).not.toContain('Is the base URL correct?');
    expect(shown).toContain('Go through the checklistPrepare support request');
  });

  test('leaves a command out that there is no room for', async () => {
    const call = (path: string) => `curl https://api.example.com/${path}\nHTTP/2 404`;
    const shown = async (path: string) => shownText(answerToMessage(await answerTo(call(path)), showing));
    expect(await shown('orders')).toContain("curl -i 'https://api.example.com/orders'");
    expect(await shown('x/'.repeat(300))).not.toContain("curl -i '");
  });

  test('has no buttons where there is no answer to come back to', async () => {
    const message = answerToMessage(await answerTo(paste), { toAuthorAlone: false, shareable: false });
    expect(message.blocks.map(({ type }) => type)).not.toContain('actions');
  });
});

describe('whatever was pasted, Slack takes the answer', () => {
  const long = 'x'.repeat(100_000);
  test.each([
    ['nothing', ''],
    ['white space', ' \n\t '],
    ['NUL and other control characters', `\u0000\u0007\u202e${paste}\u0000`],
    ['half a surrogate pair', `${paste}\ud83d`],
    ['100 kB in one line', `curl https://digital.garden-fi.com/a/consumer/api/v0/${long}\n401 Unauthorized`],
    ['a very long field', `${paste}\nX-Long: ${long}`],
    ['emoji', '🤷🏽‍♀️ '.repeat(20_000)],
    ['another language', '我的请求返回 401 未授权。'.repeat(2_000)],
    ['ten curls', `${paste}\n`.repeat(10)],
    ['half a JSON', '{"error":"invalid_client","error_descr'],
    ['an unclosed quote', `curl 'https://digital.garden-fi.com/a/consumer/api`],
  ])('%s', async (_what, text) => {
    const answer = await answerTo(text);
    expect(problemsOf(answerToMessage(answer, showing))).toEqual([]);
    for (let check = 0; check < answer.checklist.length; check += 1) {
      expect(problemsOf(answerToMessage(answer, { ...showing, check }))).toEqual([]);
    }
  });

  test('100 kB in every part', async () => {
    const answer = await answerTo(paste);
    const huge = '<&🤷'.repeat(25_000);
    const [finding] = answer.findings;
    if (finding === undefined) throw new Error('Nothing was found.');
    const hugeText = [{ kind: 'text', text: huge }] as const;
    const hugeFinding = {
      ...finding,
      question: huge,
      say: hugeText,
      do: hugeText,
      evidence: Array.from({ length: 20 }, () => ({ span: { start: 0, end: 1 }, line: 1, excerpt: huge })),
    };
    const message = answerToMessage(
      {
        ...answer,
        headline: huge,
        findings: [hugeFinding, hugeFinding, hugeFinding],
        more: [hugeFinding],
        mended: [huge],
        template: { ...answer.template, text: huge },
        next: { text: huge, command: huge },
        footer: huge,
      },
      { ...showing, check: 0, notes: [huge], sharedBy: huge },
    );
    expect(problemsOf(message)).toEqual([]);
    expect(message.text.isWellFormed()).toBe(true);
  }, 60_000);

  test('any text between the lines', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: codeUnit, maxLength: 300 }), async (text) => {
        const answer = await answerTo(`${paste}\n${text}`);
        expect(problemsOf(answerToMessage(answer, showing))).toEqual([]);
      }),
      { seed: 20260101, numRuns: 20 },
    );
  });
});

describe('pasted text comes alive in no way', () => {
  const hostile = [
    '<!channel>',
    '<!here|here>',
    '<@U012AB3CD>',
    '<#C012AB3CD>',
    '<https://evil.example|https://jackhenry.dev>',
    '@channel',
    '```',
    '*bold* _it_ ~no~ :smile:',
    '&lt;!everyone&gt;',
  ];
  test.each(hostile)('%s', async (mark) => {
    const answer = await answerTo(
      `${mark}\ncurl https://digital.garden-fi.com/a/consumer/api/v0/users/${mark} -H "Authorization: Bearer {ACCESS_TOKEN ${mark}}" -H "x-request-id: ${mark}"\n401 Unauthorized ${mark}`,
    );
    for (const check of [undefined, 0, answer.checklist.length - 1]) {
      const message = answerToMessage(answer, { ...showing, check, sharedBy: mark, notes: [mark] });
      const elements = objectsIn(message.blocks).flatMap((block) => leavesOf(block));
      const kinds = new Set(elements.map(({ type }) => type));
      for (const live of ['mrkdwn', 'user', 'usergroup', 'broadcast', 'channel', 'emoji', 'image', 'markdown']) {
        expect(kinds).not.toContain(live);
      }
      for (const { type, url } of elements) {
        if (type === 'link') expect(new URL(String(url)).hostname).not.toContain('evil');
        if (type === 'plain_text')
          expect(elements.every(({ type, emoji }) => type !== 'plain_text' || emoji === false)).toBe(true);
      }
      expect(message.text).not.toMatch(/[<>]|@(?:channel|here|everyone)/);
      expect(problemsOf(message)).toEqual([]);
    }
  });
});

/** Everything in a block that has a type. */
function leavesOf(value: unknown): readonly { type?: unknown; url?: unknown; emoji?: unknown }[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'type' in value ? [value] : [];
  return [...own, ...Object.values(value).flatMap(leavesOf)];
}

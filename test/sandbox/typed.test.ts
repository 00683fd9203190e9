import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { problemsOfBlocks } from '../../src/sandbox/blocks/validate.ts';
import { createClock } from '../../src/sandbox/clock.ts';
import { readManifest } from '../../src/sandbox/manifest.ts';
import { createWorkspace } from '../../src/sandbox/new-workspace.ts';
import { readTyped } from '../../src/sandbox/people/typed.ts';
import { manifest } from './echo.ts';

const workspace = createWorkspace({
  clock: createClock({ frozen: true }),
  manifest: readManifest(manifest),
  teamName: 'Test',
  people: [{ name: 'ada', realName: 'Ada Park' }],
  channels: [{ name: 'api-help' }],
});
const bot = workspace.app.botUserId;

describe('the text of a message (docs.slack.dev/messaging/formatting-message-text)', () => {
  test.each([
    ['plain words', 'It fails.', 'It fails.'],
    ['what Slack escapes', 'a & b < c > d', 'a &amp; b &lt; c &gt; d'],
    ['a link', 'see https://x.example/a?b=1&c=2.', 'see <https://x.example/a?b=1&amp;c=2>.'],
    ['a link in quotes', `curl 'https://x.example/a'`, `curl '<https://x.example/a>'`],
    ['a host alone', 'on api.example.com today', 'on <http://api.example.com|api.example.com> today'],
    ['an address', 'write to a.b@example.com', 'write to <mailto:a.b@example.com|a.b@example.com>'],
    ['a mention of the app', '@echo look', `<@${bot}> look`],
    ['a mention of nobody', '@nobody look', '@nobody look'],
    ['a channel', 'in #api-help', `in <#${workspace.conversations.keys().next().value}>`],
    ['everybody', '@here look', '<!here> look'],
    ['a header that has an @ and colons', '-H "X: a:b@c"', '-H "X: a:b@c"'],
    ['several lines', 'curl \\\n  -X POST', 'curl \\\n  -X POST'],
    ['inline code', 'the `<token>` is', 'the `&lt;token&gt;` is'],
    ['a fence', '```curl https://x.example```', '```curl <https://x.example>```'],
    ['a host in code stays', '`api.example.com`', '`api.example.com`'],
    ['a fence that is not closed', '```curl', '```curl'],
  ])('%s', (_, typed, text) => {
    expect(readTyped(typed, workspace).text).toBe(text);
  });
});

describe('its rich_text block (docs.slack.dev/reference/block-kit/blocks/rich-text-block)', () => {
  const elementsOf = (typed: string) => readTyped(typed, workspace).blocks[0]?.elements;

  test('words, a mention and a link are one section', () => {
    expect(elementsOf('@echo see https://x.example')).toEqual([
      {
        type: 'rich_text_section',
        elements: [
          { type: 'user', user_id: bot },
          { type: 'text', text: ' see ' },
          { type: 'link', url: 'https://x.example' },
        ],
      },
    ]);
  });

  test('a fence is preformatted, and the words before it a section', () => {
    expect(elementsOf('it says\n```\n{"a": 1}\n```')).toEqual([
      { type: 'rich_text_section', elements: [{ type: 'text', text: 'it says\n' }] },
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: '{"a": 1}' }], border: 0 },
    ]);
  });

  test('inline code keeps its style', () => {
    expect(elementsOf('`a` b')).toEqual([
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: 'a', style: { code: true } },
          { type: 'text', text: ' b' },
        ],
      },
    ]);
  });

  test('whatever is typed, the block is one that Slack takes', () => {
    const typed = fc.array(
      fc.constantFrom('a', ' ', '\n', '`', '```', '@echo', 'https://x.example', 'x.com', '<', '&', ':fire:', '"', '.'),
    );
    fc.assert(
      fc.property(typed, (words) => {
        const { blocks } = readTyped(words.join(''), workspace);
        expect(problemsOfBlocks(blocks, 'message', '/blocks')).toEqual([]);
      }),
      { seed: 20260101 },
    );
  });

  test('what stands in the text stands in the block', () => {
    const shown = (value: unknown): string => {
      if (typeof value !== 'object' || value === null) return '';
      if ('url' in value && !('text' in value)) return String(value.url);
      if ('text' in value) return String(value.text);
      return 'elements' in value && Array.isArray(value.elements) ? value.elements.map(shown).join('') : '';
    };
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '<', '&', "'", '\n', '{', 'https://x.example/') }),
        (typed) => {
          expect(readTyped(typed, workspace).blocks.map(shown).join('')).toBe(typed);
        },
      ),
      { seed: 20260101 },
    );
  });
});

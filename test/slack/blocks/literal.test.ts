import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapedFallback, literal } from '../../../src/slack/blocks/literal.ts';

/** Any, halves of surrogate pairs too. */
const codeUnit = fc.nat({ max: 0xffff }).map((unit) => String.fromCharCode(unit));

describe('literal text', () => {
  test.each([
    ['hello', 5, 'hello'],
    ['hello!', 5, 'hell…'],
    ['ab🤷', 4, 'ab🤷'],
    ['ab🤷c', 4, 'ab…'],
    ['a\u0000b\u202ec', 10, 'a\ufffdb\ufffdc'],
    ['a\nb\tc', 10, 'a\nb\tc'],
    ['a\ud83d', 10, 'a\ufffd'],
    ['hello', 0, ''],
  ])('%j in %i characters is %j', (text, most, shown) => {
    expect(literal(text, most)).toBe(shown);
  });
});

describe('text in which Slack reads marks', () => {
  test.each([
    ['<!channel> & <@U1>', '&lt;!channel&gt; &amp; &lt;@U1&gt;'],
    ['@here', '@\u2060here'],
  ])('%j is %j', (text, escaped) => {
    expect(escapedFallback(text, 100)).toBe(escaped);
  });

  test('is never longer than it may be, and never ends in half an entity', () => {
    fc.assert(
      fc.property(fc.string({ unit: codeUnit }), fc.constantFrom(1, 7, 20), (text, most) => {
        const escaped = escapedFallback(`<&${text}@channel`, most);
        expect(escaped.length).toBeLessThanOrEqual(most);
        expect(escaped.replaceAll(/&(?:amp|lt|gt);/g, '')).not.toMatch(/[<>&]/);
      }),
      { seed: 20260101, numRuns: 500 },
    );
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPaste } from '../../../src/reading/read.ts';
import type { Span } from '../../../src/sealing/span.ts';

/** The pastes of this folder, cut, doubled, torn apart and put together anew. */
const folder = new URL('./', import.meta.url);
const pastes = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split(/^=== .*\n/m))
  .map((part) => part.split('\n--- is read as\n')[0] ?? '')
  .filter((part) => part !== '');

const marks = fc.constantFrom(
  ...'{}[]()<>"\'`\\|:=,;&?#%$^-–“’\n\t \0\u200b\ud800😀',
  '\r\n',
  '\n\n',
  '\\\n',
  '&amp;',
  '\\"',
);

const mutations = fc.array(
  fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(40), kind: fc.nat(4), mark: marks }),
  { minLength: 1, maxLength: 6 },
);

function mutated(
  text: string,
  changes: typeof mutations extends fc.Arbitrary<infer Changes> ? Changes : never,
): string {
  return changes.reduce((before, { at, length, kind, mark }) => {
    const start = Math.floor(at * before.length);
    const piece = before.slice(start, start + length);
    const head = before.slice(0, start);
    const tail = before.slice(start + length);
    if (kind === 0) return head + tail;
    if (kind === 1) return head + piece + piece + tail;
    if (kind === 2) return head + mark + piece + tail;
    return kind === 3 ? head : tail + head;
  }, text);
}

/** Every span that stands anywhere in a value. */
function spansIn(value: unknown, found: Span[] = []): readonly Span[] {
  if (typeof value !== 'object' || value === null) return found;
  if ('start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number')
    found.push({ start: value.start, end: value.end });
  for (const [name, member] of Object.entries(value)) if (name !== 'value') spansIn(member, found);
  return found;
}

test('a paste in any state is read, and whatever is read stands where it says', () => {
  fc.assert(
    fc.property(fc.constantFrom(...pastes), mutations, (text, changes) => {
      const { paste } = readPaste(mutated(text, changes));
      for (const { start, end } of [...spansIn(paste.exchanges), ...spansIn(paste.named)]) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(paste.text.length);
      }
    }),
    { seed: 20260101, numRuns: 3000 },
  );
});

test('a text of any number of pieces is read', () => {
  const { paste } = readPaste('1 < 401\n'.repeat(150_000));
  expect(paste.exchanges.length).toBeGreaterThan(0);
});

/** What would take minutes if any step looked at the same text again and again. */
test.each([
  ['blanks', ' ', ''],
  ['blanks in a line', ' ', 'y'],
  ['heads without a path', ':authority:\n', ''],
  ['full stops behind a code', '.', 'y'],
  ['curl without end', '\ncurl https://<host>/a -H "Authorization: Bearer <api_key>"', ''],
])('a text without end is read in time that grows with it: %s', (_what, unit, end) => {
  const text = `I get invalid_grant${unit.repeat(Math.ceil(300_000 / unit.length))}${end}`;
  expect(readPaste(text).paste.text).not.toBe('');
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FactDefinition, View } from '../../../src/engine/fact.ts';
import { facts } from '../../../src/engine/facts/table.ts';
import { readPaste } from '../../../src/reading/read.ts';
import { api, consumerApi } from './ask.ts';

describe('the table of facts', () => {
  test('names are dotted, in lower case, and unique', () => {
    const names = facts.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z]+(?:[.-][a-z]+)*$/);
  });

  test('each says what it means in a sentence', () => {
    for (const { meaning } of facts) expect(meaning).toMatch(/^\S.*\.$/);
  });

  const pieces = [
    `curl -i ${api}/users/1`,
    '-H "Authorization: Bearer {x}"',
    'HTTP/2 401',
    'date: Mon, 07 Jul 2025 15:05:00 GMT',
    '{"error":"invalid_grant"}',
    'scope: openid x',
    'claims={"id_token":{"a":1}}',
    'redirect_uri: http://a/b',
    'curl: (6) Could not resolve host: A_B',
    '\u0000\ud800',
    '\n',
    '',
  ];

  const types = { text: 'string', number: 'number', boolean: 'boolean', list: 'object' };

  function expectSound(fact: FactDefinition, view: View): void {
    const known = fact.read(view);
    if (known.state === 'unknown') return;
    if (known.state === 'known') expect(typeof known.value).toBe(types[fact.type]);
    for (const { start, end } of known.evidence) {
      expect(start >= 0 && start <= end && end <= view.paste.text.length).toBe(true);
    }
  }

  test('any paste gives each fact a value of its type, with evidence inside of the paste', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 8 }), (parts) => {
        const { paste } = readPaste(parts.join('\n'));
        for (const exchange of paste.exchanges.length === 0 ? [{}] : paste.exchanges) {
          for (const fact of facts) expectSound(fact, { paste, exchange, pack: consumerApi, now: 0 });
        }
      }),
      { seed: 20260101, numRuns: 60 },
    );
  });
});

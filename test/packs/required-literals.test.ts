import fc from 'fast-check';
import { RE2JS } from 're2js';
import { describe, expect, it } from 'vitest';
import { requiredLiterals } from '../../src/packs/required-literals.ts';

describe('what every match of a pattern must hold', () => {
  it.each([
    ['unexpected JWT alg', ['unexpected jwt alg']],
    ['(?i)State mismatch', ['state mismatch']],
    ['\\binvalid_grant\\b|grant request is invalid', ['invalid_grant', 'grant request is invalid']],
    ['expected 200 OK, got: \\d+', ['expected 200 ok, got: ']],
    ['(?:access|refresh) token', ['access', 'refresh']],
    ['^/a/(?:mobile|oidc-provider)/api/v', ['mobile', 'oidc-provider']],
    ['self[- ]signed', ['signed']],
    ['discovery?\\.json', ['discover']],
    ['colou?r', ['colo']],
    ['a\\.b\\.c', ['a.b.c']],
    ['https?://', ['http']],
  ])('%s', (pattern, pieces) => {
    expect(requiredLiterals(pattern)).toEqual(pieces);
  });

  it.each(['garden|.', '[{}<>$]', '\\d+', 'ab', '(?:missing)?', '(abc)*x', 'missing|$', ''])(
    'nothing: %s',
    (pattern) => {
      expect(requiredLiterals(pattern)).toBeUndefined();
    },
  );

  it('never misses a match', () => {
    const piece = fc.constantFrom(
      'abc',
      'de',
      'x?',
      '(?:foo|bar)',
      '(?:foo)?',
      '[xy]',
      '.',
      '\\.',
      'q+',
      'z*',
      '|',
      'w{0,2}',
      '\\d',
    );
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'o', 'r', 'x', 'q', 'z', '.', '1'),
      maxLength: 30,
    });
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), text, (pieces, haystack) => {
        const pattern = pieces.join('');
        if (!RE2JS.compile(pattern).matcher(haystack).find()) return;
        const required = requiredLiterals(pattern);
        expect(required === undefined || required.some((one) => haystack.includes(one))).toBe(true);
      }),
      { seed: 20260101, numRuns: 2000 },
    );
  });
});

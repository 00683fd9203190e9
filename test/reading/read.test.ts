import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPaste } from '../../src/reading/read.ts';

const token = ['eyJhbGciOiJub25lIn0', 'eyJleHAiOjE3NTE5MDEwMDB9', 'c2lnbmF0dXJlLW9mLWEtdGVzdA'].join('.');
const secret = ['e91d7c34', '2b6f', '4a80', '95d3', '6c1f0e8b7a25'].join('-');

describe('a paste', () => {
  const { paste } = readPaste(
    `curl -i 'https://a.example.com/token' -u app:${secret} -H 'Authorization: Bearer ${token}' \\\n` +
      `  -d 'grant_type=refresh_token&client_secret=${secret}'\n` +
      'HTTP/1.1 401 Unauthorized\nx-request-id: 0f6e2ad4b8c19573\n\n{"error":"invalid_client"}',
  );

  it('has its secrets sealed, in the text and in everything that was read from it', () => {
    const everything = JSON.stringify(paste);
    expect(everything).not.toContain(secret);
    expect(everything).not.toContain(token);
    expect(paste.exchanges[0]?.request?.fields[0]).toMatchObject({ value: 'Bearer ‹access token 1›' });
  });

  it('keeps what the answer needs', () => {
    expect(paste.text).toContain('x-request-id: 0f6e2ad4b8c19573');
    expect(paste.exchanges[0]?.request?.target?.uri).toBe('https://a.example.com/token');
    expect(paste.exchanges[0]?.response).toMatchObject({ status: 401, content: { error: { code: 'invalid_client' } } });
  });

  it('has spans that point at the sealed text', () => {
    const [exchange] = paste.exchanges;
    const at = (span: { start: number; end: number } | undefined) => paste.text.slice(span?.start, span?.end);
    expect(at(exchange?.request?.target?.span)).toBe('https://a.example.com/token');
    expect(at(exchange?.request?.fields[0]?.span)).toBe('Authorization: Bearer ‹access token 1›');
    expect(at(exchange?.response?.content?.error?.span)).toContain('invalid_client');
  });

  it('tells what was mended, in the way here and in the command', () => {
    const mended = readPaste('curl “https://a.example.com/one”\n  -H “Accept: */*”').paste;
    expect(mended.mendings.map(({ kind, suspect }) => [kind, suspect])).toEqual([
      ['curly-quotes', true],
      ['lost-backslash', true],
    ]);
  });

  it('is looked at up to the limit, sealed behind it too, and tells how much was not looked at', () => {
    const secret = 'e91d7c34-2b6f-4a80-95d3-6c1f0e8b7a25';
    const text = `curl https://a.example.com/one\ncurl https://a.example.com/two?client_secret=${secret}`;
    const limited = readPaste(text, { limit: 31 }).paste;
    expect(limited.exchanges.map(({ request }) => request?.target?.uri)).toEqual(['https://a.example.com/one']);
    expect(limited.text).toContain('two?client_secret=‹client secret 1›');
    expect(limited.unread).toBe(text.length - 31);
  });
});

/** Any UTF-16 code units, lone surrogates among them. */
const codeUnits = fc.array(fc.nat({ max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units));

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...[
      'curl ',
      "-H '",
      '"',
      "'",
      '\\\n',
      'HTTP/1.1 401\n',
      'a: b\n',
      '{"a":',
      '}',
      '\n\n',
      'https://a.b/c?d=e',
      '$(',
      '`',
    ],
    ...[
      '<<EOF\n',
      '> ',
      '< ',
      '* ',
      '&amp;',
      '“',
      '–d ',
      '\u0000',
      '\ud800',
      '{X}',
      '401 ',
      'client_id=x',
      'Bearer ',
      token,
    ],
  );
  const texts = fc.oneof(
    codeUnits,
    fc.array(pieces, { maxLength: 30 }).map((list) => list.join('')),
  );

  it('gives a paste, with every span inside of its text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { paste } = readPaste(text);
        for (const { request, response, failure } of paste.exchanges) {
          for (const part of [request, response, failure, request?.target, ...(request?.fields ?? [])]) {
            if (part === undefined) continue;
            expect(part.span.start).toBeGreaterThanOrEqual(0);
            expect(part.span.end).toBeGreaterThanOrEqual(part.span.start);
            expect(part.span.end).toBeLessThanOrEqual(paste.text.length);
          }
        }
      }),
      { seed: 20260101 },
    );
  });

  it('gives the same paste each time', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(readPaste(text).paste).toEqual(readPaste(text).paste);
      }),
      { seed: 20260101, numRuns: 30 },
    );
  });

  it('never shows a token that stood in it', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const { paste } = readPaste(`${before}\nAuthorization: Bearer ${token}\n${after}`);
        expect(JSON.stringify(paste)).not.toContain(token);
      }),
      { seed: 20260101 },
    );
  });
});

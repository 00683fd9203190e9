import { describe, expect, it } from 'vitest';
import { lastLook } from '../../src/sealing/last-look.ts';
import { seal } from '../../src/sealing/seal.ts';

const secret = 'Zk4vT9qLw2Xr8NbY3mHs6Pd1';
const { seen, text } = seal(`curl -u c5f0a1d2-88b4-4f6d-a3e7-0b9d2f41c6aa:${secret} https://a.example`, [], {
  personalData: true,
});

describe('a payload that must not leave', () => {
  it.each([
    ['the value', `{"text":"${secret}"}`],
    ['a piece of it', `{"text":"…${secret.slice(4, 17)}…"}`],
    ['it in base64', `{"text":"${btoa(`x:${secret}`)}"}`],
    ['it with blanks between', `{"text":"${secret.slice(0, 8)} ${secret.slice(8)}"}`],
  ])('holds %s', (_what, payload) => {
    expect(lastLook(payload, seen)).toEqual({ ok: false, kinds: ['client secret'] });
  });

  it('holds what looks like a token, of whatever paste', () => {
    expect(lastLook('{"text":"eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.dTR5nNqNrsxqjWP"}').ok).toBe(false);
    expect(
      lastLook(`-----BEGIN ${'PRIVATE KEY'}-----\nMC4CAQAwBQYDK2VwBCIEIJ\n-----END ${'PRIVATE KEY'}-----`).ok,
    ).toBe(false);
  });
});

describe('a payload that may leave', () => {
  it.each([
    ['the sealed paste', text],
    [
      'an answer',
      '{"blocks":[{"type":"section","text":{"type":"mrkdwn","text":"The token ‹access token 1› expired. <https://jackhenry.dev/open-api-docs/|Docs>"}}]}',
    ],
    ['ids', 'c5f0a1d2-88b4-4f6d-a3e7-0b9d2f41c6aa 0f6e2ad4b8c1957330de4a61c2b97f58'],
    ['nothing', ''],
  ])('%s', (_what, payload) => {
    expect(lastLook(payload, seen)).toEqual({ ok: true });
  });

  it('is told by fingerprints that hold no value', () => {
    expect(JSON.stringify({ ...seen, table: [...seen.table], kinds: [...seen.kinds] })).not.toContain(
      secret.slice(0, 4),
    );
  });
});

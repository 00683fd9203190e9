import { describe, expect, it } from 'vitest';
import { lastLook } from '../../../src/sealing/last-look.ts';
import { seal } from '../../../src/sealing/seal.ts';

const secret = 'Zk4vT9qLw2Xr8NbY3mHs6Pd1';
const uuid = 'e91d7c34-2b6f-4a80-95d3-6c1f0e8b7a25';
const hex = [...secret].map((char) => char.charCodeAt(0).toString(16));

function broken(text: string, width: number, joint: string): string {
  return text.match(new RegExp(`.{1,${width}}`, 'g'))?.join(joint) ?? '';
}

function cut(joint: string): string {
  return secret.slice(0, 9) + joint + secret.slice(9);
}

describe('a value that was sealed once is sealed in another spelling', () => {
  it.each([
    ['as \\x escapes', hex.map((pair) => `\\x${pair}`).join('')],
    ['as \\u{} escapes', hex.map((pair) => `\\u{${pair}}`).join('')],
    ['as octal escapes', [...secret].map((char) => `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`).join('')],
    ['in hexadecimal, in capitals', hex.join('').toUpperCase()],
    ['in hexadecimal, with colons', hex.join(':')],
    ['as the bytes of a buffer', `[${[...secret].map((char) => char.charCodeAt(0)).join(', ')}]`],
    ['in base64 of base64', btoa(btoa(secret))],
    ['in hexadecimal, with hyphens', hex.join('-')],
    ['in hexadecimal, as a list', hex.map((pair) => `0x${pair}`).join(', ')],
    ['as quoted-printable escapes', hex.map((pair) => `=${pair}`).join('')],
    ['as the bytes of a buffer, with blanks', [...secret].map((char) => char.charCodeAt(0)).join(' ')],
    ['as members of an object', [...secret].map((char, index) => `"${index}":${char.charCodeAt(0)}`).join(',')],
    ['in hexadecimal of UTF-16', hex.map((pair) => `${pair}00`).join('')],
    ['in capitals', secret.toUpperCase()],
    ['in small letters', secret.toLowerCase()],
    ['as two strings that code adds', cut('" + "')],
    ['cut in a quotation', cut('\n> ')],
    ['cut in a cell of a table', cut(' |\n| ')],
    ['cut in numbered lines', cut('\n 12: ')],
    ['cut by marks of a page', cut('</span><span class="x">')],
  ])('%s', (_how, spelled) => {
    const { text, seen } = seal(`client_secret=${secret}\n\nlater: ${spelled} end`, [], { personalData: true });
    const later = text.slice(text.indexOf('later'));
    for (const piece of spelled.match(/\w{8,}|\w\w[:-]\w\w|=\w\w=|\d+,? \d+|:\d+,|(?:\\[\w{}]+){4}/g) ?? [''])
      expect(later).not.toContain(piece);
    expect(lastLook(text, seen)).toEqual({ ok: true });
  });

  it.each([
    ['with what stands around it', btoa(`{"user":"bob","key":"${secret}","n":1}`)],
    ['in lines of 24', broken(btoa(`user=bob&key=${secret}&grant_type=password`), 24, '\n')],
    ['in lines of a string', broken(btoa(`user=bob&key=${secret}&grant_type=password`), 24, '\\n')],
    ['percent-encoded', encodeURIComponent(btoa(`ab:${secret}?`))],
  ])('in base64 to both of its ends: %s', (_how, spelled) => {
    const { text } = seal(`client_secret=${secret}\n\nlater: ${spelled} end\nstatus 401`, [], { personalData: true });
    expect(text).toMatch(/^client_secret=‹client secret 1›\n\nlater: ‹[^‹›]+› end\nstatus 401$/);
  });

  it('as the bytes that it is, in base64 or in hexadecimal', () => {
    const key = '9b1c7f3be5a9d2068441ef5b72d3ca80';
    const base64 = Buffer.from(key, 'hex').toString('base64');
    const paste = (one: string, other: string) => `client_secret=${one}\n\nlater: ${other}`;
    for (const text of [paste(key, base64), paste(base64, key)])
      expect(seal(text, [], { personalData: true }).text).toBe(
        'client_secret=‹client secret 1›\n\nlater: ‹client secret 1›',
      );
  });

  it('in capitals or without hyphens, where it is a UUID', () => {
    const paste = `client_secret=${uuid}\n\n${uuid.toUpperCase()} and ${uuid.replaceAll('-', '')}`;
    expect(seal(paste, [], { personalData: true }).text).toBe(
      'client_secret=‹client secret 1›\n\n‹client secret 1› and ‹client secret 1›',
    );
  });
});

it('is sealed where a line is broken within an escape of it, too', () => {
  const at = encodeURIComponent('zk4vt9ql@w2xr8nb');
  for (const cut of [8, 9, 10]) {
    const wrapped = `${at.slice(0, cut)}\\\n    ${at.slice(cut)}`;
    const { text } = seal(`secret=zk4vt9ql@w2xr8nb\n\nlater: ${wrapped} end`, [], { personalData: true });
    expect(text).toBe('secret=‹secret 1›\n\nlater: ‹secret 1› end');
  }
});

it('leaves the sign of equality before a value that is hexadecimal itself', () => {
  const { text } = seal(`secret=${uuid}\n\nlater: a=${uuid}&b=1`, [], { personalData: true });
  expect(text).toBe('secret=‹secret 1›\n\nlater: a=‹secret 1›&b=1');
});

it.each(['fakeRefreshToken0123456789abcd', 'mysupersecretrefreshtoken-91Xk'])(
  'leaves words and labels that %s has in a row by chance',
  (value) => {
    const { text, seen } = seal(`refresh_token=${value}\n\nthe refresh token is wrong`, [], { personalData: true });
    expect(text).toBe('refresh_token=‹refresh token 1›\n\nthe refresh token is wrong');
    expect(lastLook(text, seen)).toEqual({ ok: true });
    expect(seal(text, [], { personalData: true }).text).toBe(text);
  },
);

import { describe, expect, it } from 'vitest';
import { lastLook } from '../../../src/sealing/last-look.ts';
import { seal } from '../../../src/sealing/seal.ts';

const secret = 'Zk4vT9qLw2Xr8NbY3mHs6Pd1';
const uuid = 'e91d7c34-2b6f-4a80-95d3-6c1f0e8b7a25';
const hex = [...secret].map((char) => char.charCodeAt(0).toString(16));

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
    ['as two strings that code adds', cut('" + "')],
    ['cut in a quotation', cut('\n> ')],
    ['cut in a cell of a table', cut(' |\n| ')],
    ['cut in numbered lines', cut('\n 12: ')],
    ['cut by marks of a page', cut('</span><span class="x">')],
  ])('%s', (_how, spelled) => {
    const { text, seen } = seal(`client_secret=${secret}\n\nlater: ${spelled} end`, [], { personalData: true });
    const later = text.slice(text.indexOf('later'));
    for (const piece of spelled.match(/\w{8,}|\w\w:\w\w|\d+, \d+|(?:\\[\w{}]+){4}/g) ?? [''])
      expect(later).not.toContain(piece);
    expect(lastLook(text, seen)).toEqual({ ok: true });
  });

  it('in capitals or without hyphens, where it is a UUID', () => {
    const paste = `client_secret=${uuid}\n\n${uuid.toUpperCase()} and ${uuid.replaceAll('-', '')}`;
    expect(seal(paste, [], { personalData: true }).text).toBe(
      'client_secret=‹client secret 1›\n\n‹client secret 1› and ‹client secret 1›',
    );
  });
});

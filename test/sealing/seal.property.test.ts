import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastLook } from '../../src/sealing/last-look.ts';
import { seal } from '../../src/sealing/seal.ts';
import { leaks } from './leaks.ts';
import { places } from './places.ts';
import { survivors } from './survivors.ts';

const settings = { seed: 20260101, numRuns: 300 };

function ofAlphabet(alphabet: string, min: number, max: number): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...alphabet), { minLength: min, maxLength: max }).map((chars) => chars.join(''));
}

const lower = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';
const upper = lower.toUpperCase();

const jwt = fc
  .record({
    sub: fc.uuid(),
    exp: fc.integer({ min: 1_700_000_000, max: 1_800_000_000 }),
    scope: fc.constantFrom('openid', 'openid profile'),
  })
  .chain((claims) =>
    ofAlphabet(lower + upper + digits, 43, 86).map(
      (signature) => `${url64({ alg: 'ES256', typ: 'JWT' })}.${url64(claims)}.${signature}`,
    ),
  );

function url64(value: unknown): string {
  return btoa(JSON.stringify(value)).replace(/=+$/, '').replace(/\+/g, '-').replace(/\//g, '_');
}

/** Fake secrets of every look. Each has a digit and a letter, as generated ones have. */
const secret = fc
  .oneof(
    ofAlphabet(lower + upper + digits, 16, 80),
    ofAlphabet(`${lower}${upper}${digits}-_`, 16, 64),
    ofAlphabet('0123456789abcdef', 32, 64),
    ofAlphabet(`${lower}${upper}${digits}+/`, 24, 64).map((text) => `${text}==`),
    ofAlphabet(`${lower}${upper}${digits}!@^*~.`, 14, 32).map((text) => `a${text}z`),
    fc.uuid({ version: 4 }),
    jwt,
  )
  .filter((text) => /\d/.test(text) && /[A-Za-z]/.test(text) && /[A-Za-z\d]{3}/.test(text) && !/^[-_]/.test(text));

/** How the same secret is spelled elsewhere in the paste. */
const spellings: readonly ((text: string) => string)[] = [
  (text) => text,
  encodeURIComponent,
  (text) => encodeURIComponent(encodeURIComponent(text)),
  (text) => btoa(text),
  (text) => btoa(`c5f0a1d2:${text}`),
  (text) => JSON.stringify(JSON.stringify(text)),
  (text) => text.replaceAll('/', '\\/'),
  (text) => text.replaceAll('+', '&#43;').replaceAll('=', '&#x3D;'),
];

/** What a way here does to it. */
const damages: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `${text.slice(0, 14)}\n${text.slice(14)}`,
  (text) => `${text.slice(0, 9)}\\\n    ${text.slice(9)}`,
  (text) => text.slice(0, 13),
  (text) => `…${text.slice(2)}`,
  (text) => `"${text}"`,
  (text) => `<${text}>`,
  (text) => `invalid value ${text}: rejected`,
];

const scene = fc.record({
  secret,
  place: fc.constantFrom(...places),
  spell: fc.constantFrom(...spellings),
  damage: fc.constantFrom(...damages),
  around: fc.constantFrom(...survivors.map(([, paste]) => paste).filter((paste) => !/[`‹]/.test(paste))),
});

describe('any paste', { timeout: 60_000 }, () => {
  it('has no piece of a secret of 12 characters once it is sealed, and keeps what is none', () => {
    fc.assert(
      fc.property(scene, ({ secret: value, place, spell, damage, around }) => {
        const spelled = spell(value);
        const paste = `${around}\n\n${place.paste(value)}\n\nthen ${damage(spelled)}, came\n`;
        const sealed = seal(paste, [], { personalData: true });
        expect(leaks(sealed.text, value), sealed.text).toBe(false);
        expect(leaks(sealed.text.replace(/[\s\\]/g, ''), value), sealed.text).toBe(false);
        for (const kept of place.kept ?? []) expect(sealed.text).toContain(kept);
        expect(sealed.text.startsWith(around), sealed.text).toBe(true);
        expect(sealed.text.endsWith(', came\n')).toBe(true);
        expect(lastLook(sealed.text, sealed.seen), sealed.text).toEqual({ ok: true });
        expect(lastLook(`{"text":${JSON.stringify(value)}}`, sealed.seen).ok).toBe(false);
        expect(leaks(sealed.reseal(`Bearer ${value}`), value)).toBe(false);
        expect(leaks(sealed.reseal(JSON.stringify({ x: spelled })), value)).toBe(false);
        for (const { label } of sealed.secrets) expect(label).toMatch(/^‹[A-Za-z -]+ \d+›$/);
      }),
      settings,
    );
  });

  it('is sealed whatever it is, and the same way each time', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'"\'\\{}[]<>=:&?%-eyJ \n@') })),
        (paste) => {
          const first = seal(paste, [], { personalData: true });
          expect(seal(paste, [], { personalData: true }).text).toBe(first.text);
          for (const offset of [0, paste.length >> 1, paste.length])
            expect(first.move(offset)).toBeLessThanOrEqual(first.text.length);
          expect(lastLook(first.text, first.seen)).toEqual({ ok: true });
        },
      ),
      settings,
    );
  });

  it('that was sealed stays as it is when it is sealed again', () => {
    fc.assert(
      fc.property(scene, ({ secret: value, place }) => {
        const once = seal(place.paste(value), [], { personalData: true }).text;
        expect(seal(once, [], { personalData: true }).text).toBe(once);
      }),
      settings,
    );
  });
});

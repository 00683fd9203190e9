import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createCipher } from '../../src/store/cipher.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { KeyMissing, sealInstallations } from '../../src/store/sealed.ts';

const [old, current] = [randomBytes(32), randomBytes(32)];
const text = JSON.stringify({ token: ['xoxb', 'fake'].join('-') });

describe('a sealed text', () => {
  test('opens with the key and in the place it was sealed for', () => {
    const cipher = createCipher([current]);
    expect(cipher.open(cipher.seal(text, 'T1'), 'T1')).toEqual({ text, stale: false });
    expect(cipher.open(cipher.seal(text, 'T1'), 'T2')).toBeUndefined();
    expect(createCipher([old]).open(cipher.seal(text, 'T1'), 'T1')).toBeUndefined();
  });

  test('shows nothing, and is another each time', () => {
    const cipher = createCipher([current]);
    expect(cipher.seal(text, 'T1')).not.toContain('xoxb');
    expect(cipher.seal(text, 'T1')).not.toBe(cipher.seal(text, 'T1'));
  });

  test('that somebody changed in any one character does not open', () => {
    const cipher = createCipher([current]);
    const sealed = cipher.seal(text, 'T1');
    // The last characters of base64url may hold bits that mean nothing.
    for (let at = 0; at < sealed.length - 2; at += 1) {
      const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
      expect(cipher.open(changed, 'T1')).toBeUndefined();
    }
  });

  test.each(['', 'v1', 'v1..', 'v2.a.b', text])('%j opens as nothing', (given) => {
    expect(createCipher([current]).open(given, 'T1')).toBeUndefined();
  });

  test('of an older key opens behind a new one', () => {
    const sealed = createCipher([old]).seal(text, 'T1');
    expect(createCipher([current, old]).open(sealed, 'T1')).toEqual({ text, stale: true });
  });

  test('asks for a whole key', () => {
    expect(() => createCipher([randomBytes(16)])).toThrow(RangeError);
  });
});

describe('an installation at rest', () => {
  test('is sealed anew under the first key when it is read', async () => {
    const kept = createMemoryStore(() => 0);
    await sealInstallations(kept, createCipher([old])).installations.put('T1', text);
    expect(await sealInstallations(kept, createCipher([current, old])).installations.get('T1')).toBe(text);
    expect(await sealInstallations(kept, createCipher([current])).installations.get('T1')).toBe(text);
    expect(await kept.installations.get('T1')).not.toContain('xoxb');
  });

  test('whose key is gone is an error rather than no installation', async () => {
    const kept = createMemoryStore(() => 0);
    await sealInstallations(kept, createCipher([old])).installations.put('T1', text);
    const store = sealInstallations(kept, createCipher([current]));
    await expect(store.installations.get('T1')).rejects.toBeInstanceOf(KeyMissing);
  });
});

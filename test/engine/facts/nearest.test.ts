import { describe, expect, test } from 'vitest';
import { nearest } from '../../../src/engine/facts/nearest.ts';

describe('the word that was most likely meant', () => {
  const words = ['accounts.readonly', 'accounts.readwrite', 'cards', 'user.profile.readonly'];

  test.each([
    ['account.readonly', 'accounts.readonly'],
    ['accounts.readOnly', 'accounts.readonly'],
    ['accounts.read-write', 'accounts.readwrite'],
    ['card', 'cards'],
    ['crads', 'cards'],
    ['accuonts.readonly', 'accounts.readonly'],
    ['profile', undefined],
    ['', undefined],
    ['x'.repeat(10_000), undefined],
  ])('%.40s', (word, meant) => {
    expect(nearest(word, words)).toBe(meant);
  });
});

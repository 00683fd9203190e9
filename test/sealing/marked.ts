import { describe, expect, it } from 'vitest';
import { seal } from '../../src/sealing/seal.ts';

/**
 * One test for each paste, in which `«…»` marks what must be sealed. All the rest must stay: what only looks like a secret
 * is as important as what is one.
 */
export function describeMarked(what: string, pastes: readonly string[]): void {
  describe(what, () => {
    it.each(pastes)('%s', (paste) => {
      const { text } = seal(paste.replace(/[«»]/g, ''), [], { personalData: true });
      expect(text.replace(/‹[^‹›]{1,40}›/g, '«»')).toBe(paste.replace(/«[^«»]*»/g, '«»'));
    });
  });
}

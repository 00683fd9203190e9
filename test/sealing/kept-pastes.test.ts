import { describe, expect, it } from 'vitest';
import { seal } from '../../src/sealing/seal.ts';
import { keptPastes } from './kept-pastes.ts';

describe.each(Object.entries(keptPastes))('leaves %s', (_what, pastes) => {
  it.each(pastes)('%s', (paste) => {
    expect(seal(paste, [], { personalData: true }).text).toBe(paste);
  });
});

it('seals a session in a path, and leaves the query behind it', () => {
  const { text } = seal('https://a.example/b;jsessionid=7F3A9C0D1E2B4A5C6D7E8F90?page=two&x=1', [], {
    personalData: true,
  });
  expect(text).toBe('https://a.example/b;jsessionid=‹session 1›?page=two&x=1');
});

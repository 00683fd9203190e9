import { describe } from 'vitest';
import { createMemoryStore } from '../../src/store/memory.ts';
import { storesKeepTheirWord } from './contract.ts';

describe('a store in memory', () => {
  storesKeepTheirWord(() => {
    let now = 0;
    return {
      store: createMemoryStore(() => now),
      pass(ms) {
        now += ms;
      },
    };
  });
});

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { vocabularyPage } from '../src/engine/vocabulary.ts';

it('docs/facts.md is what `npx stepwise pack facts` writes', () => {
  expect(readFileSync(new URL('../docs/facts.md', import.meta.url), 'utf8')).toBe(vocabularyPage());
});

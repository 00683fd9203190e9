import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { vocabularyPage } from '../src/engine/vocabulary.ts';
import { rulesPage } from '../src/packs/rules-page.ts';
import { packsAtHand } from '../src/packs-at-hand.ts';

function page(name: string): string {
  return readFileSync(new URL(`../docs/${name}`, import.meta.url), 'utf8');
}

it('docs/facts.md is what `npx stepwise pack facts` writes', () => {
  expect(page('facts.md')).toBe(vocabularyPage());
});

it('docs/rules.md is what `npx stepwise pack rules` writes', async () => {
  const atHand = await packsAtHand(undefined);
  expect(page('rules.md')).toBe(atHand.ok ? rulesPage(atHand.packs) : '');
});

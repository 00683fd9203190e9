import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPaste } from '../../../src/reading/read.ts';
import { telling } from './telling.ts';

/**
 * Pastes as people bring them, and what is read of each: the request behind `>`, the response behind `<`, a failure
 * behind `!`, named values behind `=`, mendings behind `~`. A file is one kind of source; a paste is a few lines more.
 */
const folder = new URL('./', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));

describe.each(files)('%s', (file) => {
  const cases = readFileSync(new URL(file, folder), 'utf8')
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const [head = '', told = ''] = part.split('\n--- is read as\n');
      const end = head.indexOf('\n');
      return { name: head.slice(0, end), pasted: head.slice(end + 1), told: told.trimEnd() };
    });

  test.each(cases)('$name', ({ pasted, told }) => {
    expect(telling(readPaste(pasted).paste)).toBe(told);
  });
});

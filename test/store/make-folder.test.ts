import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeFolder } from '../../src/store/make-folder.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stepwise-folders-'));
  await writeFile(join(folder, 'file'), '');
});
afterAll(() => rm(folder, { recursive: true }));

test.each(['new', 'new', 'new/below', 'several/at/once', '.'])('%s is there afterwards', async (path) => {
  await makeFolder(join(folder, path));
  expect((await stat(join(folder, path))).isDirectory()).toBe(true);
});

test('is made by several at the same time', async () => {
  await Promise.all(Array.from({ length: 5 }, () => makeFolder(join(folder, 'by/many'))));
});

test('below a file it cannot be made, and that is said', async () => {
  await expect(makeFolder(join(folder, 'file/below'))).rejects.toThrow('ENOTDIR');
});

test.runIf(process.platform === 'linux')('where the folder above takes none, that is said', async () => {
  await expect(makeFolder('/proc/stepwise/pets')).rejects.toThrow('ENOENT');
});

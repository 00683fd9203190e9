import { describe, expect, test } from 'vitest';
import { nothingSeen } from '../../src/sealing/known/fingerprints.ts';
import { createAnswers, type Shown } from '../../src/slack/answers.ts';
import type { LockedAnswers } from '../../src/store/store.ts';
import { answerTo } from './workspace.ts';

const silent = { info() {}, warn() {}, error() {} };

/** What a store holds, for whoever reads it. */
function shelf(): LockedAnswers & { readonly all: Map<string, string> } {
  const all = new Map<string, string>();
  return {
    all,
    async put(id, locked) {
      all.set(id, locked);
    },
    get: async (id) => all.get(id),
  };
}

async function shown(): Promise<Shown> {
  const answer = await answerTo('curl https://api.example.com/v2/dogs\nHTTP/2 401');
  return { answer, ownPaste: true, seen: nothingSeen };
}

describe('an answer that was given', () => {
  test('is found by another process, by the key in its buttons', async () => {
    const kept = shelf();
    const given = await shown();
    const key = createAnswers(10, kept, silent).keep(given);
    const found = await createAnswers(10, kept, silent).find(key);
    expect(found?.answer).toEqual(given.answer);
    expect(found?.ownPaste).toBe(true);
  });

  test('can be put in the place of another, under the same key', async () => {
    const kept = shelf();
    const given = await shown();
    const answers = createAnswers(10, kept, silent);
    const key = answers.keep(given);
    const live = ['The status page says “Partial System Outage”.'];
    answers.replace(key, { ...given, answer: { ...given.answer, live } });
    expect((await answers.find(key))?.answer.live).toEqual(live);
    expect((await createAnswers(10, kept, silent).find(key))?.answer.live).toEqual(live);
    expect(kept.all.size).toBe(1);
  });

  test('is in the store, but cannot be read there', async () => {
    const kept = shelf();
    const key = createAnswers(10, kept, silent).keep(await shown());
    const [[id, locked] = []] = kept.all;
    for (const part of [id, locked]) {
      expect(part).not.toContain(key);
      expect(part).not.toContain('api.example.com');
    }
    // Whoever takes what lies under another answer's id finds nothing with its key.
    kept.all.set([...kept.all.keys()][0] ?? '', 'v1.AAAAAAAA.AAAA');
    expect(await createAnswers(10, kept, silent).find(key)).toBeUndefined();
  });

  test('works in its own process where the store is lost', async () => {
    const lost: LockedAnswers = {
      put: () => Promise.reject(new Error('lost')),
      get: () => Promise.reject(new Error('lost')),
    };
    const answers = createAnswers(1, lost, silent);
    const given = await shown();
    const key = answers.keep(given);
    expect(await answers.find(key)).toBe(given);
    answers.keep(given);
    expect(await answers.find(key)).toBeUndefined();
  });

  test.each(['', 'x', 'nothing of ours'])('is not found under %j', async (key) => {
    expect(await createAnswers(1, shelf(), silent).find(key)).toBeUndefined();
  });
});

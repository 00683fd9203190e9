import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { nothingSeen } from '../../src/sealing/known/fingerprints.ts';
import { seal } from '../../src/sealing/seal.ts';
import { type Answers, createAnswers, type Shown } from '../../src/slack/answers.ts';
import { noMeter } from '../../src/slack/meter.ts';
import { createGuard } from '../../src/slack/outgoing/guard.ts';
import type { LockedAnswers } from '../../src/store/store.ts';
import { answerTo } from './workspace.ts';

const silent = { info() {}, warn() {}, error() {} };

function answersIn(kept: LockedAnswers | undefined, most = 10): Answers {
  return createAnswers(
    most,
    kept,
    createGuard(silent, noMeter, () => ''),
    silent,
  );
}

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
  return { answer, ownPaste: true };
}

describe('an answer that was given', () => {
  test('is found by another process, by the key in its buttons', async () => {
    const kept = shelf();
    const given = await shown();
    const key = answersIn(kept).keep(given, nothingSeen);
    const found = await answersIn(kept).find(key);
    expect(found?.answer).toEqual(given.answer);
    expect(found?.ownPaste).toBe(true);
  });

  test('can be put in the place of another, under the same key', async () => {
    const kept = shelf();
    const given = await shown();
    const answers = answersIn(kept);
    const key = answers.keep(given, nothingSeen);
    const live = ['The status page says “Partial System Outage”.'];
    answers.replace(key, { ...given, answer: { ...given.answer, live } }, nothingSeen);
    expect((await answers.find(key))?.answer.live).toEqual(live);
    expect((await answersIn(kept).find(key))?.answer.live).toEqual(live);
    expect(kept.all.size).toBe(1);
  });

  test('is in the store, but cannot be read there', async () => {
    const kept = shelf();
    const key = answersIn(kept).keep(await shown(), nothingSeen);
    const [[id, locked] = []] = kept.all;
    for (const part of [id, locked]) {
      expect(part).not.toContain(key);
      expect(part).not.toContain('api.example.com');
    }
    // Whoever takes what lies under another answer's id finds nothing with its key.
    kept.all.set([...kept.all.keys()][0] ?? '', 'v1.AAAAAAAA.AAAA');
    expect(await answersIn(kept).find(key)).toBeUndefined();
  });

  test('works in its own process where the store is lost', async () => {
    const lost: LockedAnswers = {
      put: () => Promise.reject(new Error('lost')),
      get: () => Promise.reject(new Error('lost')),
    };
    const answers = answersIn(lost, 1);
    const given = await shown();
    const key = answers.keep(given, nothingSeen);
    expect(await answers.find(key)).toEqual(given);
    answers.keep(given, nothingSeen);
    expect(await answers.find(key)).toBeUndefined();
  });

  test.each(['', 'x', 'nothing of ours'])('is not found under %j', async (key) => {
    expect(await answersIn(shelf(), 1).find(key)).toBeUndefined();
  });

  test('is kept nowhere where a secret slipped into any part of it', async () => {
    const secret = 'Zk4vT9qLw2Xr8NbY3mHs6Pd1';
    const { seen } = seal(`client_secret=${secret}`, [], { personalData: true });
    const kept = shelf();
    const answers = answersIn(kept);
    const { answer } = await shown();
    const parts: readonly Partial<Answer>[] = [
      { headline: `Found it: ${secret}` },
      { conflicts: [`It says ${secret.slice(2, 16)}.`] },
      { template: { ...answer.template, text: Buffer.from(secret).toString('base64') } },
    ];
    for (const part of parts) {
      expect(
        await answers.find(answers.keep({ answer: { ...answer, ...part }, ownPaste: true }, seen)),
      ).toBeUndefined();
    }
    expect(kept.all.size).toBe(0);
    expect(await answers.find(answers.keep({ answer, ownPaste: true }, seen))).toBeDefined();
  });

  test('holds on to nothing of its paste, though its texts were cut out of it', async () => {
    setFlagsFromString('--expose-gc');
    const collect: () => void = runInNewContext('gc');
    const { answer } = await shown();
    const used = (): number => {
      collect();
      return process.memoryUsage().heapUsed;
    };
    const answers = answersIn(undefined, 100);
    const before = used();
    for (let index = 0; index < 20; index += 1) {
      const paste = Buffer.alloc(2_000_000, 65 + index).toString('latin1');
      const headline = paste.slice(1_000, 1_040);
      answers.keep({ answer: { ...answer, headline }, ownPaste: true }, nothingSeen);
    }
    expect(used() - before).toBeLessThan(10_000_000);
  });
});

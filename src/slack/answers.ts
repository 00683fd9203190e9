import { createHash, hkdfSync, randomUUID } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Answer } from '../answer/answer.ts';
import type { Seen } from '../sealing/seal.ts';
import { type Cipher, createCipher, keyLength } from '../store/cipher.ts';
import type { LockedAnswers } from '../store/store.ts';
import { createLatest } from './latest.ts';
import { describeError, type Log } from './log.ts';
import type { HoldsSecret } from './outgoing/guard.ts';

/** An answer that was shown. It is sealed: no pasted secret is in it. */
export interface Shown {
  readonly answer: Answer;
  /** Whether who asked wrote what was read: then the warning about secrets is theirs. */
  readonly ownPaste: boolean;
}

/**
 * The latest answers, for the buttons under them: in memory, and locked in the store for the other processes and for the time
 * after a restart. The key of the lock is in the buttons alone, so that the store can be read without any answer being read.
 */
export interface Answers {
  /**
   * A key that nobody can guess. All of the answer is looked at, with what was seen in its paste: one that holds a secret is
   * not kept, and what its buttons show later needs no more than a look at its shape.
   */
  keep(shown: Shown, seen: Seen): string;
  /** Puts an answer to which something was added in the place of the one with this key. */
  replace(key: string, shown: Shown, seen: Seen): void;
  /** Undefined where the answer is gone. Never rejects. */
  find(key: string): Promise<Shown | undefined>;
}

/**
 * `most` are kept in memory, and all in the store where there is one that outlives this process. Both as they are written: a
 * string that was cut out of another holds on to all of that one, and so would an answer to its paste.
 */
export function createAnswers(
  most: number,
  locked: LockedAnswers | undefined,
  holdsSecret: HoldsSecret,
  log: Log,
): Answers {
  const latest = createLatest<string>(most);
  const replace = (key: string, shown: Shown, seen: Seen): void => {
    if (holdsSecret(fromPaste(shown.answer), seen)) return;
    const text = write(shown);
    latest.set(key, text);
    if (locked === undefined) return;
    const { id, cipher } = lockOf(key);
    locked.put(id, cipher.seal(text, id)).catch((error: unknown) => {
      log.warn({ error: describeError(error) }, 'An answer is in the memory of this process alone.');
    });
  };
  return {
    keep(shown, seen) {
      const key = randomUUID();
      replace(key, shown, seen);
      return key;
    },
    replace,
    async find(key) {
      const text = latest.get(key);
      if (text !== undefined) return read(text);
      if (locked === undefined) return undefined;
      const { id, cipher } = lockOf(key);
      try {
        const opened = cipher.open((await locked.get(id)) ?? '', id);
        return opened === undefined ? undefined : read(opened.text);
      } catch (error) {
        log.warn({ error: describeError(error) }, 'An answer could not be looked up.');
        return undefined;
      }
    },
  };
}

/** What is kept under a key: the store's id for it tells nothing of the key, and only the key opens it. */
export function lockOf(key: string): { readonly id: string; readonly cipher: Cipher } {
  const id = createHash('sha256').update(`id ${key}`).digest('base64url');
  return { id, cipher: createCipher([new Uint8Array(hkdfSync('sha256', key, '', 'lock', keyLength))]) };
}

/** Another release may write answers otherwise, and both run while processes are replaced: then this is raised. */
const form = 4;

const written = z.object({ form: z.literal(form), ownPaste: z.boolean(), answer: z.custom<Answer>() });

function write({ answer, ownPaste }: Shown): string {
  return gzipSync(JSON.stringify({ form, ownPaste, answer })).toString('base64');
}

/** What of an answer may come from a paste: all but what is the checklist's own. */
function fromPaste({ checklist, words, links, ...rest }: Answer): object {
  return rest;
}

function read(text: string): Shown | undefined {
  const parsed = written.safeParse(JSON.parse(gunzipSync(Buffer.from(text, 'base64')).toString()));
  if (!parsed.success) return undefined;
  const { answer, ownPaste } = parsed.data;
  return { answer, ownPaste };
}

import { z } from 'zod';
import type { Seen } from '../sealing/seal.ts';
import type { LockedAnswers } from '../store/store.ts';
import { lockOf } from './answers.ts';
import { createLatest } from './latest.ts';
import { describeError, type Log } from './log.ts';
import type { HoldsSecret } from './outgoing/guard.ts';

/**
 * What a person typed into the form of an answer, so that it stands there again where they closed the form: sealed before it
 * comes here, and locked in the store like the answer itself, with a key that only the answer's buttons have.
 */
export interface Drafts {
  /** The values of the form's fields, in their order; an empty one was left empty. Where they hold a secret, none is kept. Never rejects. */
  keep(key: string, user: string, values: readonly string[], seen: Seen): Promise<void>;
  /** Undefined where the person has typed nothing, or it is gone. Never rejects. */
  find(key: string, user: string): Promise<readonly string[] | undefined>;
}

const written = z.array(z.string());

/** The latest `most` are kept in memory too, for where the store keeps none. */
export function createDrafts(
  most: number,
  locked: LockedAnswers | undefined,
  holdsSecret: HoldsSecret,
  log: Log,
): Drafts {
  const latest = createLatest<string>(most);
  const nameOf = (key: string, user: string) => `${key} typed by ${user}`;
  return {
    async keep(key, user, values, seen) {
      if (holdsSecret(values, seen)) return;
      const name = nameOf(key, user);
      const text = JSON.stringify(values);
      latest.set(name, text);
      if (locked === undefined) return;
      const { id, cipher } = lockOf(name);
      try {
        await locked.put(id, cipher.seal(text, id));
      } catch (error) {
        log.warn({ error: describeError(error) }, 'What was typed into a form could not be kept.');
      }
    },
    async find(key, user) {
      const name = nameOf(key, user);
      const own = latest.get(name);
      if (locked === undefined) return read(own);
      const { id, cipher } = lockOf(name);
      try {
        const opened = cipher.open((await locked.get(id)) ?? '', id);
        // Another process may have kept what is newer.
        return read(opened?.text ?? own);
      } catch (error) {
        log.warn({ error: describeError(error) }, 'What was typed into a form could not be looked up.');
        return read(own);
      }
    },
  };
}

function read(text: string | undefined): readonly string[] | undefined {
  return text === undefined ? undefined : written.safeParse(JSON.parse(text)).data;
}

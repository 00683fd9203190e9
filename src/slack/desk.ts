import type { Answer } from '../answer/answer.ts';
import type { Diagnosis } from '../engine/diagnosis.ts';
import type { Seen } from '../sealing/seal.ts';
import type { Store } from '../store/store.ts';
import type { Answers } from './answers.ts';
import type { Once } from './delivery/once.ts';
import type { Outbox } from './delivery/outbox.ts';
import type { Drafts } from './drafts.ts';
import type { Later } from './later.ts';
import type { Latest } from './latest.ts';
import type { LookLive } from './live-addition.ts';
import type { Locales } from './locales.ts';
import { describeError, type Log } from './log.ts';
import type { WithoutRetries } from './outgoing/clients.ts';
import type { Fetch } from './outgoing/fetch.ts';
import type { HoldsSecret } from './outgoing/guard.ts';
import type { Outgoing } from './outgoing/outgoing.ts';
import type { Rate } from './outgoing/rate.ts';
import type { SlackSettings } from './slack-settings.ts';
import { isWorthAnotherTry, sentenceFor, slackErrorOf } from './trouble.ts';

/** Who asks, where. */
export interface Asking {
  /** Slack's id; a channel may have a checklist of its own. */
  readonly channel?: string | undefined;
  /** The person's, as Slack names it (`pt-BR`): the answer is in its language where the checklist has it. */
  readonly locale?: string | undefined;
}

/** The one path from text to answer, bound to the packs and the clock. Any text has an answer. */
export type Troubleshoot = (
  text: string,
  asking?: Asking,
) => {
  readonly diagnosis: Diagnosis;
  readonly answer: Answer;
  /** For the last look at what leaves because of this text. */
  readonly seen: Seen;
};

/** A checklist at hand; a pack is one. */
export interface Checklist {
  readonly id: string;
  readonly name: string;
  readonly items: readonly { readonly id: string; readonly question: string }[];
}

/** What every way in works with. */
export interface Desk {
  readonly settings: SlackSettings;
  readonly troubleshoot: Troubleshoot;
  readonly out: Outgoing;
  /** Where what was read waits until it is said. */
  readonly outbox: Outbox;
  /** For who cannot wait: the client tries once, and is put off by nobody. */
  readonly withoutRetries: WithoutRetries;
  /** The last look at what does not leave by `out`. */
  readonly holdsSecret: HoldsSecret;
  readonly locales: Locales;
  readonly answers: Answers;
  readonly drafts: Drafts;
  /** What is done once: a message answered, its author warned, an answer shared. */
  readonly once: Once;
  /** The timestamp of the reply to a message, by the message's channel and timestamp. */
  readonly replies: Latest<string>;
  /** The key of the latest answer to a message, by the same. */
  readonly latestAnswers: Latest<string>;
  /** Without it nothing is looked at live. */
  readonly lookLive: LookLive | undefined;
  readonly later: Later;
  readonly rate: Rate;
  /** What outlives this process: deliveries answered, counts, installations. */
  readonly store: Store;
  /** The way to Slack for what the Web API does not do: files, and addresses that Slack gave. */
  readonly fetch: Fetch;
  readonly log: Log;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly checklists: readonly Checklist[];
}

/**
 * Does the work, or tells the person in a sentence why it could not be done. Rejects where neither was possible now and may
 * be later.
 */
export async function orTell(
  desk: Pick<Desk, 'log'>,
  work: () => Promise<void>,
  tell: (sentence: string) => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    await orLog(desk, troubleOf(desk, error), tell);
  }
}

/** What to tell the person whose request failed. Nothing of the error is left: an error may quote what it is about. */
export function troubleOf({ log }: Pick<Desk, 'log'>, error: unknown): string {
  log.error({ error: describeError(error), slack: slackErrorOf(error) }, 'A request could not be answered.');
  return sentenceFor(error);
}

/** Rejects where it may be told later. */
export async function orLog(
  { log }: Pick<Desk, 'log'>,
  sentence: string,
  tell: (sentence: string) => Promise<void>,
): Promise<void> {
  try {
    await tell(sentence);
  } catch (error) {
    log.error({ error: describeError(error), slack: slackErrorOf(error) }, 'Nor could its person be told.');
    if (isWorthAnotherTry(error)) throw error;
  }
}

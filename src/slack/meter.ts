import type { Counted } from '../store/store.ts';

/** The ways in, and what else Slack delivers. */
export const ways = [
  'command',
  'mention',
  'direct-message',
  'shortcut',
  'form',
  'button',
  'home',
  'assistant',
  'other',
] as const;
export type Way = (typeof ways)[number];

/** Why a delivery got no answer of its own. */
export type Dropped = 'duplicate' | 'workspace-not-allowed' | 'too-many';

/** Hears what is worth a number. It is told of ids, codes and times, and of nothing that a person wrote. Times are in seconds. */
export interface Meter {
  /** A delivery was acknowledged, so long after it came. */
  acked(way: Way, seconds: number): void;
  /** A delivery was dealt with, its reply posted where it has one; or it was not. */
  done(way: Way, outcome: 'answered' | 'failed', seconds: number): void;
  dropped(why: Dropped): void;
  /** An answer was given, or a person said what came of it. */
  counted(way: Way, counted: Counted): void;
  /** The last look held a message back. */
  withheld(): void;
  /** Slack answered a request: `ok`, its error code, `http_…`, or `unreachable` where it did not. */
  called(method: string, outcome: string, seconds: number): void;
}

export const noMeter: Meter = {
  acked() {},
  done() {},
  dropped() {},
  counted() {},
  withheld() {},
  called() {},
};

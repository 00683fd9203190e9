import { type DestinationStream, pino } from 'pino';
import { loggable } from './loggable.ts';
import { kindsSeenIn, type Seen, sizeOf } from './sealing/known/fingerprints.ts';
import { lastLook } from './sealing/last-look.ts';
import type { LogLevel } from './settings-table.ts';
import type { Log } from './slack/log.ts';

/** What the log's last look knows of the latest pastes: fingerprints, no value. */
export interface LatestSeen {
  note(seen: Seen): void;
  all(): readonly Seen[];
}

/** How many of the latest pastes with a secret are watched for, and how many bytes their fingerprints may take. */
export interface WatchedFor {
  readonly pastes: number;
  readonly bytes: number;
}

/** Keeps what was seen in the latest pastes that held a secret, in memory alone. The latest is always kept. */
export function createLatestSeen({ pastes, bytes }: WatchedFor): LatestSeen {
  const kept: Seen[] = [];
  let size = 0;
  return {
    note(seen) {
      if (seen.size === 0 && seen.lengths.length === 0) return;
      kept.push(seen);
      size += sizeOf(seen);
      while (kept.length > 1 && (kept.length > pastes || size > bytes)) size -= sizeOf(kept.shift() ?? seen);
    },
    all: () => kept,
  };
}

export interface LogOptions {
  /** Default: standard output. */
  readonly destination?: DestinationStream;
  /** Whose secrets no line may hold, besides everything that looks like a token. */
  readonly latest?: LatestSeen;
  /** Called for each line that was withheld. */
  readonly onWithheld?: () => void;
}

/**
 * The one log of the process: JSON lines. No pasted text is ever given to it; what it is given is cut down to what cannot
 * hold one ({@link loggable}), and every line is looked at all the same: one that holds a secret is withheld.
 */
export function createLog(level: LogLevel, { destination, latest, onWithheld }: LogOptions = {}): Log {
  const guard = (line: string): string => {
    const own = () => shortWords(line);
    if (lastLook(line).ok && (latest?.all() ?? []).every((seen) => kindsSeenIn(line, seen, own).size === 0))
      return line;
    onWithheld?.();
    return `${JSON.stringify({ level: 50, msg: 'A log line was withheld: it held what looks like a secret.' })}\n`;
  };
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, hooks: { streamWrite: guard } };
  const log = destination === undefined ? pino(options) : pino(options, destination);
  return {
    info: (about, message) => log.info(loggable(about), message),
    warn: (about, message) => log.warn(loggable(about), message),
    error: (about, message) => log.error(loggable(about), message),
  };
}

/**
 * Apart from each other. A password that is such a word cannot be told from a word of ours: who pastes “delivery” as one
 * would take from the log all that it says of deliveries.
 */
function shortWords(line: string): string {
  return (line.match(/\b[A-Za-z]{1,11}\b/g) ?? []).join('|');
}

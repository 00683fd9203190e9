import { type DestinationStream, type Logger, pino } from 'pino';
import { lastLook } from './sealing/last-look.ts';
import type { Seen } from './sealing/seal.ts';
import type { LogLevel } from './settings-table.ts';

/** What the log's last look knows of the latest pastes: fingerprints, no value. */
export interface LatestSeen {
  note(seen: Seen): void;
  all(): readonly Seen[];
}

/** Keeps what was seen in the latest `most` pastes that held a secret, in memory alone. */
export function createLatestSeen(most: number): LatestSeen {
  const kept: Seen[] = [];
  return {
    note(seen) {
      if (seen.size === 0 && seen.lengths.length === 0) return;
      kept.push(seen);
      if (kept.length > most) kept.shift();
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
 * The one log of the process: JSON lines. No pasted text is ever given to it; every line is looked at all the same, and
 * one that holds a secret is withheld.
 */
export function createLog(level: LogLevel, { destination, latest, onWithheld }: LogOptions = {}): Logger {
  const guard = (line: string): string => {
    if (lastLook(line).ok && (latest?.all() ?? []).every((seen) => lastLook(line, seen).ok)) return line;
    onWithheld?.();
    return `${JSON.stringify({ level: 50, msg: 'A log line was withheld: it held what looks like a secret.' })}\n`;
  };
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, hooks: { streamWrite: guard } };
  return destination === undefined ? pino(options) : pino(options, destination);
}

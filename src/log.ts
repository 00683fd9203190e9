import { type DestinationStream, type Logger, pino } from 'pino';
import { lastLook } from './sealing/last-look.ts';
import type { LogLevel } from './settings-table.ts';

/**
 * The one log of the process: JSON lines on standard output. No pasted text is ever given to it; every line is looked
 * at all the same, and one that holds a secret is withheld.
 */
export function createLog(level: LogLevel, destination?: DestinationStream): Logger {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, hooks: { streamWrite: guard } };
  return destination === undefined ? pino(options) : pino(options, destination);
}

function guard(line: string): string {
  const look = lastLook(line);
  if (look.ok) return line;
  return `${JSON.stringify({ level: 50, msg: 'A log line was withheld: it held what looks like a secret.' })}\n`;
}

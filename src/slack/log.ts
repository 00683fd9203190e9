import { type Logger, LogLevel } from '@slack/bolt';

/** What is written to: a `pino` logger fits. No pasted text is ever given to it. */
export interface Log {
  info(about: object, message: string): void;
  warn(about: object, message: string): void;
  error(about: object, message: string): void;
}

/**
 * Bolt's own log lines, in our log. Its debug lines hold whole payloads, hence pasted text, and are dropped; of errors
 * only the name and the code are kept.
 */
export function boltLogger(log: Log): Logger {
  const line = (parts: readonly unknown[]) => parts.map(wordOf).join(' ');
  return {
    debug() {},
    info: (...parts) => log.info({ from: 'bolt' }, line(parts)),
    warn: (...parts) => log.warn({ from: 'bolt' }, line(parts)),
    error: (...parts) => log.error({ from: 'bolt' }, line(parts)),
    setLevel() {},
    getLevel: () => LogLevel.INFO,
    setName() {},
  };
}

function wordOf(part: unknown): string {
  if (typeof part === 'string') return part;
  return part instanceof Error ? describeError(part) : typeof part;
}

/** The name and the code of an error, never its message: a parser quotes in it what it could not read. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return 'an unknown error';
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return `${error.name}${code}`;
}

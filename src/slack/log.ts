import { type Logger, LogLevel } from '@slack/bolt';

/** What is written to. No pasted text is ever given to it: the message is a sentence of ours. */
export interface Log {
  info(about: object, message: string): void;
  warn(about: object, message: string): void;
  error(about: object, message: string): void;
}

/**
 * The log lines of Slack's libraries, in our log. Their debug lines hold whole payloads, hence pasted text, and are dropped. Of
 * the others stand the words before the first mark: behind it they quote what they could not read. Of errors only the name
 * and the code are kept.
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
  if (typeof part === 'string') return sentences.exec(part)?.[0].trim() ?? '';
  return part instanceof Error ? describeError(part) : typeof part;
}

/** Words of letters, and numbers, up to the first mark. */
const sentences = /^(?:(?:[A-Za-z][A-Za-z_-]{0,40}|\d{1,6})(?!\w)[ .,]{0,3}){0,40}/;

/**
 * The name and the code of an error, never its message: a parser quotes in it what it could not read. Total, whatever was
 * thrown.
 */
export function describeError(error: unknown): string {
  try {
    if (!(error instanceof Error)) return 'an unknown error';
    const { name } = error;
    const code = 'code' in error && isWord(error.code) ? ` ${error.code}` : '';
    return `${isWord(name) ? name : 'Error'}${code}`;
  } catch {
    return 'an unknown error';
  }
}

/** As names and codes are; a sentence is none. */
function isWord(value: unknown): value is string {
  return typeof value === 'string' && /^[\w.:-]{1,60}$/.test(value);
}

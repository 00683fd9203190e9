import { isOfHttp } from './http-lines.ts';
import { type Block, blockMender, type Told } from './mender.ts';

const told: Told = {
  kind: 'log-prefixes',
  note: 'I took out the timestamps and names that a log puts before each line.',
  suspect: false,
};

/**
 * Takes out what a logger, a container runtime or a build server puts before each line: a timestamp, a level, the name
 * of a container. Only where a command or a message of HTTP goes over several lines that all have such a prefix: in a
 * log line that stands alone the time may matter, unless a message goes on below it. The first date is kept, on a line of its own.
 */
export const logPrefixes = blockMender(told, (text) => (mayBePrefixed.test(text) ? blockAt : undefined));

function blockAt(lines: readonly string[], start: number): Block {
  const end = endOfPrefixed(lines, start);
  const block = lines.slice(start, end);
  if (!isOfMessage(block, lines[end] ?? '')) return { end: Math.max(end, start + 1), mended: undefined };
  const date = dateOf(block[0] ?? '');
  const bare = block.map(withoutPrefix);
  return { end, mended: date === undefined ? bare : [date, ...bare] };
}

const fewest = 2;

const date = String.raw`\d{4}[-/]\d{2}[-/]\d{2}`;
const time = String.raw`\d{2}:\d{2}:\d{2}(?:[.,]\d{1,9})?`;
const stamp = String.raw`(?:${date}[T ]${time}(?: ?(?:Z|UTC|[+-]\d{2}:?\d{2}))?|${time}|\d{2}/[A-Z][a-z]{2}/\d{4}:${time} [+-]\d{4}|[A-Z][a-z]{2} {1,2}\d{1,2} ${time})`;
const level = `(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|trace|debug|info|notice|warn|warning|error|fatal)`;
const parts = [
  String.raw`\[${stamp}\]:?`,
  `${stamp}:?`,
  String.raw`\[ ?${level} ?\]:?`,
  `${level}:?(?= )`,
  // Python's logging, without a blank behind it.
  String.raw`${level}:[\w.]{1,60}:`,
  // The name of a container (docker compose), a stream (CRI), a host and a program (syslog).
  String.raw`[a-z][\w.-]{1,60} {0,20}\|`,
  '(?:stdout|stderr) [FP]',
  String.raw`[\w.-]{1,60} [\w./-]{1,60}\[\d{1,8}\]:`,
  String.raw`[\w./-]{1,60}\[\d{1,8}\]:`,
  String.raw`\[(?:[a-z][\w./-]{1,60}|[\w-]{1,30}-\d{1,4})\](?= )`,
  // klog, of kubectl -v.
  String.raw`[IWEF]\d{4} \d{2}:\d{2}:\d{2}\.\d{1,9} {1,12}\d{1,8} [\w.-]{1,60}:\d{1,6}\]`,
  // Build servers: GitHub Actions, Azure Pipelines.
  String.raw`##\[[a-z]{4,10}\](?:Run )?`,
  // Loggers of Java and Python: a process, a padded thread, a name before ` - ` or ` : `.
  String.raw`\d{1,8} -{3}`,
  String.raw`\[ {1,20}[\w./-]{1,60}\]`,
  String.raw`[\w.$-]{1,60}(?= - )`,
  String.raw`[\w.$]{2,80} {1,40}:(?= |$)`,
  '[-–](?= )',
];

/** One part or several, with the blank behind them; what stands further in belongs to the line. */
const part = `(?:${parts.join('|')})`;
const prefix = new RegExp(
  String.raw`^[ \t]{0,4}${part}(?:[ \t]{0,8}${part}){0,6}(?:[ \t]|$|(?<=[A-Za-z]:|##\[[a-z]{4,10}\](?:Run )?))`,
);
const mayBePrefixed = new RegExp(
  String.raw`(?:^|\n)[ \t]{0,4}(?:\[?${stamp}|\[ ?${level} ?\]|${level}:(?: |[\w.]{1,60}:)|${level} |[a-z][\w.-]{1,60} {0,20}\| |[IWEF]\d{4} \d|\[[a-z][\w.-]{1,60}\/[\w./-]{1,60}\] )`,
);

/** The lines from `start` on that have a prefix, as far as they are of one kind. */
function endOfPrefixed(lines: readonly string[], start: number): number {
  const kind = kindOf(lines[start] ?? '');
  if (kind === undefined) return start;
  let end = start + 1;
  while (end < lines.length && kindOf(lines[end] ?? '') === kind) end += 1;
  return end;
}

/** Prefixes of one log differ in their digits alone, and in their levels. */
function kindOf(line: string): string | undefined {
  const found = prefix.exec(line.slice(0, longest))?.[0];
  return found?.replace(/\d+/g, '0').replace(new RegExp(level, 'g'), 'INFO').trim();
}

const longest = 200;

function withoutPrefix(line: string): string {
  return line.slice(prefix.exec(line.slice(0, longest))?.[0].length ?? 0);
}

/** Several lines with a command or a message among them, or one that starts a message. */
function isOfMessage(block: readonly string[], next: string): boolean {
  if (block.length === 1) return startsMessage(withoutPrefix(block[0] ?? ''), next);
  return block.length >= fewest && block.some((line) => isOfHttp(withoutPrefix(line)));
}

/** A message that was logged as a whole has the prefix before its first line alone. */
function startsMessage(line: string, next: string): boolean {
  return (
    /^(?:HTTP\/\d(?:\.\d)? [1-5]\d\d|[A-Z]{3,8} \S{1,4000} HTTP\/\d(?:\.\d)?$)/.test(line) &&
    /^[A-Za-z][\w-]{1,60}: /.test(next)
  );
}

function dateOf(line: string): string | undefined {
  return new RegExp(`${date}[T ]${time}(?:Z|[+-]\\d{2}:?\\d{2})?`).exec(line.slice(0, longest))?.[0];
}

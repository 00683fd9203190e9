import { linesWithin } from '../http/lines-within.ts';
import { statedResponse } from '../http/stated-status.ts';
import type { Failure } from '../paste.ts';
import type { Line, Piece, Recognizer } from '../recognizer.ts';
import { curlExitCodes } from './curl-exit-codes.ts';

/** What curl prints when it gives up: `curl: (6) Could not resolve host: …`. The URL that it points into is part of it. */
export const curlFailureRecognizer: Recognizer = {
  name: 'curl-failure',
  mayStandIn: (text) => /curl: ?(?:\(|option|try)/.test(text),
  recognize: (source, within) => {
    const lines = linesWithin(source, within);
    const pieces: Piece[] = [];
    for (let index = 0; index < lines.length; index += 1) {
      const line = lines[index];
      const failure = line === undefined ? undefined : readFailure(line);
      if (failure === undefined) continue;
      const pointed = pointedLines(lines, index + 1);
      const last = lines[index + pointed];
      const end = pointed === 0 || last === undefined ? failure.span.end : last.start + last.text.trimEnd().length;
      pieces.push(withStatus(failure, end));
      index += pointed;
    }
    return pieces;
  },
};

function readFailure(line: Line): Failure | undefined {
  const found = /\bcurl: ?\((\d{1,3})\) ?(.*)/.exec(line.text);
  const start = line.start + (found?.index ?? 0);
  if (found !== null) {
    const [, code = '', message = ''] = found;
    return {
      span: { start, end: start + found[0].trimEnd().length },
      tool: 'curl',
      code,
      message: message.trim(),
      kind: curlExitCodes.get(Number(code)) ?? 'other',
      ...hostIn(message),
    };
  }
  const option = /\bcurl: (option .{0,200}|no URL specified!?.*)/.exec(line.text);
  if (option === null) return undefined;
  const span = { start: line.start + option.index, end: line.start + option.index + option[0].trimEnd().length };
  return { span, tool: 'curl', code: '2', message: (option[1] ?? '').trim(), kind: 'client' };
}

/** The host that a message names, in the words of curl 7 and 8 and of its TLS libraries. */
const hostMentions: readonly RegExp[] = [
  /[Cc]ould not resolve (?:host|proxy): ([^\s;,]{1,255})/,
  /[Cc]ould not resolve hostname '?([^\s;,']{1,255})/,
  /(?:connect to|reach|reach host|timed out connecting to) '?([^\s;,:']{1,255})'?(?: port|:)/,
  /target (?:host name|hostname|ipv4 address) '([^']{1,255})'/,
  /\bhost '([^']{1,255})'/,
  /in connection to ([^\s:]{1,255}):\d/,
];

function hostIn(message: string): { host?: string } {
  const head = message.slice(0, 1000);
  for (const mention of hostMentions) {
    const host = mention.exec(head)?.[1];
    if (host !== undefined) return { host: host.replace(/[.,]$/, '') };
  }
  return {};
}

/** How many lines repeat the URL and point into it with a `^`. */
function pointedLines(lines: readonly Line[], index: number): number {
  const url = lines[index]?.text ?? '';
  const caret = lines[index + 1]?.text ?? '';
  if (/^\s{0,300}\^\s{0,20}$/.test(caret) && !url.includes('curl')) return 2;
  return /^\s{1,300}\^\s{0,20}$/.test(url) ? 1 : 0;
}

/** `--fail` makes curl give up with 22 where a response came. */
function withStatus(failure: Failure, end: number): Piece {
  const span = { start: failure.span.start, end };
  const status = failure.code === '22' ? /error: ?([1-5]\d\d)/.exec(failure.message)?.[1] : undefined;
  if (status === undefined) return { kind: 'failure', span, failure };
  return { kind: 'response', span, response: statedResponse({ status: Number(status), span: failure.span }) };
}

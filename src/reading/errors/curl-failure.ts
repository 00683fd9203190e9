import { linesWithin } from '../http/lines-within.ts';
import { statedResponse } from '../http/stated-status.ts';
import { requestFrom } from '../messages.ts';
import type { Failure, FailureKind } from '../paste.ts';
import type { Line, Piece, Recognizer } from '../recognizer.ts';
import { readTarget } from '../target.ts';
import { curlExitCodes } from './curl-exit-codes.ts';

/**
 * What curl prints when it gives up, `curl: (6) Could not resolve host: …`, with the URL that it points into, and git,
 * which has curl fetch: `fatal: unable to access 'https://…': The requested URL returned error: 403`.
 */
export const curlFailureRecognizer: Recognizer = {
  name: 'curl-failure',
  mayStandIn: (text) =>
    /curl: ?(?:\(|option|try)|unable to access '|Error: (?:Could|SSL|Timeout|Failure|URL)|Could not resolve host: /.test(
      text,
    ),
  recognize: (source, within) => {
    const lines = linesWithin(source, within);
    const pieces: Piece[] = [];
    for (let index = 0; index < lines.length; index += 1) {
      const line = lines[index];
      const git = line === undefined ? undefined : readGit(line);
      if (git !== undefined) pieces.push(git);
      const failure = line === undefined || git !== undefined ? undefined : readFailure(line);
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

/** git's message is curl's own, behind the URL; the number that curl exits with is not told. */
function readGit(line: Line): Piece | undefined {
  const found = /(?:(?:fatal|error): )?unable to access '(https?:\/\/[^'\s]{1,2000})': (.{1,500})/.exec(line.text);
  if (found === null) return undefined;
  const [whole, url = '', message = ''] = found;
  const start = line.start + found.index;
  const span = { start, end: start + whole.trimEnd().length };
  const urlStart = start + whole.indexOf(url);
  const place = { start: urlStart, end: urlStart + url.length };
  const request = requestFrom({ span: place, source: 'git', target: readTarget(url, place) });
  const status = /error: ?([1-5]\d\d)\b/.exec(message)?.[1];
  if (status !== undefined) {
    const response = statedResponse({ status: Number(status), span });
    return { kind: 'exchange', span, request, response };
  }
  const kind = gitKinds.find(([pattern]) => pattern.test(message))?.[1] ?? 'other';
  const failure: Failure = { span, tool: 'git', code: '128', message: message.trim(), kind, ...hostIn(message) };
  return { kind: 'exchange', span, request, failure };
}

const gitKinds: readonly (readonly [RegExp, FailureKind])[] = [
  [/resolve/i, 'dns'],
  [/SSL|TLS|certificate/i, 'tls'],
  [/timed out/i, 'timeout'],
  [/reset|hung up|empty reply/i, 'reset'],
  [/connect/i, 'connect'],
];

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
      // A server may refuse a client's certificate only once data goes through, as TLS 1.3 does.
      kind: tlsAlert.test(message) ? 'tls' : (curlExitCodes.get(Number(code)) ?? 'other'),
      ...hostIn(message),
    };
  }
  const insomnia = insomniaWords.find(([pattern]) => pattern.test(line.text));
  if (insomnia !== undefined) {
    const message = line.text.trim();
    const from = line.start + line.text.indexOf(message);
    return {
      span: { start: from, end: from + message.length },
      tool: 'insomnia',
      code: insomnia[1],
      message,
      kind: insomnia[2],
    };
  }
  const unnumbered = /\bCould not resolve host: [^\s;,()"'’”]{1,255}/.exec(line.text);
  if (unnumbered !== null && !/curl error/i.test(line.text)) {
    const [message] = unnumbered;
    const from = line.start + unnumbered.index;
    return {
      span: { start: from, end: from + message.length },
      tool: 'curl',
      code: '6',
      message,
      kind: 'dns',
      ...hostIn(message),
    };
  }
  const option = /\bcurl: (option .{0,200}|no URL specified!?.*)/.exec(line.text);
  if (option === null) return undefined;
  const span = { start: line.start + option.index, end: line.start + option.index + option[0].trimEnd().length };
  return { span, tool: 'curl', code: '2', message: (option[1] ?? '').trim(), kind: 'client' };
}

const tlsAlert = /\balert (?:certificate|bad certificate|unknown ca|handshake|protocol version|access denied)/i;

/** Insomnia tells curl's words for its exit codes, without their numbers. */
const insomniaWords: readonly (readonly [pattern: RegExp, code: string, kind: FailureKind])[] = [
  [/^\s{0,8}Error: Could(?:n't| not) resolve host name/, '6', 'dns'],
  [/^\s{0,8}Error: Could(?:n't| not) connect to server/, '7', 'connect'],
  [/^\s{0,8}Error: (?:SSL peer certificate or SSH remote key was not OK|SSL connect error)/, '60', 'tls'],
  [/^\s{0,8}Error: Timeout was reached/, '28', 'timeout'],
  [/^\s{0,8}Error: Failure when receiving data from the peer/, '56', 'reset'],
  [/^\s{0,8}Error: URL using bad\/illegal format or missing URL/, '3', 'url'],
];

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

import type { Span } from '../../sealing/span.ts';
import type { ExcerptLine } from '../excerpt.ts';
import { isMethod } from '../http/head-lines.ts';
import { linesWithin } from '../http/lines-within.ts';
import type { Line, Piece, Recognizer } from '../recognizer.ts';
import { readTracedExchange, type TracedExchange } from './exchanges.ts';

/**
 * A trace as `curl -v` writes it, and wget and Insomnia much alike: `>` before what was sent, `<` before what came back,
 * `*` before what curl tells, `{` and `}` before sizes of data. A trace of several exchanges gives one piece for each.
 */
export const curlVerboseRecognizer: Recognizer = {
  name: 'curl-verbose',
  mayStandIn: (text) => /(?:^|\n)\s{0,8}[<>] ?(?:[A-Z]{3,7} |HTTP\/\d)/.test(text),
  recognize: (source, within) => {
    const lines = linesWithin(source, within);
    const pieces: Piece[] = [];
    let index = 0;
    let told = 0;
    while (index < lines.length) {
      const text = lines[index]?.text ?? '';
      const end = startsExchange(text) ? endOfExchange(lines, index) : index + 1;
      const traced = end > index + 1 ? tracedIn(lines.slice(told, end)) : undefined;
      const piece = traced === undefined ? undefined : readTracedExchange(source.text, traced);
      if (piece !== undefined) pieces.push(piece);
      index = end;
      if (piece !== undefined || !isNotice(text)) told = end;
    }
    return pieces.map((piece, place) => {
      const next = pieces[place + 1];
      if (next === undefined || !isTunnel(piece)) return piece;
      return { kind: 'setting', span: { start: piece.span.start, end: next.span.start } };
    });
  },
};

/** What a proxy was asked for, and granted, so that the request below could be sent. */
function isTunnel(piece: Piece): boolean {
  if (piece.kind !== 'exchange' || piece.request?.method !== 'CONNECT') return false;
  const status = piece.response?.status ?? 0;
  return status >= 200 && status < 300;
}

/** `>` and `<` with the white space around them. */
function markOf(line: string): { readonly mark: '>' | '<'; readonly width: number } | undefined {
  const found = /^\s{0,8}([<>])(?: |$)/.exec(line);
  const mark = found?.[1];
  return found === null || (mark !== '>' && mark !== '<') ? undefined : { mark, width: found[0].length };
}

function sentLine(line: string): boolean {
  const method = /^\s{0,8}> ([A-Z]{3,8}) \S/.exec(line)?.[1];
  return method !== undefined && isMethod(method);
}

function startsExchange(line: string): boolean {
  return sentLine(line) || /^\s{0,8}< HTTP\/\d/.test(line);
}

/** Up to the next request that was sent, or a line that no trace has. */
function endOfExchange(lines: readonly Line[], start: number): number {
  let answered = false;
  for (let index = start; index < lines.length; index += 1) {
    const text = lines[index]?.text ?? '';
    if (index > start && sentLine(text)) return index;
    if (/^\s{0,8}< HTTP\/\d/.test(text)) answered = true;
    if (/^\s{0,8}(?:[$%#] )?curl(?:\.exe)? /.test(text) || /^\s{0,8}curl: \(/.test(text)) return index;
    if (answered || isOfTrace(text)) continue;
    return index;
  }
  return lines.length;
}

function isOfTrace(line: string): boolean {
  return markOf(line) !== undefined || isNotice(line) || line.trim() === '' || /^\s{0,8}\| /.test(line);
}

/** What curl tells, sizes of data, and the progress meter. */
function isNotice(line: string): boolean {
  return (
    /^\s{0,8}(?:\* |\*$|[{}] \[\d{1,12} bytes data\])/.test(line) ||
    /^\s{0,8}(?:% Total|Dload|\d{1,3} +\d)/.test(line) ||
    /^\s{0,8}[\d.]{1,4}[kMG]? +[\d.]{1,6}/.test(line)
  );
}

function tracedIn(lines: readonly Line[]): TracedExchange | undefined {
  const sent: ExcerptLine[] = [];
  const received: ExcerptLine[] = [];
  const inStream: ExcerptLine[] = [];
  let last = lines[0];
  for (const line of lines) {
    const marked = markOf(line.text);
    const body = /^\s{0,8}\| /.exec(line.text)?.[0].length;
    const start = line.start + (marked?.width ?? body ?? 0);
    const taken = [{ start: Math.min(start, line.start + line.text.length), end: line.start + line.text.length }];
    const told = toldField(line);
    if (told !== undefined) inStream.push([told]);
    if (isNotice(line.text)) continue;
    if (marked?.mark === '>' || (received.length === 0 && body !== undefined)) sent.push(taken);
    else if (marked?.mark === '<' || received.length > 0) received.push(taken);
    if (marked !== undefined) last = line;
  }
  const [first] = lines;
  if (first === undefined || last === undefined) return undefined;
  const span = { start: first.start, end: last.start + last.text.length };
  return { span, sent: sent.length > 0 ? sent : inStream, received };
}

/** A field that curl tells of a stream: `* [HTTP/2] [1] [:method: GET]`, `* h2h3 [:path: /v1/me]`. */
function toldField({ text, start }: Line): Span | undefined {
  const found = /^\s{0,8}\* (?:\[HTTP\/[23]\] \[\d{1,8}\]|h2h3|h2|h3) \[(?=:?[\w-]{1,60}: )/.exec(text);
  if (found === null || !text.trimEnd().endsWith(']')) return undefined;
  return { start: start + found[0].length, end: start + text.trimEnd().length - 1 };
}

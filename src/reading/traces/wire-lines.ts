import type { Span } from '../../sealing/span.ts';
import type { ExcerptLine } from '../excerpt.ts';
import { linesWithin } from '../http/lines-within.ts';
import type { Line, Recognizer } from '../recognizer.ts';
import { readTracedExchange, type TracedExchange } from './exchanges.ts';

/**
 * What libraries log of the bytes on the wire, escaped, behind a mark on each line: Apache HttpClient's wire log
 * (`http-outgoing-0 >> "GET / HTTP/1.1[\r][\n]"`, and without the name that of its older one in SoapUI), Python's http.client (`send: b'…'`, `reply: '…'`, `header: …`),
 * Ruby's Net::HTTP (`<- "POST …\r\n"`, `-> "HTTP/1.1 …"`), and Wireshark, which shows each line's end as `\r\n`.
 */
export const wireLinesRecognizer: Recognizer = {
  name: 'wire-lines',
  mayStandIn: (text) => /(?:>>|<<|send:|reply:|->|<-) b?["']|http-outgoing-\d|HTTP\/[\d.]{1,3}.{0,60}\\r\\n/.test(text),
  recognize: (source, within) => {
    const state: State = { exchanges: [], goesOn: false };
    for (const line of linesWithin(source, within)) takeLine(state, source.text, line);
    return state.exchanges.flatMap((exchange) => {
      const piece = exchange.hasHead ? readTracedExchange(source.text, tracedOf(exchange)) : undefined;
      return piece === undefined ? [] : [piece];
    });
  },
};

interface Growing {
  readonly start: number;
  end: number;
  /** Whether a request line or a status line was met, and not only marks that stand for something else. */
  hasHead: boolean;
  readonly sent: ExcerptLine[];
  readonly received: ExcerptLine[];
}

interface State {
  readonly exchanges: Growing[];
  /** Whether the next stretch goes on where the last one ended. */
  goesOn: boolean;
}

function tracedOf({ start, end, sent, received }: Growing): TracedExchange {
  return { span: { start, end }, sent, received };
}

interface Marked {
  readonly direction: 'sent' | 'received';
  /** Where the bytes stand in the line. */
  readonly span: Span;
  /** Whether the line itself ends a line, whatever stands in it. */
  readonly isLine: boolean;
}

const marks: readonly { readonly pattern: RegExp; readonly sent: string }[] = [
  { pattern: /http-outgoing-\d{1,6} (?<mark>>>|<<) (?<quote>")?(?<bytes>[^\n]*)/, sent: '>>' },
  { pattern: /(?:^|[\s:])(?<mark>>>|<<) (?<quote>")(?<bytes>[^\n]*)/, sent: '>>' },
  { pattern: /^\s{0,20}(?<mark>send|reply): b?(?<quote>["'])(?<bytes>[^\n]*)/, sent: 'send' },
  { pattern: /^\s{0,20}(?<mark>header): (?<bytes>[^\n]*)/, sent: '' },
  { pattern: /^\s{0,20}(?<mark><-|->) (?<quote>")(?<bytes>[^\n]*)/, sent: '<-' },
];

function takeLine(state: State, text: string, line: Line): void {
  const marked = markedIn(line, state.exchanges.at(-1));
  if (marked === undefined) return;
  const head = text.slice(marked.span.start, Math.min(marked.span.end, marked.span.start + 200));
  const startsSent = marked.direction === 'sent' && /^[A-Z]{3,8} \S/.test(head);
  const startsReceived = marked.direction === 'received' && /^HTTP\/\d/.test(head);
  const before = state.exchanges.at(-1);
  if (before === undefined || (startsSent && before.received.length > 0) || (startsSent && !before.hasHead)) {
    if (!startsSent && !startsReceived) return;
    state.exchanges.push({ start: line.start, end: line.start, hasHead: true, sent: [], received: [] });
    state.goesOn = false;
  }
  const exchange = state.exchanges.at(-1);
  if (exchange === undefined) return;
  const lines = exchange[marked.direction];
  for (const part of unescapedLines(text, marked.span)) {
    const last = lines.at(-1);
    if (state.goesOn && last !== undefined) lines[lines.length - 1] = [...last, ...part.line];
    else lines.push(part.line);
    state.goesOn = !part.ends;
  }
  if (marked.isLine) state.goesOn = false;
  exchange.end = line.start + line.text.trimEnd().length;
}

function markedIn(line: Line, current: Growing | undefined): Marked | undefined {
  for (const { pattern, sent } of marks) {
    const groups = pattern.exec(line.text)?.groups;
    const { mark, quote, bytes = '' } = groups ?? {};
    if (mark === undefined || (mark === 'header' && current === undefined)) continue;
    const start = line.start + line.text.length - bytes.length;
    const trimmed = bytes.trimEnd();
    const isQuoted = quote !== undefined && trimmed.endsWith(quote);
    const end = start + trimmed.length - (isQuoted ? 1 : 0);
    return {
      direction: mark === sent ? 'sent' : 'received',
      span: { start, end: Math.max(start, end) },
      isLine: quote === undefined,
    };
  }
  return written(line) ?? dissected(line, current);
}

/** A whole message in a string: `"GET /a HTTP/1.1\\r\\nHost: h.example\\r\\n\\r\\n"`. */
function written(line: Line): Marked | undefined {
  const found = /(["'])(?:([A-Z]{3,8}) \S{1,4000} HTTP\/[\d.]{1,3}|HTTP\/[\d.]{1,3} \d{3}[^\\"']{0,60})\\r\\n/.exec(
    line.text,
  );
  const quote = found?.[1];
  if (found === null || quote === undefined || isHeadOfRecord(line.text.slice(0, found.index))) return undefined;
  const start = line.start + found.index + 1;
  const last = line.text.lastIndexOf(quote);
  const end = last > found.index ? line.start + last : line.start + line.text.trimEnd().length;
  return { direction: found[2] === undefined ? 'received' : 'sent', span: { start, end }, isLine: false };
}

/** Bunyan keeps the head that was sent in a member of the response, in a record that tells more. */
function isHeadOfRecord(before: string): boolean {
  return /"header":\s{0,4}$/.test(before);
}

/** A line of Wireshark's: `Host: h.example\r\n`, with what it makes of it in brackets below. */
function dissected(line: Line, current: Growing | undefined): Marked | undefined {
  const found = /^[ \t]{0,20}(?=[^\s[])(.{0,8000})\\r\\n\s{0,4}$/.exec(line.text);
  const bytes = found?.[1];
  if (bytes === undefined || bytes.includes('"')) return undefined;
  const start = line.start + line.text.indexOf(bytes);
  const isRequest = /^[A-Z]{3,8} \S{1,8000} HTTP\//.test(bytes);
  const isStatus = /^HTTP\/\d/.test(bytes);
  if (!isRequest && !isStatus && (current === undefined || bytes.includes('\\r\\n'))) return undefined;
  const isAnswer = isStatus || (!isRequest && (current?.received.length ?? 0) > 0);
  return { direction: isAnswer ? 'received' : 'sent', span: { start, end: start + bytes.length }, isLine: true };
}

interface Part {
  readonly line: ExcerptLine;
  /** Whether a line break stands behind it. */
  readonly ends: boolean;
}

/** Line breaks as they are escaped, and characters behind a backslash. */
const escaped = /\\r\\n|\[\\r\]\[\\n\]|\[\\n\]|\\n|\\(?=["'\\/])/g;

/** The lines that an escaped stretch stands for. */
function unescapedLines(text: string, { start, end }: Span): readonly Part[] {
  const parts: Part[] = [];
  let line: Span[] = [];
  let from = start;
  let skipped = -1;
  for (const { 0: found, index } of text.slice(start, end).matchAll(escaped)) {
    const at = start + index;
    if (at === skipped) continue;
    if (at > from) line.push({ start: from, end: at });
    from = at + found.length;
    if (found === '\\') {
      skipped = from;
      continue;
    }
    parts.push({ line, ends: true });
    line = [];
  }
  if (from < end) line.push({ start: from, end });
  return line.length > 0 ? [...parts, { line, ends: false }] : parts;
}

import type { ExcerptLine } from '../excerpt.ts';
import { linesWithin } from '../http/lines-within.ts';
import type { Line, Piece, Recognizer } from '../recognizer.ts';
import { readTracedExchange, type TracedExchange } from './exchanges.ts';
import { type DumpedLine, readHexDump } from './hex-dump.ts';

/**
 * A trace as `curl --trace-ascii` writes it: `=> Send header`, `<= Recv data`, then the bytes, sixty-four to a line
 * behind their offset in hexadecimal; with `--trace` sixteen, behind their values. One piece for each exchange.
 */
export const traceAsciiRecognizer: Recognizer = {
  name: 'trace-ascii',
  mayStandIn: (text) => /(?:=> Send|<= Recv) (?:header|data)/.test(text),
  recognize: (source, within) => {
    const pieces: Piece[] = [];
    for (const exchange of exchangesIn(linesWithin(source, within))) {
      const piece = readTracedExchange(source.text, exchange);
      if (piece !== undefined) pieces.push(piece);
    }
    return pieces;
  },
};

interface Growing {
  readonly start: number;
  end: number;
  readonly sent: ExcerptLine[];
  readonly received: ExcerptLine[];
}

interface State {
  readonly exchanges: Growing[];
  direction: 'sent' | 'received' | 'none';
  /** Whether the next line goes on where the last one ended. */
  goesOn: boolean;
  wasData: boolean;
}

function exchangesIn(lines: readonly Line[]): readonly TracedExchange[] {
  const state: State = { exchanges: [], direction: 'none', goesOn: false, wasData: false };
  for (const line of lines) {
    const heading =
      /^\s{0,40}(?:\d{2}:\d{2}:\d{2}\.\d{1,6} )?(?:\[[\dx]{1,9}-[\dx]{1,9}\] )?(=> Send|<= Recv|== Info:) ?(header|data|SSL data)?/.exec(
        line.text,
      );
    if (heading === null) takeBytes(state, line);
    else startPart(state, line, heading[1] ?? '', heading[2] ?? '');
  }
  return state.exchanges.map(({ start, end, sent, received }) => ({ span: { start, end }, sent, received }));
}

function startPart(state: State, line: Line, mark: string, part: string): void {
  const isShown = part === 'header' || part === 'data';
  state.direction = !isShown ? 'none' : mark === '=> Send' ? 'sent' : 'received';
  if (!isShown) return;
  const current = state.exchanges.at(-1);
  if (state.direction === 'sent' && part === 'header' && (current === undefined || current.received.length > 0)) {
    state.exchanges.push({ start: line.start, end: line.start + line.text.length, sent: [], received: [] });
  }
  state.goesOn = part === 'data' && state.wasData;
  state.wasData = part === 'data';
}

/** A line of so many bytes goes on in the next. */
const width = 64;

function takeBytes(state: State, line: Line): void {
  const current = state.exchanges.at(-1);
  const bytes = /^\s{0,8}[0-9a-f]{4,8}: ?/.exec(line.text);
  if (bytes === null || current === undefined || state.direction === 'none') return;
  const span = { start: line.start + bytes[0].length, end: line.start + line.text.length };
  const dumped = readHexDump(line.text.slice(bytes[0].length), span.start);
  if (dumped !== undefined) {
    takeDumped(state, current, state.direction, dumped);
    return;
  }
  const lines = current[state.direction];
  const before = lines.at(-1);
  if (state.goesOn && before !== undefined) lines[lines.length - 1] = [...before, span];
  else lines.push([span]);
  current.end = span.end;
  state.goesOn = span.end - span.start === width;
}

/** The lines of a dump go on wherever no line break stands among its bytes. */
function takeDumped(
  state: State,
  current: Growing,
  direction: 'sent' | 'received',
  parts: readonly DumpedLine[],
): void {
  const lines = current[direction];
  for (const { span, ends } of parts) {
    const before = lines.at(-1);
    const stretch = span.end > span.start ? [span] : [];
    if (state.goesOn && before !== undefined) lines[lines.length - 1] = [...before, ...stretch];
    else lines.push(stretch);
    state.goesOn = !ends;
    current.end = Math.max(current.end, span.end);
  }
}

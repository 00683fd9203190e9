import { isMethod, readRequestLine } from '../http/head-lines.ts';
import { linesWithin } from '../http/lines-within.ts';
import type { Line, Piece, Recognizer, Source } from '../recognizer.ts';
import { readLabelled } from './labelled-names.ts';
import { type LabelledExchange, pieceOfLabelled } from './labelled-piece.ts';
import {
  type LabelledValue,
  type Listing,
  labelOf,
  longestLine,
  looksLikeTarget,
  methodIn,
  readShownField,
  startsFields,
  takeBareTarget,
  takeLabel,
} from './labelled-values.ts';

/**
 * An exchange that is told line by line, each behind a label: what Dio, Ktor, Alamofire, .NET, JMeter and Charles write,
 * the attributes of a trace's span, and the lists that people make: `URL: …`, `Method: …`, `Headers:`, `Status: 403`.
 */
export const labelledLinesRecognizer: Recognizer = {
  name: 'labelled-lines',
  mayStandIn: (text) => mayBeLabelled.test(text),
  recognize: (source, within) => {
    const lines = linesWithin(source, within);
    const pieces: Piece[] = [];
    for (let index = 0; index < lines.length; ) {
      const read = opens(lines[index], lines[index + 1]) ? readBlock(source, lines, index) : undefined;
      if (read !== undefined) pieces.push(...read.pieces);
      // What told nothing once is not read again from its second line on.
      index = Math.max(index + 1, read?.next ?? 0);
    }
    return pieces;
  },
};

const mayBeLabelled =
  /(?:ur[il]|endpoint|base|host|server|body|call|target|from|path|request|method|verb|statuscode|status_code)\]?[*"']{0,2}\s{0,4}(?:[:=\t║|]|$)/im;

/** A block starts with the target, the method or the request. */
function opens(line: Line | undefined, below: Line | undefined): boolean {
  if (line === undefined || line.text.length > longestLine) return false;
  const label = labelOf(line.text);
  if (label === undefined) return false;
  const { kind } = label;
  // Pages show a value below its name.
  const isApart = label.value === '' && (kind === 'url' || kind === 'method');
  const value = isApart ? (below?.text ?? '').trim() : label.value;
  if (kind === 'url') return looksLikeTarget(value);
  if (kind === 'method') return isMethod(methodIn(value));
  if (kind === 'request')
    return value === '' || isMethod(value) || looksLikeTarget(value) || readRequestLine(value) !== undefined;
  if (kind === 'base') return /^["'`<]?(?:https?:\/\/\S|[\w-]{1,63}\.[\w.-]{2,})/.test(value);
  if (kind === 'body') return label.side === 'request' && /^["'`]?[{[<]|=/.test(value);
  return kind === 'status' && /^StatusCode/.test(line.text.trimStart()) && /^[1-5]\d\d\b/.test(value);
}

/** How many lines in a row a block may have that tell nothing. */
const mostForeign = 8;

interface Block extends Listing {
  inHeaders: boolean;
  /** How many lines in a row have told nothing. */
  foreign: number;
  /** The index after the last line that told something. */
  next: number;
}

function readBlock(
  source: Source,
  lines: readonly Line[],
  first: number,
): { readonly pieces: readonly Piece[]; readonly next: number } {
  const told = newLabelled(lines[first]?.start ?? 0);
  const block: Block = { source, lines, told, side: 'request', inHeaders: false, foreign: 0, next: first };
  for (let index: number | undefined = first; index !== undefined && index < lines.length; ) {
    if (block.foreign > mostForeign) break;
    index = readLine(block, index);
  }
  return { pieces: pieceOfLabelled(told), next: block.next };
}

/** The index after what stands at `index`; undefined where the block ends before it. */
function readLine(block: Block, index: number): number | undefined {
  const { lines, told } = block;
  const line = lines[index];
  if (line === undefined || line.text.length > longestLine) return undefined;
  const label = labelOf(line.text);
  const field =
    block.inHeaders && (label === undefined || !endsHeaders(label, line)) ? readShownField(line) : undefined;
  if (field !== undefined) {
    told[block.side].fields.push(field);
    told.listsFields ||= block.side === 'request';
    return takenTo(block, index + 1, field.span.end);
  }
  const bare = label === undefined && block.side === 'request' ? takeBareTarget(told, line) : undefined;
  if (bare !== undefined) return takenTo(block, index + 1, bare);
  if (label === undefined) return startsForeign(line.text, block.inHeaders) ? undefined : passedOver(block, index);
  if (isOfNext(told, label)) return undefined;
  // What a test expected is no answer.
  if (block.side === 'expected' && label.kind === 'status') return passedOver(block, index);
  block.side = label.side ?? block.side;
  const after = takeLabel(block, index, label);
  if (after === undefined) return passedOver(block, index);
  block.inHeaders = startsFields(label);
  told.count += 1;
  const last = lines[after - 1];
  return takenTo(block, after, last === undefined ? 0 : last.start + last.text.trimEnd().length);
}

function takenTo(block: Block, next: number, end: number): number {
  block.foreign = 0;
  block.next = next;
  block.told.end = Math.max(block.told.end, end);
  return next;
}

function passedOver(block: Block, index: number): number {
  block.foreign += 1;
  return index + 1;
}

function newLabelled(start: number): LabelledExchange {
  return {
    start,
    end: start,
    count: 0,
    listsFields: false,
    request: { fields: [] },
    response: { fields: [] },
    expected: { fields: [] },
  };
}

/** A second target, a second base, and another method are of the next exchange. */
function isOfNext(told: LabelledExchange, { kind, value }: LabelledValue): boolean {
  if (told.target === undefined) return false;
  if (kind === 'method')
    return told.method !== undefined && isMethod(methodIn(value)) && methodIn(value) !== told.method;
  if (kind === 'base') return told.base !== undefined;
  return kind === 'url' && isAnother(told, value);
}

function isAnother(told: LabelledExchange, value: string): boolean {
  return (
    !value.includes(told.target?.path ?? '') || told.response.fields.length > 0 || told.response.content !== undefined
  );
}

function endsHeaders({ kind, value }: LabelledValue, { text }: Line): boolean {
  if (/^[ \t]{0,8}host: /i.test(text)) return false;
  return kind !== 'url' && kind !== 'status' ? true : value === '' || kind === 'status' || looksLikeTarget(value);
}

/** A sentence, and a line of the next thing, end a block; a rule or an unknown label does not. */
function startsForeign(text: string, inHeaders: boolean): boolean {
  if (text.trim() === '') return false;
  const labelled = readLabelled(text);
  if (labelled !== undefined) return labelled.name.split(' ').length > 4;
  return inHeaders
    ? /^[A-Za-z]\w* \w+ \w+/.test(text.trim())
    : !/^[\s\W]{0,200}$|^\s{0,40}\W{0,4}[\w ]{1,30}$/.test(text);
}

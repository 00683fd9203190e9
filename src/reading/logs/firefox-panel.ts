import { isFieldName, isRequestField } from '../http/field-names.ts';
import { isMethod } from '../http/head-lines.ts';
import { linesWithin } from '../http/lines-within.ts';
import { readNotedStatus, type StatedStatus } from '../http/stated-status.ts';
import { requestFrom, responseFrom } from '../messages.ts';
import type { Field, Pair } from '../paste.ts';
import type { Line, Piece, Recognizer } from '../recognizer.ts';
import { readTarget, withQuery } from '../target.ts';

/**
 * What Firefox's network panel gives when all of its headers are copied: the method, then each name on a line and its
 * value on the next behind a tab: `scheme`, `host`, `filename`, the query, `Status`, and the fields of both messages.
 */
export const firefoxPanelRecognizer: Recognizer = {
  name: 'firefox-panel',
  mayStandIn: (text) => /(?:^|\n)scheme\s{0,4}\n\s{0,4}https?/.test(text),
  recognize: (source, within) => {
    const lines = linesWithin(source, within).filter(({ text }) => text.trim() !== '');
    const pieces: Piece[] = [];
    for (let index = 0; index < lines.length; ) {
      const read = isMethod(textOf(lines[index])) ? readPanel(lines, index) : undefined;
      if (read !== undefined) pieces.push(read.piece);
      index = read?.next ?? index + 1;
    }
    return pieces;
  },
};

function textOf(line: Line | undefined): string {
  return line?.text.trim() ?? '';
}

interface Panel {
  readonly parts: Map<string, Pair>;
  readonly query: Pair[];
  readonly sent: Field[];
  readonly received: Field[];
  status?: StatedStatus;
}

/** What stands in the panel beside a target, a status and fields, its value on the same line or the next. */
const others = /^(?:address|version|transferred|referrer policy|request priority|dns resolution|blocking|initiator)/i;

function readPanel(
  lines: readonly Line[],
  first: number,
): { readonly piece: Piece; readonly next: number } | undefined {
  const panel: Panel = { parts: new Map(), query: [], sent: [], received: [] };
  let index = first + 1;
  while (index < lines.length) {
    const next = readPair(lines, index, panel);
    if (next === undefined) break;
    index = next;
  }
  const host = panel.parts.get('host');
  const start = lines[first]?.start;
  const last = lines[index - 1];
  if (host === undefined || start === undefined || last === undefined) return undefined;
  const path = panel.parts.get('filename');
  const uri = `${panel.parts.get('scheme')?.value ?? 'https'}://${host.value}${path?.value ?? '/'}`;
  const target = readTarget(uri, { start: host.span.start, end: path?.span.end ?? host.span.end });
  const span = { start, end: last.start + last.text.length };
  const { status, sent, received } = panel;
  const request = requestFrom({
    span,
    source: 'browser',
    method: textOf(lines[first]),
    target: withQuery(target, target.query.length > 0 ? [] : panel.query),
    fields: sent,
    fieldsShown: sent.length > 0 ? 'whole' : 'part',
  });
  if (status === undefined) return { piece: { kind: 'request', span, request }, next: index };
  const response = responseFrom({
    span: status.span,
    status: status.status,
    reason: status.reason,
    fields: received,
    fieldsShown: received.length > 0 ? 'whole' : 'part',
  });
  return { piece: { kind: 'exchange', span, request, response }, next: index };
}

/** The index after what stands at `index`; undefined where it is not of the panel. */
function readPair(lines: readonly Line[], index: number, panel: Panel): number | undefined {
  const line = lines[index];
  const below = lines[index + 1];
  const name = textOf(line);
  if (line === undefined) return undefined;
  if (others.test(name)) return isValue(below) ? index + 2 : index + 1;
  if (name === 'Status' && below !== undefined) {
    const offset = below.text.length - below.text.trimStart().length;
    const status = readNotedStatus(textOf(below), below.start + offset);
    if (status !== undefined) panel.status = status;
    return index + 2;
  }
  if (!isValue(below) || below === undefined || !/^[\w.[\]-]{1,80}$/.test(name)) return undefined;
  const value = textOf(below);
  const start = below.start + below.text.indexOf(value);
  const pair = { name, value, span: { start, end: start + value.length } };
  if (panel.status === undefined) {
    if (/^(?:scheme|host|filename)$/.test(name) && !panel.parts.has(name)) panel.parts.set(name, pair);
    else panel.query.push(pair);
    return index + 2;
  }
  if (!isFieldName(name)) return undefined;
  const field = { name, value, span: { start: line.start, end: start + value.length } };
  if (isRequestField(name) || panel.sent.length > 0) panel.sent.push(field);
  else panel.received.push(field);
  return index + 2;
}

function isValue(line: Line | undefined): boolean {
  return line !== undefined && /^(?:\t| {2})/.test(line.text);
}

import { isFieldName, isRequestField } from '../http/field-names.ts';
import { isMethod, readRequestLine } from '../http/head-lines.ts';
import { linesWithin } from '../http/lines-within.ts';
import { messageLines, readBody } from '../http/message.ts';
import { readNotedStatus } from '../http/stated-status.ts';
import type { Field } from '../paste.ts';
import type { Line, Piece, Recognizer, Source } from '../recognizer.ts';
import { readTarget } from '../target.ts';
import { type Panel, pieceOf } from './panel-exchange.ts';
import { headingName, headingOf, type NameValue, nextFilled, readNameValue, type Section } from './panel-lines.ts';
import { mayBeTranslated, panelName } from './panel-names.ts';

/**
 * What a browser's network panel shows as text, name and value on one line or on two, and the Postman console's
 * sections: `Request URL`, `Request Method`, `Status Code`, response headers, request headers, bodies.
 */
export const networkPanelRecognizer: Recognizer = {
  name: 'network-panel',
  mayStandIn: (text) =>
    /request url|request headers|response headers|summary\s{1,4}url:/i.test(text) || mayBeTranslated(text),
  recognize: (source, within) => {
    const lines = linesWithin(source, within);
    const pieces: Piece[] = [];
    let index = 0;
    while (index < lines.length) {
      const panel = startsPanel(lines, index) ? readPanel(source, lines, index) : undefined;
      const piece = panel === undefined ? undefined : pieceOf(panel);
      if (piece !== undefined) pieces.push(piece);
      index = panel?.next ?? index + 1;
    }
    return pieces;
  },
};

function startsPanel(lines: readonly Line[], index: number): boolean {
  const text = lines[index]?.text ?? '';
  if (startsWithUrl(text)) return true;
  const heading = headingOf(text);
  if (heading === undefined)
    return isCallLine(text) && headingOf(lines[behindTiming(lines, index + 1)]?.text ?? '') !== undefined;
  const next = lines[nextFilled(lines, index + 1)]?.text ?? '';
  const isTitle = /headers|general|summary/.test(headingName(text));
  return (
    isTitle &&
    (/^\s{0,8}url\b/i.test(next) ||
      startsWithUrl(next) ||
      readNameValue(lines, nextFilled(lines, index + 1)) !== undefined)
  );
}

function startsWithUrl(text: string): boolean {
  const name = /^\s{0,8}([^:：\n]{1,60})/.exec(text)?.[1] ?? '';
  return /^request url\b/.test(panelName(name.trim()));
}

/** Postman's console shows the status and the time on lines of their own. */
const timing = /^\s{0,8}(?:[1-5]\d\d(?: [A-Z][\w ]{1,40})?(?: ?[|·] ?[\d.]{1,10} ?m?s)?|[\d.]{1,10} ?m?s)\s*$/;

function behindTiming(lines: readonly Line[], index: number): number {
  let next = nextFilled(lines, index);
  for (let count = 0; count < 2 && timing.test(lines[next]?.text ?? ''); count += 1) next = nextFilled(lines, next + 1);
  return next;
}

/** Postman's console starts with `GET https://… 401 120 ms`. */
function isCallLine(text: string): boolean {
  const line = readRequestLine(text.replace(/^\s{0,8}[▶▼▸▾►]\s{0,3}/, ''));
  return line !== undefined && (line.rest === '' || /^[1-5]\d\d\b/.test(line.rest));
}

function readPanel(source: Source, lines: readonly Line[], first: number): Panel {
  const start = lines[first]?.start ?? 0;
  const panel: Panel = {
    start,
    end: start,
    next: first + 1,
    sent: [],
    received: [],
    form: [],
    hasSent: false,
    hasReceived: false,
    implied: 'response',
  };
  let section: Section = 'general';
  let index = first;
  while (index < lines.length) {
    const text = lines[index]?.text ?? '';
    if (index > first && startsNext(panel, text) && !isStartLine(panel, section, text)) break;
    if (text.trim() === '') {
      index += 1;
      continue;
    }
    const heading = headingOf(text);
    const next = heading === undefined ? readSectionLine(source, lines, index, section, panel) : index + 1;
    if (next === undefined) break;
    section = heading ?? section;
    panel.hasSent ||= heading === 'request';
    panel.hasReceived ||= heading === 'response';
    index = next;
    const last = lines[index - 1];
    panel.end = Math.max(panel.end, last === undefined ? 0 : last.start + last.text.trimEnd().length);
  }
  panel.next = Math.max(first + 1, index);
  return panel;
}

/** A second `Request URL` starts the next panel. */
function startsNext(panel: Panel, text: string): boolean {
  return panel.target !== undefined && (startsWithUrl(text) || isCallLine(text));
}

/** `GET /v1/me HTTP/1.1` under the heading of the request, as Safari shows it of HTTP/1. */
function isStartLine({ sent }: Panel, section: Section, text: string): boolean {
  return section === 'request' && sent.length === 0 && readRequestLine(text)?.target.startsWith('/') === true;
}

/** The index after what was read at `index`; undefined where the line is not of the panel. */
function readSectionLine(
  source: Source,
  lines: readonly Line[],
  index: number,
  section: Section,
  panel: Panel,
): number | undefined {
  if (section === 'request body' || section === 'response body')
    return readBodyLines(source, lines, index, section, panel);
  const line = lines[index];
  if (section === 'general' && (readCallLine(line, panel) || readTiming(line, panel))) return index + 1;
  if (line !== undefined && isStartLine(panel, section, line.text)) {
    panel.method ??= readRequestLine(line.text)?.method;
    return index + 1;
  }
  const pair = readNameValue(lines, index);
  if (pair === undefined) return undefined;
  if (section === 'query') return pair.next;
  if (section === 'general' || !takesPart(pair, panel)) {
    if (section === 'request') panel.sent.push(pair.field);
    else if (section === 'response') panel.received.push(pair.field);
    else if (!takesPart(pair, panel) && !isGeneral(pair.field.name) && !takesImplied(pair.field, panel))
      return undefined;
  }
  return pair.next;
}

/** Without headings the fields of the response come first, then those of the request. */
function takesImplied(field: Field, panel: Panel): boolean {
  const isPseudo = /^:[a-z]/.test(field.name);
  if (panel.target === undefined || !(isPseudo || isFieldName(field.name))) return false;
  if (isPseudo ? field.name !== ':status' : isRequestField(field.name)) panel.implied = 'request';
  if (panel.implied === 'request') panel.sent.push(field);
  else panel.received.push(field);
  panel.hasSent ||= panel.implied === 'request';
  panel.hasReceived ||= panel.implied === 'response';
  return true;
}

function readTiming(line: Line | undefined, panel: Panel): boolean {
  if (line === undefined || !timing.test(line.text)) return false;
  const offset = line.text.length - line.text.trimStart().length;
  const noted = readNotedStatus(line.text.trim(), line.start + offset);
  if (noted !== undefined) panel.status ??= noted;
  return true;
}

function readCallLine(line: Line | undefined, panel: Panel): boolean {
  if (line === undefined || panel.target !== undefined) return false;
  const mark = /^\s{0,8}[▶▼▸▾►]?\s{0,3}/.exec(line.text)?.[0].length ?? 0;
  const read = readRequestLine(line.text.slice(mark));
  if (read === undefined) return false;
  const start = line.start + mark + read.targetStart;
  panel.method = read.method;
  panel.target = readTarget(read.target, { start, end: start + read.target.length });
  const noted =
    read.rest === ''
      ? undefined
      : readNotedStatus(read.rest, line.start + mark + line.text.slice(mark).indexOf(read.rest, read.restStart));
  if (noted !== undefined) panel.status = noted;
  return true;
}

/** What a panel says about the exchange as a whole, beside headers. */
function takesPart({ field, valueStart }: NameValue, panel: Panel): boolean {
  const { value } = field;
  switch (panelName(field.name)) {
    case 'request url':
    case 'url':
      panel.target ??= readTarget(value, { start: valueStart, end: valueStart + value.length });
      return true;
    case 'request method':
    case 'method':
      if (isMethod(value)) panel.method ??= value;
      return true;
    case 'status code':
    case 'response status':
    case 'status': {
      const noted = readNotedStatus(
        value.replace(/^[^\d]{1,8}/, ''),
        valueStart + value.length - value.replace(/^[^\d]{1,8}/, '').length,
      );
      if (noted !== undefined) panel.status ??= noted;
      return true;
    }
    default:
      return false;
  }
}

function isGeneral(name: string): boolean {
  return /^(?:remote address|referrer policy|address|initiator|source|version|transferred|scheme|host|filename|request priority|dns resolution|protocol|time|duration|size)$/i.test(
    panelName(name),
  );
}

function readBodyLines(
  source: Source,
  lines: readonly Line[],
  index: number,
  section: Section,
  panel: Panel,
): number | undefined {
  const isSent = section === 'request body';
  if (isSent && panel.form.length > 0) return readFormLine(lines, index, panel);
  let end = index;
  while (end < lines.length && headingOf(lines[end]?.text ?? '') === undefined) end += 1;
  const content = readBody(messageLines(source, lines.slice(index, end)), 0, isSent ? [] : panel.received);
  if (content === undefined) return isSent ? readFormLine(lines, index, panel) : undefined;
  if (isSent) panel.content ??= content;
  else panel.answer ??= content;
  let next = index + 1;
  while (next < end && (lines[next]?.start ?? content.span.end) < content.span.end) next += 1;
  return next;
}

/** `grant_type: "refresh_token"`, as Postman and browsers show a form. */
function readFormLine(lines: readonly Line[], index: number, panel: Panel): number | undefined {
  const pair = readNameValue(lines, index);
  if (pair === undefined) return undefined;
  const { name, value, span } = pair.field;
  panel.form.push({ name, value: value.replace(/^"(.*)"$/, '$1'), span });
  return pair.next;
}

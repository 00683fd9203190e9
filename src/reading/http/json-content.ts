import type { Span } from '../../sealing/span.ts';
import { readContent } from '../content/read-content.ts';
import { readGroup } from '../content/read-literal.ts';
import { readingLimit } from '../content/reading-limit.ts';
import type { Content } from '../paste.ts';
import type { Piece, Recognizer } from '../recognizer.ts';
import { contentResponse, findStatedStatuses, type StatedStatus } from './stated-status.ts';

/**
 * A JSON error that stands on its own, with the status that is stated right before it (`Token POST error: 401`, then
 * the JSON) or in it (`"status": 401`). JSON that reports no error is taken where its label says that it is a response.
 */
export const jsonContentRecognizer: Recognizer = {
  name: 'json-content',
  mayStandIn: (text) => text.includes('{'),
  recognize: (source, within) => {
    const { text } = source;
    const pieces: Piece[] = [];
    let taken = within.start;
    const limit = readingLimit(within);
    let read = 0;
    for (const { index } of text.slice(within.start, within.end).matchAll(openings)) {
      const start = within.start + index;
      if (read > limit) break;
      if (start < taken) continue;
      const found = readJsonAt(text, start, within.end);
      read += found.read;
      if (found.content === undefined) continue;
      if (serves.test(text.slice(Math.max(0, start - 100), start))) {
        pieces.push({ kind: 'setting', span: found.content.span });
        taken = found.content.span.end;
        continue;
      }
      const stated = statusBefore(text, { start: taken, end: start }) ?? statusIn(found.content);
      if (found.content.error === undefined && stated === undefined && !saysResponse(text, taken, start)) continue;
      const { span } = found.content;
      const whole = { start: Math.min(span.start, stated?.span.start ?? span.start), end: span.end };
      pieces.push({ kind: 'response', span: whole, response: contentResponse(found.content, stated, whole) });
      taken = found.content.span.end;
    }
    return pieces;
  },
};

/** Where a JSON object, or a list of them, or one encoded as a string may start. */
const openings = /(?<![\w$)}\]{[])(?:\[\s{0,40})?\{(?=\s{0,200}(?:\\{0,3}["']|[A-Za-z_][\w-]{0,60}\s?:))/g;

/**
 * What the code of a server or of a stub is to answer says nothing of what came: `res.status(404).json({ error: … })`,
 * `.reply(401, { … })`, `new Response('…', { status: 401 })`.
 */
const serves =
  /(?:(?:\.(?:jsonp?|send|JSON)|\b(?:jsonify|JsonResponse|JSONResponse))\((?:content=)?|(?:\.(?:reply|replyOnce|respond)|\bnew (?:Next)?Response|\b(?:Next|Http)?Response\.json)\([^()\n]{0,60},)\s{0,20}$/;

function readJsonAt(text: string, start: number, end: number): { content: Content | undefined; read: number } {
  const encoded = /^[^\\"']{1,60}\\+["']/.test(text.slice(start, start + 64));
  if (encoded) {
    const line = text.indexOf('\n', start);
    const lineEnd = line === -1 ? end : Math.min(line, end);
    const close = text.lastIndexOf('}', lineEnd);
    const content = close > start ? jsonContent(text, start, close + 1) : undefined;
    return { content, read: lineEnd - start };
  }
  const group = readGroup(text, start, end);
  if (group === undefined) return { content: undefined, read: 0 };
  const contentEnd = group.cut ? endOfCut(text, start, group.end) : group.end;
  return { content: jsonContent(text, start, contentEnd), read: 2 * (group.end - start) };
}

function jsonContent(text: string, start: number, end: number): Content | undefined {
  const content = readContent(text.slice(start, end), { start, end }, undefined);
  return content.data.kind === 'json' ? content : undefined;
}

/** JSON that was cut off ends with its paragraph. */
function endOfCut(text: string, start: number, end: number): number {
  const gap = /\n\s{0,200}\n/.exec(text.slice(start, end));
  return start + text.slice(start, gap === null ? end : start + gap.index).trimEnd().length;
}

/** The status stated on the same line or on the line before. */
function statusBefore(text: string, before: Span): StatedStatus | undefined {
  const near = text.slice(Math.max(before.start, before.end - 300), before.end);
  const lines = near.trimEnd().split('\n');
  const shown = near.endsWith('\n') || lines.length === 1 ? (lines.at(-1) ?? '') : lines.slice(-2).join('\n');
  const offset = before.end - (near.length - near.trimEnd().length) - shown.length;
  const stated = findStatedStatuses(shown, offset).at(-1);
  const bare = stated === undefined ? /(?<=^|[\s:([])[45]\d\d(?=[:,]?\s{0,3}$)/.exec(shown) : null;
  if (bare === null) return stated;
  const start = offset + bare.index;
  return { status: Number(bare[0]), span: { start, end: start + 3 } };
}

/** Google's errors have the status under `error.code`, beside their own name for it. */
const codeOfError =
  /["']?error["']?\s{0,4}:\s{0,20}\{[^{}]{0,2000}["']code["']\s{0,4}:\s{0,4}([45]\d\d)(?=\s{0,200}[,}])/;

/** `status`, `statusCode` or `error.code` in the JSON itself, if it is a status. */
function statusIn(content: Content): StatedStatus | undefined {
  const found =
    codeOfError.exec(content.text.slice(0, 20_000)) ??
    /["']?\b(?:status|statusCode|status_code|httpStatus)["']?\s{0,4}:\s{0,4}["']?([1-5]\d\d)(?=["']?\s{0,200}[,}])/.exec(
      content.text.slice(0, 20_000),
    );
  if (found?.[1] === undefined) return undefined;
  const isVerbatim = content.text.length === content.span.end - content.span.start;
  const start = content.span.start + found.index + found[0].length - 3;
  return { status: Number(found[1]), span: isVerbatim ? { start, end: start + 3 } : content.span };
}

function saysResponse(text: string, from: number, start: number): boolean {
  const before = text.slice(Math.max(from, start - 80), start);
  return /\b(?:response|responded|returned|returns|reply|body|received|answer|output|result)\b[^\n]{0,40}\s{0,4}$/i.test(
    before,
  );
}

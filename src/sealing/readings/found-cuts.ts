import type { Found } from '../scan.ts';
import { personalKinds } from '../secret.ts';
import type { Span } from '../span.ts';
import { isOfItsOwn } from '../values/own-values.ts';
import { isUuid } from '../values/suspicion.ts';
import { areApart, isHex, isHexCut, isOfOneKind, isRandom, isWholeTogether, restFrom } from './one-value.ts';
import { createEdits, type Reading } from './reading-builder.ts';

/** What starts a line before what stands in it: the mark of a quotation, a comment or an editor, a number, a border, an emoji. */
const lead =
  '[ \\t\\u00a0]{0,16}(?:(?:[>|│┃║↪↳⤷…#*+-]{1,2}|//|\\d{1,5}(?:[|│:.)→]| [|│]|(?=[ \\t]{2}))|:[a-z_]{3,24}:)[ \\t]{1,4}(?:[|│] )?|[>|+](?=\\w))?';

/**
 * What may stand behind the first part of a value that a way here has cut: the ends of two strings; the edges of a box; the
 * foot of a page or of a pager; a line break with what ends a line and starts the next one; marks of a page; blanks.
 */
const joint = new RegExp(
  [
    '["\'][ \\t]{0,8}[+.&\\\\]?\\s{0,40}["\'](?=[\\w~+/%-])',
    '[ \\t]{0,200}[|│┃║]?[ \\t]{0,8}\\r?\\n[│┃║|][ \\t]{1,4}',
    '\\s{1,4}(?:-{1,3} ?|\\[)?(?:(?:page|seite|p\\.|s\\.) ?)?\\d{1,4}(?: ?(?:of|von|de|/) ?\\d{1,4})?(?: ?-{1,3}|\\])?[ \\t]{0,4}\\r?\\n\\s{0,8}',
    '\\s{1,4}--more--[^\\n]{0,20}\\r?\\n\\s{0,8}',
    `[ \\t\\u00a0\\u00ad]{0,8}(?:[=\\\\^\`↵⏎⤶…+-]|\\*\\*)?\\r?\\n(?:[ \\t]{0,8}\\r?\\n)?${lead}(?:\\*\\*|\`)?`,
    '[ \\t]{0,4}(?:</?(?:br|wbr|span|b|i|em|strong|code|font)(?: [^<>\\n]{0,80})?/?>){1,2}(?:[ \\t]{0,4}\\r?\\n[ \\t]{0,8})?',
    '[ \\t\\u00a0]{1,4}',
  ]
    .map((one) => `^(?:${one})`)
    .join('|'),
  'i',
);

const longestJoint = 320;
const longestHead = 200;
const mostParts = 100;

/** Whatever may come first in a joint. */
const opens: ReadonlySet<string> = new Set('\n\r \t\u00a0\u00ad"\'`\\^=-+*<|│┃║↵⏎⤶…');

/**
 * A text without the marks and line breaks that have cut values which were found in it: what stands behind them goes on as
 * the value does, or ends as values do in that place.
 */
export function withoutFoundCuts(text: string, found: readonly Found[]): Reading | undefined {
  const edits = createEdits(text);
  let reached = 0;
  for (const one of [...found].sort((left, right) => left.end - right.end)) {
    if (one.end < reached || !opens.has(text.charAt(one.end)) || personalKinds.has(one.kind)) continue;
    let { end } = one;
    for (const rest of restsBehind(text, one)) {
      edits.replace(end, rest.start);
      reached = rest.start;
      end = rest.end;
    }
  }
  return edits.done();
}

function restsBehind(text: string, first: Span): readonly Span[] {
  const opening = openingOf(text, first.start);
  const rests: Span[] = [];
  let part = first;
  while (rests.length < mostParts) {
    const mark = joint.exec(text.slice(part.end, part.end + longestJoint))?.[0];
    if (mark === undefined || startsItem(text, first.start, mark)) break;
    const start = afterOpening(text, part.end + mark.length, opening);
    const rest = restFrom(text, start);
    const head = text.slice(Math.max(part.start, part.end - longestHead), part.end);
    const isRest =
      closes(text, first, start + rest.length, mark) || goesOn(head, rest, mark) || isOpenJwt(text, first, part, rest);
    if (rest === '' || !isRest) break;
    part = { start, end: start + rest.length };
    rests.push(part);
  }
  return rests;
}

/**
 * Whether a mark starts an item of a list: the value is an item itself, or its line has no such mark, as all lines of a comment,
 * of a change and of an editor have it.
 */
function startsItem(text: string, start: number, mark: string): boolean {
  const item = /\n[ \t]*(?:([-*+#])|\d{1,3}[.)])[ \t]+$/.exec(mark);
  if (item === null) return false;
  const line = lineBefore(text, start).trimStart();
  const above = /^(?:([-*+#])|\d{1,3}[.)])([ \t]+["'`]?$)?/.exec(line);
  return above === null || above[2] !== undefined || above[1] !== item[1];
}

const longestLook = 400;

/** What stands before a value in its line. */
function lineBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - longestLook), start);
  return before.slice(before.lastIndexOf('\n') + 1);
}

/** What the line starts with in which a value stands, and maybe the next one too: who speaks, when, in what program. */
function openingOf(text: string, start: number): string {
  return /^[^\n]{1,40}?[:>\]|)] /.exec(lineBefore(text, start))?.[0] ?? '';
}

function afterOpening(text: string, at: number, opening: string): number {
  return opening !== '' && text.charCodeAt(at - 1) === 10 && text.startsWith(opening, at) ? at + opening.length : at;
}

/** What stands before a value, and behind all of it: where the latter ends a rest, the place itself tells that it is one. */
const ends: readonly (readonly [before: RegExp, behind: RegExp])[] = [
  [/[?&][\w.%-]{1,60}=$/, /^&[\w.%-]{1,60}=/],
  [/;[ \t]?[\w. -]{1,60}=$|\bcookie: [\w.-]{1,60}=$/i, /^;(?:[ \t]?[\w. -]{1,60}(?:=|;|$))/],
  [/(?<!")"[^"\n]{0,60}$/, /^"/],
  [/(?<!')'[^'\n]{0,60}$/, /^'/],
  [/<[\w:.-]{1,60}(?: [^<>\n]{0,60})?>$/, /^<\//],
  [/(?:^|\n)\|[^|\n]{1,60}\| $/, /^ {1,80}\|/],
  [/:\/\/[\w.%-]{0,60}:$/, /^@[\w-]/],
];
/** Those that tell it on the same line too. */
const endsOnLine = ends.slice(0, 2);

const longestPlace = 80;

/** Whether a rest ends with what ends a value in the place of the first part. */
function closes(text: string, { start }: Span, end: number, mark: string): boolean {
  if (/[|│┃║]/.test(mark)) return false;
  const place = text.slice(Math.max(0, start - longestPlace), start);
  const next = text.slice(end, end + longestPlace);
  return (mark.includes('\n') ? ends : endsOnLine).some(([before, behind]) => behind.test(next) && before.test(place));
}

/** Of a JSON Web Token with less than its three parts (RFC 7515, section 3.1) more must follow, whatever has cut it. */
function isOpenJwt(text: string, { start }: Span, { end }: Span, rest: string): boolean {
  if (!text.startsWith('eyJ', start) || !/^[\w.-]{8,}$/.test(rest) || !isRandom(rest)) return false;
  return text.slice(start, Math.min(end, start + longestToken)).split('.').length < 3;
}

const longestToken = 8_192;

const shortestRest = 8;
const isEmptyLine = /^\s*\n\s*\n\s*$/;

function goesOn(head: string, rest: string, mark: string): boolean {
  if (rest.length < shortestRest || areApart(head, rest)) return false;
  const first = head.replace(/[-^]$/, '');
  if (isUuid(head + rest) || isUuid(first + rest)) return true;
  if (isHex(rest)) return isHex(first) && isHexCut(first, rest, mark.includes('\n'));
  if (isOfItsOwn(rest) || !isOfOneKind(first, rest.replace(/=+$/, ''), mark)) return false;
  if (/^[ \t\u00a0]+$/.test(mark)) return isRandom(first) && isWholeTogether(head, rest);
  return !isEmptyLine.test(mark) || isRandom(first);
}

import { secretWords } from '../names/name-table.ts';
import { isOfItsOwn } from '../values/own-values.ts';
import { isUuid } from '../values/suspicion.ts';
import { isUnspeakable } from '../values/unspeakable.ts';
import { createEdits, longestRun, type Reading, runBefore } from './reading-builder.ts';

/**
 * What may stand in the middle of a value that a way here has cut: a line break, with what ends a line of a mail or of a
 * shell (RFC 2045, section 6.7) and with a mark of a quotation or an editor before the next one; an empty line; marks
 * of a page; dots for what was left out; a blank.
 */
const joint = new RegExp(
  [
    String.raw`(?<=[\w.~+/%!#$^*@-])(?:`,
    String.raw`[ \t\u00a0]{0,8}[=\\]?\r?\n(?:[ \t]{0,8}\r?\n)?[ \t\u00a0]{0,16}(?:[>|↪↳⤷…] ?){0,2}|`,
    String.raw`[ \t]{0,4}(?:<\/?(?:br|wbr|span|b|i|em|strong|code|font)(?: [^<>\n]{0,80})?\/?>){1,2}(?:[ \t]{0,4}\r?\n[ \t]{0,8})?|`,
    String.raw`<!--[^<>\n]{0,20}-->|[[(<…]{0,2}(?:…|(?<!\.)\.{3}(?!\.)|snip|truncated)[\])>…]{0,2}| )(?=[\w.~+/%!#$^*@-]{4})`,
  ].join(''),
  'g',
);

/** A text without the breaks in the middle of values: what stands on both sides is random, and neither is whole. */
export function withoutCutValues(text: string): Reading | undefined {
  const edits = createEdits(text);
  for (const { index, 0: mark } of text.matchAll(joint)) {
    const next = index + mark.length;
    const head = headBefore(text, index);
    const rest = restAt.exec(text.slice(next, next + longestRest))?.[0] ?? '';
    const place = placeBefore(text, index - head.length, head);
    if (head !== '' && (isOpen(place, text.charAt(next + rest.length)) || goesOn(head, rest, place, mark)))
      edits.replace(index, next);
  }
  return edits.done();
}

const longestRest = 256;
const longestPlace = 80;

/** All of the rest up to what ends a value; what names another one or calls something is no rest. */
const restAt =
  /^(?:[\w~+/%!#$^*-]|\.(?!\.)|@(?![\w-]{1,60}\.[\w.-]{2}|[\w-]{1,60}:\d)){4,}={0,2}(?=[\s"'`&;,|)}\]<>@\\]|\.\.|$)(?!["']?\s?[:=])/;

/** What of a value stands before a cut. Dots in a row stand for what was left out. */
function headBefore(text: string, end: number): string {
  const run = runBefore(text, end, isValueCode);
  return run.slice(run.lastIndexOf('..') + 1);
}

/** What stands before a value; a long one is a value wherever it stands. */
function placeBefore(text: string, start: number, head: string): string {
  return head.length === longestRun ? '=' : text.slice(Math.max(0, start - longestPlace), start);
}

/** What values are made of that stand without quotes. */
function isValueCode(code: number): boolean {
  if (code >= 48 && code <= 57) return true;
  const lower = code | 32;
  return (lower >= 97 && lower <= 122 && code < 128) || '_.~+/%!#$^*@-'.includes(String.fromCharCode(code));
}

/** A password of a URI that no `@` has ended yet (RFC 3986, section 3.2.1). */
function isOpen(place: string, end: string): boolean {
  return end === '@' && /:\/\/[\w.-]{1,60}:$/.test(place);
}

/** Behind what a value stands: its name, a quote, a scheme, a border of a table, the start of its line. */
const placed = /(?:[=:"'`([{|,>] ?|\b(?:bearer|basic|token|is) |(?:^|\n)[ \t]{0,16}(?:[-+>*] )?)$/i;
/** Of which these leave no doubt. */
const named = /(?:[=:] ?["'`]?|["'`]|\b(?:bearer|basic|token|is) )$/i;

const quoted = /["'`]$/;

const shortestRest = 8;

function goesOn(head: string, rest: string, place: string, mark: string): boolean {
  if (rest.length < shortestRest || isUuid(head) || isUuid(rest) || isName(head.toLowerCase())) return false;
  const first = head.replace(/-$/, '');
  if (isUuid(head + rest) || isUuid(first + rest)) return true;
  if (isHex(rest))
    return isHex(first) ? isHexCut(first, rest, mark.includes('\n')) : isElision.test(mark) && named.test(place);
  if (isOfItsOwn(rest) || !isOfOneKind(first, rest.replace(/=+$/, ''), mark)) return false;
  if (mark === ' ') return named.test(place) && isRandom(first) && (quoted.test(place) || isWholeTogether(head, rest));
  if (isEmptyLine.test(mark)) return named.test(place) && isRandom(first);
  return placed.test(place) || (!mark.includes('\n') && mayBeStart(first));
}

/** Whether both are random in the same way. Behind what base64 is filled up with, a short text is none of it. */
function isOfOneKind(first: string, rest: string, mark: string): boolean {
  if ((first.length >= 16 && isHex(first)) || !sameLetters(first, rest) || !isRandom(rest)) return false;
  return !(mark.startsWith('=') && first.length >= 20 && first.length % 4 === 3 && rest.length < 16);
}

/** A scheme, or a word that names a secret: the value stands below it. */
function isName(head: string): boolean {
  return head === 'bearer' || head === 'basic' || secretWords.has(head);
}

const isElision = /…|\.\.\.|snip|truncated/;
const isEmptyLine = /\n[^\n]*\n/;

function isHex(text: string): boolean {
  return /^(?:[0-9a-f]+|[0-9A-F]+)$/.test(text);
}

/** Of keys, hashes, signatures and ids. */
const wholeHex: ReadonlySet<number> = new Set([16, 32, 40, 64, 128]);
const usualHex: ReadonlySet<number> = new Set([24, 32, 40, 48, 56, 64, 80, 96, 128]);

const shortestHexHead = 6;

/** Both are one number of a usual length; or, where a line ends between them, neither is one. */
function isHexCut(head: string, rest: string, atEnd: boolean): boolean {
  if (wholeHex.has(head.length) || !/\d/.test(head + rest) || !/[a-f]/i.test(head + rest)) return false;
  const isRest = atEnd && head.length >= shortestHexHead && !wholeHex.has(rest.length);
  return isRest || usualHex.has(head.length + rest.length);
}

/** What random letters are made of in one half they are made of in the other. */
function sameLetters(head: string, rest: string): boolean {
  if (head.length < 10 || rest.length < 10) return true;
  return /[A-Z]/.test(head) === /[A-Z]/.test(rest) && /[a-z]/.test(head) === /[a-z]/.test(rest);
}

/** Of how many characters keys are. */
const usualLengths: ReadonlySet<number> = new Set([24, 32, 36, 40, 43, 44, 48, 56, 64, 86, 88, 96, 128]);

function isWholeTogether(head: string, rest: string): boolean {
  return usualLengths.has(head.length + rest.length) && !usualLengths.has(head.length);
}

/** Whether letters of both cases and digits change more often than they do in names. */
function isRandom(text: string): boolean {
  if (isUnspeakable(text)) return true;
  const bare = text.replace(/[^A-Za-z0-9]/g, '');
  const changes = changesIn(bare);
  return /\d/.test(bare)
    ? /[A-Za-z]/.test(bare) && changes >= Math.max(3, bare.length / 6)
    : bare.length >= 10 && changes >= bare.length * 0.4;
}

function changesIn(text: string): number {
  let changes = 0;
  for (let index = 1; index < text.length; index += 1) {
    if (sortOf(text.charCodeAt(index)) !== sortOf(text.charCodeAt(index - 1))) changes += 1;
  }
  return changes;
}

/** A digit, a capital, a small letter. */
function sortOf(code: number): number {
  return code < 58 ? 0 : code < 91 ? 1 : 2;
}

/** Whether the start of a random value may look so: no word of a sentence, and no number. */
function mayBeStart(head: string): boolean {
  return !/^(?:[A-Za-z]?[a-z]*|[A-Z]+|\d+)$/.test(head) || isUnspeakable(head);
}

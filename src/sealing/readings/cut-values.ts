import { secretWords } from '../names/name-table.ts';
import { isOfItsOwn } from '../values/own-values.ts';
import { isUuid } from '../values/suspicion.ts';
import { isUnspeakable } from '../values/unspeakable.ts';
import { areApart, isHex, isHexCut, isOfOneKind, isRandom, isWholeTogether, restFrom } from './one-value.ts';
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
    const rest = restFrom(text, next);
    const place = placeBefore(text, index - head.length, head);
    if (head !== '' && (isOpen(place, text.charAt(next + rest.length)) || goesOn(head, rest, place, mark)))
      edits.replace(index, next);
  }
  return edits.done();
}

const longestPlace = 80;

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
  if (rest.length < shortestRest || areApart(head, rest) || isName(head.toLowerCase())) return false;
  const first = head.replace(/-$/, '');
  if (isUuid(head + rest) || isUuid(first + rest)) return true;
  if (isHex(rest))
    return isHex(first) ? isHexCut(first, rest, mark.includes('\n')) : isElision.test(mark) && named.test(place);
  if (isOfItsOwn(rest) || !isOfOneKind(first, rest.replace(/=+$/, ''), mark)) return false;
  if (mark === ' ') return named.test(place) && isRandom(first) && (quoted.test(place) || isWholeTogether(head, rest));
  if (isEmptyLine.test(mark)) return named.test(place) && isRandom(first);
  return placed.test(place) || (!mark.includes('\n') && mayBeStart(first));
}

/** A scheme, or a word that names a secret: the value stands below it. */
function isName(head: string): boolean {
  return head === 'bearer' || head === 'basic' || secretWords.has(head);
}

const isElision = /…|\.\.\.|snip|truncated/;
const isEmptyLine = /\n[^\n]*\n/;

/** Whether the start of a random value may look so: no word of a sentence, and no number. */
function mayBeStart(head: string): boolean {
  return !/^(?:[A-Za-z]?[a-z]*|[A-Z]+|\d+)$/.test(head) || isUnspeakable(head);
}

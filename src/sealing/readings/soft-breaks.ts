import { secretWords } from '../names/name-table.ts';
import { createEdits, type Reading, withoutMatches } from './reading-builder.ts';

/**
 * A line break that says itself that it is none: a backslash of a shell, an arrow or dots of a viewer. What follows goes on
 * with the word before it.
 */
const marked = /(?<=[\w.~+/=%&?"'-])(?: ?[↵⏎⤶↩](?:\r?\n)?|[…\\]\r?\n)[ \t]{0,8}(?:[…↪→]|> )?(?=[\w.~+/=%&?"'-])/g;

export function withoutMarkedBreaks(text: string): Reading | undefined {
  return mayBeMarked.test(text) ? withoutMatches(text, marked) : undefined;
}

const mayBeMarked = /[↵⏎⤶↩]|[…\\]\r?\n/;

/** A table or a box of one column, whose lines are those of what stands in it. */
const edges =
  /(?<=^|\n)[ \t]{0,4}(?:[|│┃║] |[┌┏╔╭├└┗╚╰+][─━═-]{3,400}[┐┓╗╮┤┘┛╝╯+])|[ \t]{0,200}[|│┃║][ \t]{0,4}(?=\r?\n|$)/g;

export function withoutBox(text: string): Reading | undefined {
  const lines = text.split('\n', mostLooked);
  const boxed = lines.filter((line) => oneCell.test(line)).length;
  return boxed >= 2 && boxed === lines.filter((line) => line.trim() !== '' && !border.test(line)).length
    ? withoutMatches(text, edges)
    : undefined;
}

const border = /^[ \t]{0,4}[┌┏╔╭├└┗╚╰+][─━═-]{3,400}[┐┓╗╮┤┘┛╝╯+][ \t\r]{0,4}$/;
const oneCell = /^[ \t]{0,4}([|│┃║]) [^|│┃║\n]{1,400}\1[ \t\r]{0,4}$/;
const mostLooked = 400;

/**
 * A line that was cut in the word that names a secret or a scheme, of which neither part is one, or between a name and the
 * sign behind it: `client_secr`, a line break, `et=…`; `Authorization: Bea`, `rer …`; `password`, `=…`.
 */
export function withoutCutNames(text: string): Reading | undefined {
  const edits = createEdits(text);
  for (let newline = text.indexOf('\n'); newline >= 0; newline = text.indexOf('\n', newline + 1)) {
    const end = newline - (/=?\r?$/.exec(text.slice(newline - 2, newline))?.[0].length ?? 0);
    const head = /[A-Za-z]{1,14}$/.exec(text.slice(Math.max(0, end - 14), end))?.[0].toLowerCase();
    const next = text.slice(newline + 1, newline + 40);
    const tail = head === undefined ? null : (cutTail.exec(next) ?? cutBeforeSign.exec(next));
    if (head !== undefined && tail !== null && isCut(head, tail[2]?.toLowerCase() ?? ''))
      edits.replace(end, newline + 1 + (tail[1]?.length ?? 0));
  }
  return edits.done();
}

const cutTail = /^([ \t>|]{0,6})([A-Za-z]{1,14})(?=["']?\s?[:=]| (?:is|was) | \S{8})/;
const cutBeforeSign = /^([ \t>|]{0,6})(?=(?:=["']?|: ["']?)[A-Za-z0-9])/;

const schemes: ReadonlySet<string> = new Set(['bearer', 'basic']);

function isCut(head: string, rest: string): boolean {
  if (rest === '') return secretWords.has(head) || head === 'authorization';
  if (schemes.has(head + rest)) return true;
  return !secretWords.has(head) && !secretWords.has(rest) && secretWords.has(head + rest);
}

/** Five words and no mark between them: a sentence that has not ended. */
const sentence = /(?:(?:^|[ "'“(])[\p{L}\p{N}'’.@/-]{1,24},?){4}[ ][\p{L}'’-]{1,24},?[ \t]?$/u;
/** A word of a sentence: no line of its own. */
const wordNext = /^\p{Ll}[\p{L}'’]{0,20}(?:[ ,.]|:[ ])/u;
/** Words that a value follows, and one. */
const tied = /(?:^|[ "'“(])(?:is|was|be|are|with|to|use|using|ist|lautet|es|est|é|è)[ \t]?$/;
const valueNext = /^[\w.~+/=!@#$%^&*-]{4,2000}(?:[ .,]|\r?\n|$)/;
const shortestLine = 40;
const longestLook = 200;

/** Sentences that a mail or an editor broke between two words: each on one line. */
export function withoutSentenceBreaks(text: string): Reading | undefined {
  const edits = createEdits(text);
  let start = 0;
  for (let newline = text.indexOf('\n'); newline >= 0; newline = text.indexOf('\n', start)) {
    const line = text.slice(Math.max(start, newline - longestLook), newline).replace(/\r$/, '');
    if (
      line.length >= shortestLine &&
      sentence.test(line) &&
      goesOn(line, text.slice(newline + 1, newline + 1 + longestLook))
    )
      edits.replace(newline, newline + 1, ' ');
    start = newline + 1;
  }
  return edits.done();
}

function goesOn(line: string, next: string): boolean {
  return wordNext.test(next) || (tied.test(line) && valueNext.test(next));
}

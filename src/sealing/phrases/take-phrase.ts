import { shellWordAt } from '../commands/shell-words.ts';
import { bareSlot, quotedSlot, type Slot, skipSpaces } from '../places/slot.ts';
import { type Scan, take } from '../scan.ts';
import { callPhrases } from './calls.ts';
import { commandPhrases } from './commands.ts';
import { fieldPhrases } from './fields.ts';
import { filePhrases } from './files.ts';
import { linkPhrases } from './links.ts';
import { byWord, type Phrase } from './phrase.ts';
import { printedPhrases } from './printed.ts';
import { protocolPhrases } from './protocols.ts';
import { spokenPhrases } from './spoken.ts';

const phrases = byWord([
  ...callPhrases,
  ...protocolPhrases,
  ...commandPhrases,
  ...printedPhrases,
  ...fieldPhrases,
  ...filePhrases,
  ...spokenPhrases,
  ...linkPhrases,
]);

/** In lower case. */
export const phraseWords: readonly string[] = [...phrases.keys()];

const longestTo = 520;
const reachBack = 24;

/** The secret that follows the word from `start` to `end`. Returns where to read on; undefined where none does. */
export function takePhrase(scan: Scan, start: number, end: number): number | undefined {
  const { text } = scan;
  for (const phrase of phrases.get(text.slice(start, end).toLowerCase()) ?? []) {
    if (phrase.behind?.test(text.slice(Math.max(0, start - reachBack), start)) === false) continue;
    const rest = text.slice(end, end + longestTo);
    const found = phrase.to.exec(rest);
    if (found === null || phrase.line?.test(rest.split('\n', 1)[0] ?? '') === false) continue;
    const at = skipSpaces(text, end + found[0].length);
    const slot = argumentAt(text, at, phrase.fits);
    if (slot === undefined) continue;
    take(scan, slot.start, slot.end, phrase.kind);
    return phrase.apart === true ? end : takeMore(scan, slot.next, phrase);
  }
  return undefined;
}

const mostSecrets = 4;

/** The other secrets of a phrase that has several, behind the first, which ends at `end`. Returns where to read on. */
function takeMore(scan: Scan, end: number, { kind, next, fits }: Phrase): number {
  const { text } = scan;
  let at = end;
  for (let count = 1; next !== undefined && count < mostSecrets; count += 1) {
    const found = next.exec(text.slice(at, at + 200));
    const slot = found === null ? undefined : argumentAt(text, at + found[0].length, fits);
    if (slot === undefined) break;
    take(scan, slot.start, slot.end, kind);
    at = slot.next;
  }
  return at;
}

/** A string, a word of a shell, or, inside of a string, what stands up to its quote. */
function argumentAt(text: string, at: number, fits: Phrase['fits']): Slot | undefined {
  const word = shellWordAt(text, at);
  const string = quotedSlot(text, at);
  const slot =
    string === undefined
      ? { ...word, end: beforePathEnd(text, word.start, word.end), next: word.end }
      : { ...string, end: beforeBreak(text, string) };
  const candidates: readonly Slot[] = [{ quote: undefined, ...slot }, bareSlot(text, at)];
  return candidates.find(({ start, end }) => fits?.(text.slice(start, end)) !== false);
}

/** Before the `\r` or `\n` that a string ends with, which a program is to type. */
function beforeBreak(text: string, { start, end }: Slot): number {
  return end - start > 2 && /^\\[nr]$/.test(text.slice(end - 2, end)) ? end - 2 : end;
}

/** Of a link the secret is one segment, or the end of one. */
function beforePathEnd(text: string, start: number, end: number): number {
  const value = text.slice(start, end);
  if (!'/-'.includes(text.charAt(start - 1))) return end;
  const close = value.search(/[/?#&"'<>),|]/);
  return close < 0 ? end : start + close;
}

import { takePiped } from '../commands/piped.ts';
import { takeSettings } from '../commands/settings.ts';
import { takeSlashed } from '../commands/slashed.ts';
import { lineEnd } from '../lines.ts';
import { kindOfName } from '../names/names.ts';
import { takeConcealedEmail } from '../personal/mail.ts';
import { takeBirth } from '../personal/personal-numbers.ts';
import { byWord } from '../phrases/phrase.ts';
import { phraseWords, takePhrase } from '../phrases/take-phrase.ts';
import { takeOfKind } from '../places/by-kind.ts';
import { takeParameters } from '../places/credentials.ts';
import { bareSlot, quotedSlot, skipBlanks } from '../places/slot.ts';
import { labelOpen, type Scan, take } from '../scan.ts';
import { endOfKeyText } from '../shapes/key-blocks.ts';
import { takeKeptPairs } from '../tables/aligned.ts';
import { takeRows } from '../tables/sql-rows.ts';
import { takeTable } from '../tables/table.ts';
import { looksLikeValue } from '../values/suspicion.ts';
import { isClient, takeClient } from './client-calls.ts';
import { openingWords } from './opening-words.ts';

/** Reads what stands after the word from `start` to `end`. Returns where to read on; undefined where it holds no secret. */
type Reader = (scan: Scan, start: number, end: number) => number | undefined;

const rows: readonly (readonly [word: string, reader: Reader])[] = [
  ...openingWords.rows.map((word) => [word, takeRows] as const),
  ...openingWords.piped.map((word) => [word, takePiped] as const),
  ...openingWords.slashed.map((word) => [word, takeSlashed] as const),
  ...openingWords.counted.map((word) => [word, takeCountedLines] as const),
  ...openingWords.hmac.map((word) => [word, takeHmac] as const),
  ...openingWords.keys.map((word) => [word, takeUnmarkedKey] as const),
  ...openingWords.fields.map((word) => [word, takeFieldBehind] as const),
  ...openingWords.characters.map((word) => [word, takeCharacters] as const),
  ...openingWords.schemes.map((word) => [word, takeScheme] as const),
  ...openingWords.people.map((word) => [word, takeTable] as const),
  ...openingWords.mail.map((word) => [word, takeConcealedEmail] as const),
  ...openingWords.births.map((word) => [word, takeBirth] as const),
  ...openingWords.settings.map((word) => [word, takeSettings] as const),
  ...openingWords.kept.map((word) => [word, takeKeptPairs] as const),
  ...phraseWords.map((word) => [word, takePhrase] as const),
];

const readers = byWord(rows.map(([word, reader]) => [word, [reader]]));

/** The private part of a key in PuTTY's form, which says its number of lines first. */
function takeCountedLines(scan: Scan, start: number, end: number): number | undefined {
  const { text } = scan;
  if (!text.startsWith('Private-', start - 8)) return undefined;
  const found = /^: ?(\d{1,3})[ \t]{0,4}\r?\n/.exec(text.slice(end, end + 16));
  if (found === null) return undefined;
  const from = end + found[0].length;
  if (text.startsWith(labelOpen, from)) return from;
  let to = from;
  for (let lines = Number(found[1]); lines > 0 && to < text.length; lines -= 1)
    to = lineEnd(text, skipBlanks(text, to));
  take(scan, from, to, 'private key');
  return to;
}

/** Credentials that are parameters: a user and a response, a key and a signature. */
function takeScheme(scan: Scan, start: number, end: number): number | undefined {
  const { text } = scan;
  if (!/^ (?:username|oauth_\w{1,30}|id)=\\{0,7}"/.test(text.slice(end, end + 48))) return undefined;
  const to = lineEnd(text, end);
  return takeParameters(scan, end + 1, to, text.slice(start, end)) ? to : undefined;
}

/** The value of a field of Apple's clients, whose name stands behind it. */
function takeFieldBehind(scan: Scan, _start: number, end: number): number | undefined {
  const { text } = scan;
  const opening = /^(?::@?|\(@?)(?=")/.exec(text.slice(end, end + 4));
  const slot = opening === null ? undefined : quotedSlot(text, end + opening[0].length);
  if (slot === undefined) return undefined;
  const behind = text.slice(slot.next, slot.next + 100);
  const name = /^,? {0,4}(?:forHTTPHeaderField|forKey): ?@?"([\w.-]{1,60})"/.exec(behind)?.[1];
  const kind = name === undefined ? undefined : kindOfName(name, 'field');
  if (name === undefined || kind === undefined) return undefined;
  takeOfKind(scan, slot.start, slot.end, kind, name);
  return slot.next;
}

/** The string whose characters are taken, where it looks like a password. */
function takeCharacters(scan: Scan, start: number, end: number): number | undefined {
  const value = /"([^"\s]{4,120})"\.$/.exec(scan.text.slice(Math.max(0, start - 124), start))?.[1];
  if (value === undefined || !looksLikeValue(value) || (scan.found.at(-1)?.end ?? 0) >= start - 2) return undefined;
  take(scan, start - 2 - value.length, start - 2, 'password');
  return end;
}

/** The secret of a debugger of tokens: the last argument, bare; the key of CryptoJS, a string. */
function takeHmac(scan: Scan, _start: number, end: number): number | undefined {
  const rest = scan.text.slice(end, end + 200);
  const found =
    /^\(\s{0,8}base64UrlEncode\([^,]{1,120},\s{0,20}(?=[^\s)])/.exec(rest) ??
    /^\(\s{0,8}[\w.]{1,40}\s?,\s{0,8}(?=["'])/.exec(rest);
  if (found === null) return undefined;
  const at = end + found[0].length;
  const slot = quotedSlot(scan.text, at) ?? bareSlot(scan.text, at);
  take(scan, slot.start, slot.end, 'secret');
  return slot.next;
}

/** A private key whose dashes a chat or a person took away. */
function takeUnmarkedKey(scan: Scan, _start: number, end: number): number | undefined {
  const { text } = scan;
  const found = /^ (?:[A-Z0-9]{2,10} ){0,2}PRIVATE KEY(?: BLOCK)?[-–— ]{0,10}\r?\n(?=\S{20})/.exec(
    text.slice(end, end + 80),
  );
  if (found === null) return undefined;
  const from = end + found[0].length;
  const to = endOfKeyText(text, from);
  take(scan, from, to, 'private key');
  return to;
}

const longestWord = 40;

/** A word that opens a form of its own: rows of a table, what is fed to a command, Oracle's `user/password@…`. */
export function takeOpened(scan: Scan, start: number, end: number): number | undefined {
  if (end - start > longestWord) return undefined;
  const word = scan.text.slice(start, end);
  for (const reader of readers.get(word.toLowerCase()) ?? []) {
    const after = reader(scan, start, end);
    if (after !== undefined) return after;
  }
  return isClient(word) ? takeClient(scan, start, end) : undefined;
}

import type { Span } from '../../sealing/span.ts';
import { readPart } from '../shell/powershell.ts';
import { endOfBracket } from '../shell/substitution.ts';
import { openOf, type Word, wordBuilder } from '../shell/word.ts';

/** A name and a value of a hash table. */
export interface Entry {
  readonly name: string;
  readonly value: Word;
  /** Written without quotes: a number. */
  readonly bare?: boolean;
}

/** What an expression of PowerShell comes to, as far as it can be read: a text, or a hash table. */
export type Value =
  | { readonly kind: 'text'; readonly word: Word }
  | { readonly kind: 'table'; readonly entries: readonly Entry[]; readonly span: Span; readonly asJson: boolean };

/**
 * Reads the expression between `start` and `end`, up to the end of its line: strings and what `+` joins to them,
 * variables, `@{…}`, with or without `| ConvertTo-Json`, brackets and casts around them. What cannot be worked out is a
 * part of the text that is unknown.
 */
export function readValue(
  text: string,
  start: number,
  end: number,
): { readonly value: Value; readonly end: number } | undefined {
  const from = skipOpening(text, start, end);
  if (text.startsWith('@{', from) || /^\[(?:ordered|pscustomobject)\]\s?@\{/i.test(text.slice(from, from + 24))) {
    return readTable(text, text.indexOf('@{', from), end);
  }
  const read = readText(text, from, end);
  return read === undefined ? undefined : { value: { kind: 'text', word: read.word }, end: read.end };
}

/** Brackets and casts in front of a value change nothing that is sent: `([string]'a')`. */
function skipOpening(text: string, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const found =
      /^(?:[ \t]+|\((?=[ \t]{0,4}[@"'$([])|\[(?:string|int|securestring|system\.uri|uri)\](?=[ \t]?["'$@(]))/i.exec(
        text.slice(at, at + 40),
      );
    if (found === null) return at;
    at += found[0].length;
  }
  return at;
}

const longestTable = 100_000;

/** What an entry's value is piped to, and the line break behind it. */
const betweenEntries = /^(?:[ \t]{0,9}[|)][^\n;}]{0,300})?[\s;,]*/;

function readTable(text: string, start: number, end: number): { readonly value: Value; readonly end: number } {
  const entries: Entry[] = [];
  const limit = Math.min(end, start + longestTable);
  let at = start + 2;
  while (at < limit) {
    const gap = betweenEntries.exec(text.slice(at, at + 2000))?.[0].length ?? 0;
    at += gap;
    if (text.charAt(at) === '}') {
      at += 1;
      break;
    }
    const entry = readEntry(text, at, limit);
    if (entry === undefined) break;
    entries.push(entry.entry);
    at = entry.end;
  }
  const asJson = /^\)?\s{0,4}\|\s{0,4}ConvertTo-Json\b/i.test(text.slice(at, at + 40));
  return { value: { kind: 'table', entries, span: { start, end: at }, asJson }, end: at };
}

function readEntry(
  text: string,
  start: number,
  end: number,
): { readonly entry: Entry; readonly end: number } | undefined {
  const found = /^(?:"([^"\n]{1,300})"|'([^'\n]{1,300})'|([\w-]{1,300}))[ \t]{0,40}=[ \t]{0,40}/.exec(
    text.slice(start, start + 700),
  );
  if (found === null) return undefined;
  const from = start + found[0].length;
  const read = readText(text, skipOpening(text, from, end), end);
  if (read === undefined) return undefined;
  const name = found[1] ?? found[2] ?? found[3] ?? '';
  return { entry: { name, value: read.word, bare: /^[\d-]/.test(text.charAt(from)) }, end: read.end };
}

/** Strings and variables, joined with `+`, up to a line break, `;` or a closing bracket. */
function readText(text: string, start: number, end: number): { readonly word: Word; readonly end: number } | undefined {
  const word = wordBuilder();
  let at = start;
  while (at < end) {
    const char = text.charAt(at);
    if (char === '\n' || char === ';' || char === '}' || char === ')' || char === '|' || char === ',') break;
    if (char === '@' && text.charAt(at + 1) === '{') {
      const close = endOfBracket(text, at + 1, end, `"'`) ?? end;
      word.addUnknown('substitution', text.slice(at, close), at);
      at = close;
    } else if (char === ' ' || char === '\t' || char === '+') at += 1;
    else at = readPart(text, at, end, word);
  }
  const built = word.build();
  return built === undefined ? undefined : { word: built, end: at };
}

/** A table as the form that PowerShell sends. */
export function tableText(entries: readonly Entry[], asJson: boolean): string {
  if (!asJson)
    return entries.map(({ name, value }) => `${encodeURIComponent(name.toWellFormed())}=${formText(value)}`).join('&');
  return `{${entries.map(({ name, value, bare }) => `${JSON.stringify(name)}: ${jsonText(value, bare)}`).join(', ')}}`;
}

function formText(value: Word): string {
  return value.unknowns.length > 0 ? value.text : encodeURIComponent(value.text.toWellFormed());
}

function jsonText({ text }: Word, bare: boolean | undefined): string {
  if (bare === true && /^-?\d{1,300}(?:\.\d{1,300})?$/.test(text)) return text;
  if (/^\$(?:true|false|null)$/i.test(text)) return text.slice(1).toLowerCase();
  return JSON.stringify(text);
}

/** A text that says `$true`, `$false` or `$null` is known. */
export function knownOpen(word: Word): readonly string[] {
  return openOf(word).filter((open) => !/^\$(?:true|false|null)$/i.test(open));
}

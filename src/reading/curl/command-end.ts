import { sliceWord, type Word } from '../shell/word.ts';
import type { Argument } from './arguments.ts';

/** What output begins with where line breaks were lost between it and the command. A shell takes the quotes out of JSON. */
const output = /^(?:HTTP\/\d|[{[]"|\{\w+:(?!\/\/)|[{[]$|<!?[a-z]|curl:$|\{$|->|=>|\(|→)/i;

/** Whether a bare word stands behind the command rather than in it: output, or the sentence that goes on. */
export function isOver(word: Word, before: readonly Argument[]): boolean {
  if (word.unknowns.length > 0) return false;
  if (output.test(word.text)) return true;
  if (looksLikeUrl(word.text)) return false;
  return before.some(isUrl) || before.length === 0 || !saysRequest(before);
}

function isUrl(arg: Argument): boolean {
  return arg.kind === 'url' || (arg.kind === 'option' && arg.name === 'url');
}

export function looksLikeUrl(text: string): boolean {
  if (/^[a-z][a-z0-9+.-]{0,30}:\/\/|^localhost\b|^[{<[]/i.test(text)) return true;
  // A scheme that was mistyped is still meant as one: `http:/host`, `https//host`.
  if (/^h?t{1,3}p{1,3}s?(?:[:;]\/?|\/\/)[\w{<[]/i.test(text)) return true;
  if (/^[\w.-]{1,253}:\d{1,5}(?:[/?#]|$)|^[^\s/]{1,200}@[\w.-]{1,253}/.test(text)) return true;
  return (
    /^(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}(?:[/?#:].*)?$/is.test(text) ||
    /^[\w.-]{1,253}\/[\w{<[$]/.test(text) ||
    /^\/[\w{<[$]/.test(text)
  );
}

/** Options that only somebody who sends a request gives. */
const requestOptions: ReadonlySet<string> = new Set([
  'header',
  'request',
  'data',
  'data-raw',
  'data-binary',
  'data-urlencode',
  'json',
  'form',
  'user',
  'url',
  'oauth2-bearer',
  'upload-file',
  'cookie',
]);

function saysRequest(args: readonly Argument[]): boolean {
  return args.some((arg) => arg.kind === 'option' && requestOptions.has(arg.name));
}

/** `curl -v shows …` and `the curl command` are words. */
export function looksLikeCommand(args: readonly Argument[]): boolean {
  return (
    saysRequest(args) ||
    args.some((arg) => arg.kind === 'url' && (looksLikeUrl(arg.value.text) || arg.value.unknowns.length > 0))
  );
}

/** The last word without the full stop or comma of a sentence that the command stands in: `… -d 'a'.`, `… https://h/p,`. */
export function withoutPunctuation(text: string, word: Word): Word {
  const mark = /[.,:!?]{1,3}$/.exec(word.text)?.[0];
  if (mark === undefined || word.unknowns.length > 0) return word;
  const at = word.span.end - mark.length;
  const before = text.charAt(at - 1);
  const isBehindQuote = (before === '"' || before === "'") && word.runs.at(-1)?.source === at;
  const isBareUrl = word.runs.length === 1 && /^[.,!]+$/.test(mark) && /^https?:\/\/./i.test(word.text);
  const isQuoted = /["']/.test(text.charAt(word.span.end)) || /["']/.test(text.charAt(word.span.start - 1));
  return isBehindQuote || (isBareUrl && !isQuoted) ? sliceWord(word, 0, word.text.length - mark.length) : word;
}

import type { Hint } from '../../sealing/seal.ts';
import type { Span } from '../../sealing/span.ts';
import type { Mending, Request } from '../paste.ts';
import type { Piece, Recognizer } from '../recognizer.ts';
import { findPrograms, mostWasted } from '../shell/find-programs.ts';
import { mendingsOf } from '../shell/mendings.ts';
import { endOfPipeline } from '../shell/pipeline.ts';
import { readCommand } from '../shell/read-command.ts';
import type { Word } from '../shell/word.ts';
import { type Argument, readArguments } from './arguments.ts';
import { doubtsOf } from './doubts.ts';
import { operationsOf } from './operation.ts';
import { requestsOf } from './request.ts';
import { secretsOf } from './secrets.ts';

/**
 * A `curl` command in any shell, wherever it stands: behind a prompt, `sudo` or a pipe, in a sentence, in backquotes.
 * Words behind it that no curl command has are not its arguments: `curl https://… gives me 401`.
 */
export const curlRecognizer: Recognizer = {
  name: 'curl',
  mayStandIn: (text) => /curl(?:\.exe)?["'^]?[ \t\n\\`^]/i.test(text),
  recognize: (source, within) => {
    const pieces: Piece[] = [];
    let taken = within.start;
    let wasted = 0;
    for (const { start, end } of findPrograms(source.text, within, curlProgram)) {
      if (start < taken) continue;
      const read = readCurl(source.text, start, end);
      pieces.push(...read.pieces);
      if (read.pieces.length > 0) taken = read.end;
      else wasted += read.end - start;
      if (wasted > mostWasted(within)) break;
    }
    return pieces;
  },
};

const curlProgram = /curl(?:\.exe)?["']?(?=[ \t\n\\`^])/gi;

interface Read {
  readonly pieces: readonly Piece[];
  readonly end: number;
}

function readCurl(text: string, start: number, limit: number): Read {
  const command = readCommand(text, start, limit);
  const words = command.words.slice(1);
  const { args, read } = readArguments(words, isOver);
  if (!looksLikeCommand(args)) return { pieces: [], end: command.end };
  const cut = read < words.length;
  const last = cut ? command.words[read] : undefined;
  const end = last === undefined ? command.end : endOfWord(text, last);
  const span = { start, end: trimmedEnd(text, start, end) };
  const input = cut ? undefined : command.input;
  const operations = operationsOf(args);
  const made = operations.map((operation) => requestsOf(operation, span, input));
  const doubts = doubtsOf(
    args,
    operations,
    made.some(({ cut }) => cut),
  );
  const claimed = cut ? span.end : endOfPipeline(text, command.end, limit);
  return {
    pieces: piecesOf(
      made.flatMap(({ requests }) => requests),
      { start, end: Math.max(span.end, claimed) },
      secretsOf(args),
      [...mendingsOf(command.damages), ...doubts],
    ),
    end: Math.max(span.end, claimed),
  };
}

/** The first piece covers the command; further requests of the same command cover nothing more. */
function piecesOf(
  requests: readonly Request[],
  span: Span,
  secrets: readonly Hint[],
  mendings: readonly Mending[],
): readonly Piece[] {
  return requests.map((request, index) => {
    if (index > 0) return { kind: 'request', span: { start: span.end, end: span.end }, request };
    return { kind: 'request', span, request, secrets, mendings };
  });
}

/** A word's quote stands behind it. */
function endOfWord(text: string, word: Word): number {
  const next = text.charAt(word.span.end);
  return next === '"' || next === "'" ? word.span.end + 1 : word.span.end;
}

function trimmedEnd(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && /[\s\\^]/.test(text.charAt(last - 1))) last -= 1;
  return last;
}

/** What output begins with where line breaks were lost between it and the command. */
const output = /^(?:HTTP\/\d|[{[]"|[{[]$|<!?[a-z]|curl:$|\{$|->|=>|\(|→)/i;

/** Whether a bare word stands behind the command rather than in it: output, or the sentence that goes on. */
function isOver(word: Word, before: readonly Argument[]): boolean {
  if (word.unknowns.length > 0) return false;
  if (output.test(word.text)) return true;
  if (looksLikeUrl(word.text)) return false;
  return before.some(({ kind }) => kind === 'url') || before.length === 0 || !saysRequest(before);
}

function looksLikeUrl(text: string): boolean {
  if (/^[a-z][a-z0-9+.-]{0,30}:\/\/|^localhost\b|^[{<[]/i.test(text)) return true;
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
function looksLikeCommand(args: readonly Argument[]): boolean {
  return (
    saysRequest(args) ||
    args.some((arg) => arg.kind === 'url' && (looksLikeUrl(arg.value.text) || arg.value.unknowns.length > 0))
  );
}

import type { Span } from '../../sealing/span.ts';
import { placedTarget } from '../curl/placed.ts';
import type { Content, Field, Request } from '../paste.ts';
import type { Piece, Recognizer } from '../recognizer.ts';
import type { Command } from '../shell/command.ts';
import { type Filling, filledIn, fillingWithin } from '../shell/filled-command.ts';
import { findPrograms, mostWasted } from '../shell/find-programs.ts';
import { mendingsOf } from '../shell/mendings.ts';
import { pipedText } from '../shell/piped-text.ts';
import { endOfPipeline } from '../shell/pipeline.ts';
import { type CommandReader, commandReaderFor } from '../shell/read-command.ts';
import { type Script, scriptWithin } from '../shell/settings.ts';
import { openIn, sliceWord, trimWord, type Word } from '../shell/word.ts';

/** What a command line client is told to send, before it is put together as a request. */
export interface Call {
  readonly method: string | undefined;
  readonly url: Word | undefined;
  readonly fields: readonly Field[];
  readonly fieldsWhole: boolean;
  readonly content: Content | undefined;
  readonly contentWhole: boolean;
}

/** A client on a command line: its name, and how its words are read. Undefined where they are not a call of it. */
export interface Caller {
  readonly name: string;
  /** Global; matches the program's name where white space follows. */
  readonly program: RegExp;
  readonly read: (program: string, command: Command) => Call | undefined;
}

/** Finds the calls of a client in scripts, behind prompts and in sentences. */
export function callerRecognizer(caller: Caller): Recognizer {
  const anyProgram = new RegExp(caller.program.source, 'i');
  return {
    name: caller.name,
    mayStandIn: (text) => anyProgram.test(text),
    recognize: ({ text }, within) => {
      const script = scriptWithin(text, within);
      const fill = fillingWithin(text, within);
      const reader: CallReader = { caller, text, within, script, fill, readCommand: commandReaderFor(within) };
      const pieces: Piece[] = [];
      let taken = within.start;
      let wasted = 0;
      for (const { start, end } of findPrograms(text, within, caller.program)) {
        if (start < taken) continue;
        const { piece, span } = readCall(reader, start, end, taken);
        if (piece === undefined) wasted += span.end - start;
        else {
          pieces.push(piece);
          taken = span.end;
          script.pass(taken);
        }
        if (wasted > mostWasted(within)) break;
      }
      return pieces;
    },
  };
}

interface CallReader {
  readonly caller: Caller;
  readonly text: string;
  readonly within: Span;
  readonly script: Script;
  readonly fill: Filling;
  readonly readCommand: CommandReader;
}

interface Read {
  readonly piece: Piece | undefined;
  readonly span: Span;
}

/** Reads the call whose program stands at `start`, with what the script above sets and pipes into it. */
function readCall(
  { caller, text, within, script, fill, readCommand }: CallReader,
  start: number,
  limit: number,
  taken: number,
): Read {
  const command = readCommand(text, start, limit);
  const { words, input, used } = fill(command, script.above(start));
  const piped = pipedText(text, start, taken, within.end);
  const given = input ?? piped?.text;
  const filled = { ...command, words, input: given };
  const call = caller.read(words[0]?.text ?? '', filled);
  if (call === undefined) return { piece: undefined, span: { start, end: command.end } };
  const end = Math.max(endOfPipeline(text, command.end, limit), piped?.end ?? 0);
  const span = { start: Math.max(taken, piped?.start ?? start), end };
  const request = requestOf(caller.name, call, { start, end: command.words.at(-1)?.span.end ?? command.end });
  const mendings = [...mendingsOf(command.damages), ...(used.length === 0 ? [] : [filledIn])];
  return { piece: { kind: 'request', span, request, mendings }, span };
}

export function requestOf(source: string, call: Call, span: Span): Request {
  return {
    span,
    source,
    method: call.method,
    target: call.url === undefined ? undefined : placedTarget(call.url),
    fields: call.fields,
    fieldsShown: call.fieldsWhole ? 'whole' : 'part',
    content: call.content,
    contentShown: call.contentWhole ? 'whole' : 'part',
  };
}

/** `Name: value` as one word. Undefined where it has no name. */
export function fieldIn(word: Word): Field | undefined {
  const colon = word.text.indexOf(':');
  if (colon < 1) return undefined;
  const value = trimWord(sliceWord(word, colon + 1));
  return { name: word.text.slice(0, colon).trim(), value: value.text, span: word.span, open: openIn(value) };
}

export function fieldOf(name: string, value: string, word: Word): Field {
  return { name, value, span: word.span, open: openIn(word) };
}

export function hasField(fields: readonly Field[], name: string): boolean {
  return fields.some((field) => field.name.toLowerCase() === name);
}

export function mediaTypeOf(fields: readonly Field[]): string | undefined {
  return fields.find(({ name }) => name.toLowerCase() === 'content-type')?.value;
}

/** Content of a file whose text the paste does not show. */
export function fileContent(word: Word): Content {
  return { span: word.span, text: `@${word.text}`, data: { kind: 'file', path: word.text } };
}

import type { Span } from '../../sealing/span.ts';
import { placedTarget } from '../curl/placed.ts';
import type { Content, Field, Request } from '../paste.ts';
import type { Piece, Recognizer } from '../recognizer.ts';
import type { Command } from '../shell/command.ts';
import { findPrograms, mostWasted } from '../shell/find-programs.ts';
import { mendingsOf } from '../shell/mendings.ts';
import { endOfPipeline } from '../shell/pipeline.ts';
import { commandReaderFor } from '../shell/read-command.ts';
import { openOf, sliceWord, trimWord, type Word, withOpen } from '../shell/word.ts';

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
  return {
    name: caller.name,
    mayStandIn: (text) => new RegExp(caller.program.source, 'i').test(text),
    recognize: (source, within) => {
      const pieces: Piece[] = [];
      const readCommand = commandReaderFor(within);
      let taken = within.start;
      let wasted = 0;
      for (const { start, end } of findPrograms(source.text, within, caller.program)) {
        if (start < taken) continue;
        const command = readCommand(source.text, start, end);
        const call = caller.read(command.words[0]?.text ?? '', command);
        if (call === undefined) wasted += command.end - start;
        if (wasted > mostWasted(within)) break;
        if (call === undefined) continue;
        const span = { start, end: endOfPipeline(source.text, command.end, end) };
        const words = { start, end: command.words.at(-1)?.span.end ?? command.end };
        const mendings = mendingsOf(command.damages);
        pieces.push({ kind: 'request', span, request: requestOf(caller.name, call, words), mendings });
        taken = span.end;
      }
      return pieces;
    },
  };
}

export function requestOf(source: string, call: Call, span: Span): Request {
  return {
    span,
    source,
    ...(call.method === undefined ? {} : { method: call.method }),
    ...(call.url === undefined ? {} : { target: placedTarget(call.url) }),
    fields: call.fields,
    fieldsShown: call.fieldsWhole ? 'whole' : 'part',
    ...(call.content === undefined ? {} : { content: call.content }),
    contentShown: call.contentWhole ? 'whole' : 'part',
  };
}

/** `Name: value` as one word. Undefined where it has no name. */
export function fieldIn(word: Word): Field | undefined {
  const colon = word.text.indexOf(':');
  if (colon < 1) return undefined;
  const value = trimWord(sliceWord(word, colon + 1));
  return { name: word.text.slice(0, colon).trim(), value: value.text, span: word.span, ...withOpen(openOf(value)) };
}

export function fieldOf(name: string, value: string, word: Word): Field {
  return { name, value, span: word.span, ...withOpen(openOf(word)) };
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

import type { Hint } from '../../sealing/seal.ts';
import type { Span } from '../../sealing/span.ts';
import type { Mending, Request } from '../paste.ts';
import type { Piece } from '../recognizer.ts';
import { type Filling, filledIn } from '../shell/filled-command.ts';
import { mendingsOf } from '../shell/mendings.ts';
import { pipedText } from '../shell/piped-text.ts';
import { endOfPipeline } from '../shell/pipeline.ts';
import type { CommandReader } from '../shell/read-command.ts';
import type { Script, Setting } from '../shell/settings.ts';
import type { Word } from '../shell/word.ts';
import { called, type Wrapped } from '../shell/wrappers.ts';
import { type Argument, readArguments } from './arguments.ts';
import { isOver, looksLikeCommand, looksLikeUrl, withoutPunctuation } from './command-end.ts';
import { configWords } from './config-file.ts';
import { doubtsOf } from './doubts.ts';
import { type Inputs, inputsOf } from './inputs.ts';
import { operationsOf } from './operation.ts';
import { requestsOf } from './request.ts';
import { secretsOf } from './secrets.ts';
import { writtenOut } from './written-out.ts';

/** What commands are read with. */
export interface CurlReader {
  readonly text: string;
  readonly within: Span;
  readonly script: Script;
  readonly fill: Filling;
  readonly readCommand: CommandReader;
}

/** A command that was read: the requests that it makes, none where it is no command of curl. */
export interface CurlCommand {
  readonly requests: readonly Request[];
  /** All that explains it: what is piped into it, here-documents, and what its output goes through. */
  readonly span: Span;
  readonly secrets: readonly Hint[];
  readonly mendings: readonly Mending[];
  /** The variables and files above it that it was filled in with. */
  readonly settings: readonly Setting[];
  /** What it wrote of its answer below it. */
  readonly written?: Piece;
}

/**
 * Reads the command whose program stands at `start`.
 *
 * @param limit Where the text ends for it: the quote that closes around it, or the end of the stretch.
 * @param taken Where the command before it ended.
 * @param wrapped The command that is called here by a name.
 */
export function readCurl(
  { text, within, script, fill, readCommand }: CurlReader,
  start: number,
  limit: number,
  taken: number,
  wrapped?: Wrapped,
): CurlCommand {
  const shown = readCommand(text, start, limit);
  const above = script.above(start);
  const { command, settings } =
    wrapped === undefined ? { command: shown, settings: above } : called(wrapped, shown, above);
  const filled = fill(command, settings);
  const { files } = settings;
  const words = filled.words.slice(1);
  const { args: all, read } = readArguments(words, isOver);
  const given = withLast(all, words[read - 1], (word) => withoutPunctuation(text, word));
  const isConfigured = given.some((arg) => arg.kind === 'option' && arg.name === 'config');
  if (!isConfigured && !looksLikeCommand(given)) {
    return { requests: [], span: { start, end: command.end }, secrets: [], mendings: [], settings: [] };
  }
  const isCut = read < words.length;
  const end = trimmedEnd(text, start, isCut ? endOfWords(text, start, command.end, words.slice(0, read)) : command.end);
  const piped = isCut ? undefined : pipedText(text, start, taken, within.end);
  const inputs = inputsOf(isCut ? {} : { input: filled.input, inputFile: command.inputFile }, piped?.text, files);
  const { args, hidden } = withoutHidden(isConfigured ? configured(given, inputs) : given);
  const operations = operationsOf(args);
  const requests: Request[] = [];
  let cut = false;
  for (const operation of operations) {
    const made = requestsOf(operation, { start, end }, inputs);
    requests.push(...made.requests);
    cut ||= made.cut;
  }
  const used = [...filled.used, ...inputs.used];
  const explained = isCut ? end : endOfPipeline(text, command.end, limit);
  const to = Math.max(end, explained, piped?.end ?? end);
  return {
    written: writtenOut(args, text, to, within.end),
    requests: hidden ? requests.map(partly) : requests,
    span: {
      start: Math.max(taken, piped?.start ?? startOfAssignments(text, start)),
      end: to,
    },
    secrets: secretsOf(args),
    mendings: [
      ...mendingsOf(command.damages),
      ...doubtsOf(args, operations, cut),
      ...(used.length === 0 ? [] : [filledIn]),
    ],
    settings: used,
  };
}

/** The arguments, the value of the last changed if it is a word of its own. */
function withLast(
  args: readonly Argument[],
  word: Word | undefined,
  change: (word: Word) => Word,
): readonly Argument[] {
  const last = args.at(-1);
  if (last?.value === undefined || last.value !== word) return args;
  return [...args.slice(0, -1), { ...last, value: change(word) }];
}

/** The options of configuration files that the paste shows, in the place of `-K`. */
function configured(args: readonly Argument[], inputs: Inputs): readonly Argument[] {
  return args.flatMap((arg): readonly Argument[] => {
    if (arg.kind !== 'option' || arg.name !== 'config' || arg.value === undefined) return [arg];
    const file = inputs.textOf(arg.value.text);
    return file === undefined ? [arg] : readArguments(configWords(file), () => false).args;
  });
}

/** `$OPTIONS` beside a URL is no URL: it holds options that the paste does not show, as `…` stands for some. */
function withoutHidden(args: readonly Argument[]): { readonly args: readonly Argument[]; readonly hidden: boolean } {
  const isElided = args.some(({ kind }) => kind === 'elided');
  const hasVariable =
    args.some(isVariableAlone) && args.some((arg) => arg.kind === 'url' && looksLikeUrl(arg.value.text));
  return { args: hasVariable ? args.filter((arg) => !isVariableAlone(arg)) : args, hidden: isElided || hasVariable };
}

function isVariableAlone(arg: Argument): boolean {
  return arg.kind === 'url' && arg.value.unknowns[0]?.text === arg.value.text;
}

function partly(request: Request): Request {
  return { ...request, fieldsShown: 'part', contentShown: 'part' };
}

/** Where the last of the words ends that stand in the command itself, with the quote behind it. */
function endOfWords(text: string, start: number, limit: number, words: readonly Word[]): number {
  const ends = words.map(({ span }) => span.end).filter((end) => end >= start && end <= limit);
  const end = ends.reduce((last, one) => Math.max(last, one), start);
  const next = text.charAt(end);
  return next === '"' || next === "'" ? end + 1 : end;
}

/** `HTTPS_PROXY=http://proxy:3128 curl …`: what is set for the command alone is a part of it. */
function startOfAssignments(text: string, start: number): number {
  const before = text.slice(Math.max(0, start - 400), start);
  if (!before.includes('=')) return start;
  const found = /(?:^|[\s;&|(])((?:[A-Za-z_]\w{0,60}=[^\s"'`]{0,300}[ \t]+){1,8})$/.exec(before)?.[1];
  return start - (found?.length ?? 0);
}

function trimmedEnd(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && /[\s\\^]/.test(text.charAt(last - 1))) last -= 1;
  return last;
}

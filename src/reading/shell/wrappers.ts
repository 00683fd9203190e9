import type { Span } from '../../sealing/span.ts';
import type { Command } from './command.ts';
import type { Setting, Settings } from './settings.ts';
import type { Word } from './word.ts';

/** A name that a script gives to a command, to call it by: an alias, or a function with its arguments in the command. */
export interface Wrapper {
  readonly name: string;
  /** Where its definition starts. */
  readonly start: number;
  readonly isAlias: boolean;
}

/** A command that is called by such a name. */
export interface Wrapped {
  readonly wrapper: Wrapper;
  readonly command: Command;
  /** What was set where it is defined. */
  readonly settings: Settings;
  /** Where its arguments move up by one, by `shift`: offsets in the source. */
  readonly shifts: readonly number[];
}

const definition =
  /(?:^|[\n;])[ \t]{0,40}(?:[$%#>] )?(?:function[ \t]{1,9}([\w.:-]{1,60})(?:[ \t]{0,9}\([ \t]?\))?|([\w.:-]{1,60})[ \t]{0,9}\([ \t]?\))[ \t\n]{0,40}(?:\{|;|(?=\n))/g;

/** `alias api='`, `alias -g api "`; a string with escapes was put on a line of its own. */
const aliased = /(?:^|[\n;])[^\n]{0,40}\balias[ \t]{1,9}(?:-\w[ \t]{1,9})?([\w.:-]{1,60})(?:=|[ \t])["']?\n?$/;

/** The end of a function's body: a brace behind a blank, a semicolon or a line break, at the end of a line; fish's `end`. */
const bodyEnd = /(?:^|[\s;])\}[ \t]{0,9}(?:[\n;&|]|$)|\nend\b/;

/** Tells of the commands of a stretch, asked for in order, what they are wrapped in. */
export function wrappersWithin(text: string, { start: first, end: last }: Span): (at: number) => Wrapper | undefined {
  const stretch = text.slice(first, last);
  if (!/\(\s?\)|\bfunction\b|\balias\b/.test(stretch)) return () => undefined;
  const functions = [...stretch.matchAll(definition)].map((found) => ({
    name: found[1] ?? found[2] ?? '',
    start: first + found.index,
    body: first + found.index + found[0].length,
  }));
  let index = -1;
  let left = mostWrappers;
  return (at) => {
    if (left <= 0) return undefined;
    const alias = aliased.exec(text.slice(Math.max(first, at - 160), at));
    if (alias?.[1] !== undefined) {
      left -= 1;
      return { name: alias[1], start: at, isAlias: true };
    }
    while ((functions[index + 1]?.body ?? last) <= at) index += 1;
    const found = functions[index];
    if (found === undefined || at - found.body > longestBody || bodyEnd.test(text.slice(found.body, at)))
      return undefined;
    left -= 1;
    return { name: found.name, start: found.start, isAlias: false };
  };
}

const longestBody = 4_000;

/** No script has more; behind each, all of the text is looked through for its calls. */
const mostWrappers = 30;

/** The command as one that is called by a name; undefined for a function that takes no arguments into it. */
export function wrappedIn(wrapper: Wrapper, text: string, command: Command, settings: Settings): Wrapped | undefined {
  const body = text.slice(wrapper.start, command.end);
  if (!wrapper.isAlias && !argument.test(body)) return undefined;
  const shifts = [...body.matchAll(/(?<=[\s;])shift(?:[ \t]([1-9]))?(?=[\s;])/g)].flatMap(({ index, 1: count }) =>
    Array.from({ length: Number(count ?? 1) }, () => wrapper.start + index),
  );
  const own = [...settings.variables].filter(([, { span }]) => span.start >= wrapper.start);
  return { wrapper, command, settings: { ...settings, variables: new Map(own) }, shifts };
}

/** `$1`, `"$@"`, `${*}`, `${@:2}`, `$argv`. */
const argument = /\$\{?(?:[1-9@*]|argv\b)/;

/** Where the commands are that are called by the name, behind its definition. */
export function callsOf({ wrapper: { name }, command }: Wrapped, text: string, within: Span): readonly Span[] {
  const escaped = name.replace(/[.-]/g, '\\$&');
  const call = new RegExp(
    `(?:^|[\\n;|&(\`]|[$%#>] |\\b(?:do|then|time) )[ \\t]{0,40}(${escaped})(?=[\\s;)\`]|$)(?![ \\t]{0,9}\\()`,
    'g',
  );
  const from = command.end;
  return [...text.slice(from, within.end).matchAll(call)].map(({ index, 0: found, 1: called = '' }) => {
    const start = from + index + found.length - called.length;
    return { start, end: within.end };
  });
}

/** What a call comes to: the command, with the words of the call in it or behind it, and what is set for it. */
export function called(
  { wrapper, command, settings, shifts }: Wrapped,
  call: Command,
  above: Settings,
): { readonly command: Command; readonly settings: Settings } {
  const given = call.words.slice(1);
  const { input = command.input, inputFile = command.inputFile } = call;
  const words = wrapper.isAlias ? [...command.words, ...given] : command.words;
  const span = { start: call.words[0]?.span.start ?? call.end, end: call.end };
  return {
    command: { ...command, words, end: call.end, input, inputFile, damages: call.damages },
    settings: {
      ...above,
      variables: new Map([...above.variables, ...settings.variables]),
      argumentsFor: (written, at) =>
        at < wrapper.start || at > command.end
          ? undefined
          : argumentsFor(written, given.slice(shiftedBy(shifts, at)), span),
    },
  };
}

function shiftedBy(shifts: readonly number[], at: number): number {
  return shifts.filter((shift) => shift < at).length;
}

/** The arguments that a script writes so: `$1`, `${2}`, `"$@"`, `${@:2}`, `$argv[1]`. What is not given is not known. */
function argumentsFor(written: string, given: readonly Word[], span: Span): Setting | undefined {
  const [, position, all, from] = /^\$\{?(?:([1-9])(?!\d)|([@*]|argv)(?::([1-9]))?\}?$)/.exec(written) ?? [];
  const index = /^\$argv\[([1-9])\]$/.exec(written)?.[1] ?? position;
  const word = index === undefined ? undefined : given[Number(index) - 1];
  if (word !== undefined) return { words: [word], span };
  return all === undefined ? undefined : { words: given.slice(Number(from ?? 1) - 1), span };
}

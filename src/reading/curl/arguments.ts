import { sliceWord, type Word } from '../shell/word.ts';
import { type CurlOption, type NamedOption, optionByLetter, optionByName } from './options.ts';

/** One thing that a curl command says. */
export type Argument =
  | {
      readonly kind: 'option';
      readonly name: string;
      readonly on: boolean;
      readonly value: Word | undefined;
      readonly expands: boolean;
      /** How it is written, where not every curl takes it so: `--hea` for `--header`, `--header=value`, `-h "A: b"`. */
      readonly written?: 'abbreviated' | 'with-equals' | 'lower-case';
    }
  | { readonly kind: 'url'; readonly value: Word }
  /** Not an option of any curl: its name, as it is written. */
  | { readonly kind: 'unknown'; readonly value: Word }
  /** What a person left out: `…`, `[...]`. */
  | { readonly kind: 'elided'; readonly value: Word };

/**
 * Tells options, their values and URLs apart as curl does: `-XPOST`, `-sSLkX POST`, `--request POST`, `--no-buffer`,
 * unambiguous beginnings of long names. `--header=value` is taken since curl 8.16, and read so. `words` has no
 * program name. Ends where `isOver` says of a bare word that it is no argument; `read` tells how many words are.
 */
export function readArguments(
  words: readonly Word[],
  isOver: (word: Word, before: readonly Argument[]) => boolean,
): { readonly args: readonly Argument[]; readonly read: number } {
  const args: Argument[] = [];
  let index = 0;
  while (index < words.length) {
    const word = words[index];
    if (word === undefined) break;
    if (!isOption(word)) {
      const isElided = elision.test(word.text);
      if (!isElided && isOver(word, args)) break;
      args.push({ kind: isElided ? 'elided' : 'url', value: word });
      index += 1;
      continue;
    }
    index += word.text.startsWith('--')
      ? readLong(word, words[index + 1], args)
      : readShort(word, words[index + 1], args);
  }
  return { args, read: index };
}

const elision = /^(?:…|\.{3,4}|\[(?:…|\.{3}|snip)\])$/i;

/** `-` alone is a URL to curl; a variable may be anything. */
function isOption(word: Word): boolean {
  return word.text.startsWith('-') && word.text.length > 1 && word.unknowns[0]?.start !== 0;
}

/** Reads one long option, and its value from its own word or from the next. Gives the number of words. */
function readLong(word: Word, next: Word | undefined, args: Argument[]): number {
  const equals = word.text.indexOf('=');
  const whole = optionByName(word.text.slice(2));
  if (whole === undefined && equals > 2) {
    const named = optionByName(word.text.slice(2, equals));
    if (named !== undefined) {
      const value = named.option.takesValue ? sliceWord(word, equals + 1) : undefined;
      args.push(longOption(named, value, 'with-equals'));
      return 1;
    }
  }
  if (whole === undefined) {
    args.push({ kind: 'unknown', value: word });
    return 1;
  }
  const value = whole.option.takesValue ? next : undefined;
  args.push(longOption(whole, value, whole.abbreviated ? 'abbreviated' : undefined));
  return value === undefined ? 1 : 2;
}

function longOption(
  { option, on, expands }: NamedOption,
  value: Word | undefined,
  written: 'abbreviated' | 'with-equals' | undefined,
): Argument {
  return { kind: 'option', name: option.name, on, value, expands, written };
}

/** Reads letters until one takes a value: the rest of the word, or the next one. */
function readShort(word: Word, next: Word | undefined, args: Argument[]): number {
  for (let at = 1; at < word.text.length; at += 1) {
    const option = optionByLetter(word.text.charAt(at));
    if (option === undefined) {
      args.push({ kind: 'unknown', value: word });
      return 1;
    }
    if (!option.takesValue) {
      args.push(flag(option));
      continue;
    }
    const rest = at + 1 < word.text.length ? sliceWord(word, at + 1) : undefined;
    args.push(shortOption(option, rest ?? next));
    return rest === undefined && next !== undefined ? 2 : 1;
  }
  return 1;
}

/** `-h` asks for help on a topic; with a field behind it, `-H` was meant. */
function shortOption({ name }: CurlOption, value: Word | undefined): Argument {
  const isField = name === 'help' && value !== undefined && /^[A-Za-z][\w-]{0,60}:/.test(value.text);
  if (isField) return { kind: 'option', name: 'header', on: true, value, expands: false, written: 'lower-case' };
  return { kind: 'option', name, on: true, value, expands: false };
}

function flag(option: CurlOption): Argument {
  return { kind: 'option', name: option.name, on: true, value: undefined, expands: false };
}

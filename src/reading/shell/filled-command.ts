import type { Span } from '../../sealing/span.ts';
import type { Mending } from '../paste.ts';
import type { Command } from './command.ts';
import { filledWord } from './filled-words.ts';
import type { Setting, Settings } from './settings.ts';
import { substitutedText } from './substituted-text.ts';
import { sliceWord, spanIn, type Unknown, type Word } from './word.ts';

export interface Filled {
  readonly words: readonly Word[];
  readonly input: Word | undefined;
  /** The settings that were filled in. */
  readonly used: readonly Setting[];
}

/** Told of a command that was filled in. */
export const filledIn: Mending = {
  kind: 'filled-in',
  note: 'Filled variables and files of the command in with what the paste gives to them above it.',
  count: 1,
  suspect: false,
};

/** Fills a command's variables in. */
export type Filling = (command: Command, settings: Settings) => Filled;

/**
 * Fills in the variables of the commands of a stretch, as far as the script above sets them. The others stay as they
 * are written, and so do all once what is filled in has grown far beyond the stretch itself.
 */
export function fillingWithin(text: string, within: Span): Filling {
  const budget: Budget = { left: 4 * (within.end - within.start) + 100_000 };
  return ({ words, input }, settings) => {
    if (!words.some(isOpen) && (input === undefined || !isOpen(input))) return { words, input, used: [] };
    const used = new Set<Setting>();
    const filler: Filler = { text, settings, used, budget };
    const filled = words.flatMap((word) => fillAll(filler, word));
    return { words: filled, input: input === undefined ? undefined : fill(filler, input, 0), used: [...used] };
  };
}

function isOpen({ unknowns }: Word): boolean {
  return unknowns.length > 0;
}

/** How many more UTF-16 code units may be filled in. */
interface Budget {
  left: number;
}

interface Filler {
  readonly text: string;
  readonly settings: Settings;
  readonly used: Set<Setting>;
  readonly budget: Budget;
}

function fill(filler: Filler, word: Word, depth: number): Word {
  return filledWord(word, (unknown, source) => {
    if (unknown.kind === 'substitution') return fillSubstitution(filler, unknown, source, depth);
    const setting = settingOf(filler, unknown, source);
    const [value, more] = setting?.words ?? [];
    if (setting === undefined || value === undefined || more !== undefined || isSubstituted(value)) return undefined;
    if (!spend(filler, setting, value.text.length)) return undefined;
    return depth < deepest ? fill(filler, value, depth + 1) : value;
  });
}

/** What a substitution gives that is written in the command itself. */
function fillSubstitution(filler: Filler, { text }: Unknown, source: number, depth: number): Word | undefined {
  if (depth > 0 || !filler.text.startsWith(text, source)) return undefined;
  const value = substitutedText(filler.text, source, source + text.length, filler.settings.files);
  return value === undefined ? undefined : fill(filler, value, depth + 1);
}

function settingOf({ settings }: Filler, { kind, text }: Unknown, source: number): Setting | undefined {
  const given = settings.argumentsFor?.(text, source);
  if (given !== undefined) return given;
  const { variables } = settings;
  const name = kind === 'variable' ? nameOf(text) : undefined;
  return name === undefined ? undefined : (variables.get(name) ?? variables.get(`$${name.toLowerCase()}`));
}

/** PowerShell gives what a variable holds as one argument, whatever blanks are in it. */
function isOfPowerShell({ settings }: Filler, { text }: Unknown): boolean {
  return !settings.variables.has(nameOf(text) ?? '');
}

function spend({ budget, used }: Filler, setting: Setting, length: number): boolean {
  if (budget.left < length) return false;
  budget.left -= length + 1;
  used.add(setting);
  return true;
}

/** A word that is a variable alone may be several words, or none. */
function fillAll(filler: Filler, word: Word): readonly Word[] {
  const [unknown] = word.unknowns;
  if (unknown === undefined) return [word];
  const setting =
    unknown.text === word.text ? settingOf(filler, unknown, spanIn(word, 0, word.text.length).start) : undefined;
  if (setting === undefined) return [fill(filler, word, 0)];
  if (setting.words.length === 1) {
    const filled = fill(filler, word, 0);
    return isQuoted(filler.text, word) || isOfPowerShell(filler, unknown) ? [filled] : fieldsOf(filled);
  }
  const length = setting.words.reduce((sum, { text }) => sum + text.length + 1, 0);
  return spend(filler, setting, length) ? setting.words.map((one) => fill(filler, one, 0)) : [word];
}

/** A variable that is made of variables, and so on; deeper ones stay as they are written. */
const deepest = 4;

/** `$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME[@]}`, `%NAME%`, and PowerShell's, which know no case. */
function nameOf(written: string): string | undefined {
  const cmd = /^%(\w+)%$/.exec(written)?.[1];
  if (cmd !== undefined) return cmd;
  const scoped = /^\$\{?(?:env|script|global):(\w+)\}?$/i.exec(written)?.[1];
  if (scoped !== undefined) return scoped;
  return /^\$\{?([A-Za-z_]\w*)(?:\[[@*]\]|:?[-=?].*)?\}?$/s.exec(written)?.[1];
}

/** What another command gives is not known. */
function isSubstituted({ unknowns }: Word): boolean {
  return unknowns.some(({ kind }) => kind === 'substitution');
}

function isQuoted(text: string, { span }: Word): boolean {
  return /["']/.test(text.charAt(span.start - 1)) || /["']/.test(text.charAt(span.end));
}

/** A shell splits what a variable without quotes holds at white space. */
function fieldsOf(word: Word): readonly Word[] {
  if (!/\s/.test(word.text)) return [word];
  return [...word.text.matchAll(/\S+/g)].map(({ 0: field, index }) => sliceWord(word, index, index + field.length));
}

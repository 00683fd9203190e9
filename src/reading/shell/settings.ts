import type { Span } from '../../sealing/span.ts';
import { mostWasted } from './find-programs.ts';
import { posix } from './posix.ts';
import { powershell } from './powershell.ts';
import { substitutedText } from './substituted-text.ts';
import { sliceWord, type Word } from './word.ts';
import { writtenText } from './written-text.ts';

/** What a script gives to a variable, or writes to a file. An array has several words. */
export interface Setting {
  readonly words: readonly Word[];
  /** All of the assignment, or of the command that writes the file. */
  readonly span: Span;
}

/** What stands above a command, by name: variables, and files. */
export interface Settings {
  readonly variables: ReadonlyMap<string, Setting>;
  readonly files: ReadonlyMap<string, Setting>;
  /** In a function: the arguments that a variable stands for which is written at this place of the source. */
  readonly argumentsFor?: (written: string, at: number) => Setting | undefined;
}

/** Reads a script from its top to its end, command by command. */
export interface Script {
  /** What is set above `end`. */
  readonly above: (end: number) => Settings;
  /** What stands before `end` is no more looked at: a command that was read. */
  readonly pass: (end: number) => void;
}

/** No script has more that matters to its requests. */
const most = 500;

/** The longest value that is read, in UTF-16 code units. */
const longest = 65_536;

/**
 * The settings of a script within a stretch: `NAME=value`, `export`, `local` and the like of POSIX shells with their
 * arrays, `set` of fish and of cmd.exe, `$name = …` and `$env:NAME = …` of PowerShell; and files that `cat`, `echo`,
 * `printf` or `tee` writes. Later ones replace earlier ones.
 */
export function scriptWithin(text: string, within: Span): Script {
  const variables = new Map<string, Setting>();
  const files = new Map<string, Setting>();
  let looked = within.start;
  let next = startBehind(text, looked, within.end);
  let wasted = 0;
  const isSpent = (): boolean => variables.size + files.size >= most || wasted > mostWasted(within);
  const above = (end: number): Settings => {
    if (next.at < looked) next = startBehind(text, looked, within.end);
    while (next.at < end && !isSpent()) {
      const { at, keyword } = next;
      const read = readSetting(text, at, keyword, Math.min(within.end, at + longest), variables);
      for (const [name, setting] of read.variables) variables.set(name, setting);
      for (const [name, setting] of read.files) files.set(name, setting);
      const isVain = read.variables.length + read.files.length === 0;
      if (isVain) wasted += read.end - at;
      // What follows on the same line may be a setting too.
      next = startBehind(text, isVain ? at + 1 : Math.max(at + 1, read.end), within.end);
    }
    looked = Math.max(looked, end);
    return { variables, files };
  };
  const pass = (end: number): void => {
    looked = Math.max(looked, end);
  };
  return { above, pass };
}

/** Where a setting may start: the keyword, the name or the program is in the group. */
const opening =
  /(?:^|[\n;]|&&)[ \t]{0,40}(?:(?:[^\s"'=()|&;@]{1,60}@[^\n$#%>"'=|&;]{1,80})?[$%#>❯] |(?:PS )?[A-Z]:\\[^\n<>|]{0,100}>)?((?:export|local|readonly|declare|typeset|setx?|cat|echo|printf|tee|read)(?=[ \t])|[A-Za-z_]\w{0,80}(?=\+?=)|\$(?:env:|script:|global:)?[A-Za-z_]\w{0,80}(?=[ \t]{0,10}=))/gi;

interface Start {
  readonly at: number;
  readonly keyword: string;
}

/** The next place where a setting may start; the end of the stretch where there is none. */
function startBehind(text: string, from: number, end: number): Start {
  opening.lastIndex = from;
  const found = opening.exec(text);
  const keyword = found?.[1] ?? '';
  return { at: found === null ? end : found.index + found[0].length - keyword.length, keyword };
}

interface Read {
  readonly variables: readonly (readonly [string, Setting])[];
  readonly files: readonly (readonly [string, Setting])[];
  readonly end: number;
}

function readSetting(text: string, at: number, keyword: string, end: number, known: Settings['variables']): Read {
  if (keyword.startsWith('$')) return readPowerShell(text, at, keyword, end);
  if (/^set/i.test(keyword)) return readSet(text, at, end);
  if (/^(?:cat|echo|printf|tee)$/i.test(keyword)) return readWriting(text, at, end);
  if (keyword === 'read') return readDocument(text, at, end);
  return readPosix(text, at, end, known);
}

function readPowerShell(text: string, at: number, keyword: string, end: number): Read {
  const value = text.indexOf('=', at) + 1;
  const command = powershell(text, value, end);
  const [word, more] = command.words;
  const name = keyword.replace(/^\$(?:env:|script:|global:)?/i, '').toLowerCase();
  const isText = word !== undefined && more === undefined && !/^[@([]/.test(word.text);
  const span = { start: at, end: command.end };
  return { variables: isText ? [[`$${name}`, { words: [word], span }]] : [], files: [], end: command.end };
}

/** `set -gx NAME value` of fish; `set NAME=value` of cmd.exe, whose value goes to the end of the line. */
function readSet(text: string, at: number, end: number): Read {
  const line = text.indexOf('\n', at);
  const stop = line === -1 || line > end ? end : line;
  const found = /^setx?[ \t]+"?([A-Za-z_]\w{0,80})=/i.exec(text.slice(at, at + 120));
  if (found?.[1] !== undefined) {
    const from = at + found[0].length;
    const to = found[0].includes('"') && text.charAt(stop - 1) === '"' ? stop - 1 : stop;
    const span = { start: from, end: Math.max(from, to) };
    const word: Word = { text: text.slice(from, to), span, unknowns: [], runs: [{ at: 0, source: from }] };
    return { variables: [[found[1], { words: [word], span: { start: at, end: stop } }]], files: [], end: stop };
  }
  const command = posix(text, at, end);
  const [name, ...words] = command.words.slice(1).filter(({ text: word }) => !/^-{1,2}\w+$/.test(word));
  const isSetting = name !== undefined && /^[A-Za-z_]\w{0,80}$/.test(name.text) && words.length > 0;
  const setting = { words, span: { start: at, end: command.end } };
  return { variables: isSetting && words.length < 3 ? [[name.text, setting]] : [], files: [], end: command.end };
}

/** Assignments before a command are for that command alone, and words are no assignments: both give nothing. */
function readPosix(text: string, at: number, end: number, known: Settings['variables']): Read {
  const command = posix(text, at, end);
  const span = { start: at, end: command.end };
  const none = { variables: [], files: [], end: command.end };
  if (command.damages.size > 0) return none;
  const words = command.words.filter(
    ({ text: word }, index) => !(index === 0 && /^[a-z]+$/.test(word)) && !/^-\w+$/.test(word),
  );
  const last = words.at(-1);
  const [, name, plus] = /^([A-Za-z_]\w{0,80})(\+?)=/.exec(last?.text ?? '') ?? [];
  const bracket = last === undefined || name === undefined ? -1 : last.span.start + `${name}${plus}=`.length;
  if (name !== undefined && text.charAt(bracket) === '(') {
    const read = readArray(text, bracket + 1, end);
    const before = plus === '' ? [] : (known.get(name)?.words ?? []);
    return { ...none, variables: [[name, { words: [...before, ...read.words], span }]], end: read.end };
  }
  const variables = words.map((word): readonly [string, Setting] | undefined => {
    const name = /^([A-Za-z_]\w{0,80})=/.exec(word.text)?.[1];
    const value = name === undefined ? undefined : assignedValue(text, sliceWord(word, name.length + 1));
    return name === undefined || value === undefined ? undefined : [name, { words: [value], span }];
  });
  const set = variables.filter((entry) => entry !== undefined);
  return set.length < words.length ? none : { ...none, variables: set };
}

/** A substitution alone may be known. */
function assignedValue(text: string, word: Word): Word {
  const [unknown] = word.unknowns;
  if (unknown?.text !== word.text) return word;
  return substitutedText(text, word.span.start, word.span.end, new Map()) ?? word;
}

/** `read -r -d '' NAME <<'EOF' … EOF`. */
function readDocument(text: string, at: number, end: number): Read {
  const { words, input, end: to } = posix(text, at, end);
  const name = words.at(-1)?.text ?? '';
  const isWhole = words.some(({ text: word }) => /^-\w{0,3}d$/.test(word)) && /^[A-Za-z_]\w{0,80}$/.test(name);
  if (!isWhole || input === undefined) return { variables: [], files: [], end: to };
  const value = sliceWord(input, 0, input.text.replace(/\n+$/, '').length);
  return { variables: [[name, { words: [value], span: { start: at, end: to } }]], files: [], end: to };
}

function readArray(
  text: string,
  start: number,
  end: number,
): { readonly words: readonly Word[]; readonly end: number } {
  const words: Word[] = [];
  let at = start;
  while (at < end && words.length < most) {
    const line = posix(text, at, end);
    for (const word of line.words) words.push(word);
    if (text.charAt(line.end) !== '\n') return { words, end: Math.min(end, line.end + 1) };
    at = line.end + 1;
  }
  return { words, end: at };
}

/** `cat > FILE <<'EOF'`, `echo '…' > FILE`. */
function readWriting(text: string, at: number, end: number): Read {
  const command = posix(text, at, end);
  const written = writtenText(command.words, command.input);
  const span = { start: at, end: command.end };
  const file = command.output?.text ?? (command.words[0]?.text === 'tee' ? command.words[1]?.text : undefined);
  if (written === undefined || file === undefined || command.damages.size > 0)
    return { variables: [], files: [], end: command.end };
  return { variables: [], files: [[file.replace(/^\.\//, ''), { words: [written], span }]], end: command.end };
}

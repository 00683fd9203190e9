import type { Tokenizer } from './command.ts';
import { joinWords } from './joined-words.ts';
import { builtWord, type Word, type WordBuilder } from './word.ts';

/**
 * What stands between two strings of a list: a comma, with the bracket of a second list, `args:` of YAML, or the call
 * that takes the next argument, as in Rust.
 */
const between = String.raw`\s{0,200}(?:,\s{0,200}(?:\[\s{0,200})?|\]\s{0,200}args:\s{0,20}\[\s{0,200}|\)\s{0,200}\.args?\(\s{0,200}&?\[?\s{0,200})`;

const opening = new RegExp(String.raw`^[\w.-]{1,12}["']${between}[a-z]{0,2}["']`);

/** Whether a command that starts so is a list of strings: `"curl", "-X", …`, `'curl', ['-X', …`. */
export function isListed(head: string): boolean {
  return opening.test(head.slice(0, 1_000));
}

const separator = new RegExp(`["']?${between}`, 'y');
const quoted = /[a-z]{0,2}(?:"((?:[^"\\\n]|\\.){0,20000})"|'((?:[^'\\\n]|\\.){0,20000})')/y;
const variable = /[A-Za-z_$][\w.$]{0,80}(?:\([^()\n]{0,200}\))?/y;
const plus = /["']?[ \t]{0,20}\+\s{0,40}/y;

/**
 * A command as programs give it to others, as a list of strings: `subprocess.run(["curl", "-X", "POST", url])`, Docker's
 * `CMD ["curl", …]`, Node's `spawn('curl', ['-X', …])`, Rust's `Command::new("curl").arg("-X")`. No shell reads it, so
 * nothing but the language's own escapes stands in it; what is no string is a variable.
 */
export const listed: Tokenizer = (text, start, end) => {
  const program = /^[\w.-]{1,12}/.exec(text.slice(start, start + 12))?.[0] ?? '';
  const words = [...builtWord((into) => into.add(program, start))];
  let index = start + program.length;
  for (;;) {
    const at = behind(separator, text, index, end);
    const first = at === undefined ? undefined : operandAt(text, at, end);
    if (first === undefined) break;
    const parts = [...first.words];
    index = first.end;
    for (let next = behind(plus, text, index, end); next !== undefined; next = behind(plus, text, index, end)) {
      const more = operandAt(text, next, end);
      if (more === undefined) break;
      parts.push(...more.words);
      index = more.end;
    }
    words.push(joinWords('', parts));
  }
  const last = text.charAt(index);
  return { words, end: Math.min(end, last === '"' || last === "'" ? index + 1 : index), damages: new Set() };
};

/** The offset behind what a sticky pattern finds at `index`. */
function behind(pattern: RegExp, text: string, index: number, end: number): number | undefined {
  pattern.lastIndex = index;
  return pattern.test(text) && pattern.lastIndex < end ? pattern.lastIndex : undefined;
}

interface Operand {
  readonly words: readonly Word[];
  /** The quote that closes a string stands there. */
  readonly end: number;
}

/** A string, or a variable. */
function operandAt(text: string, at: number, end: number): Operand | undefined {
  quoted.lastIndex = at;
  const string = quoted.exec(text);
  if (string !== null) {
    const close = quoted.lastIndex - 1;
    if (close >= end) return undefined;
    return { words: builtWord((into) => addString(into, string[1] ?? string[2] ?? '', close)), end: close };
  }
  variable.lastIndex = at;
  const name = variable.exec(text)?.[0];
  if (name === undefined || at + name.length > end) return undefined;
  return { words: builtWord((into) => into.addUnknown('variable', name, at)), end: at + name.length };
}

/** What stands between the quotes, which end at `end` in the source. */
function addString(into: WordBuilder, inner: string, end: number): void {
  const start = end - inner.length;
  into.open(start);
  for (const { 0: part, index } of inner.matchAll(/\\[\s\S]|[^\\]+/g)) {
    if (!part.startsWith('\\')) into.add(part, start + index);
    else into.add(escapes.get(part.charAt(1)) ?? part.charAt(1), start + index, part.length);
  }
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
]);

import type { Tokenizer } from './command.ts';
import { type Word, wordBuilder } from './word.ts';

/** Whether a command that starts so is a list of strings: `"curl", "-X", …`, `'curl', ['-X', …`. */
export function isListed(head: string): boolean {
  return /^[\w.-]{1,12}["'],\s{0,40}(?:\[\s{0,40})?[a-z]{0,2}["']/.test(head);
}

const separator = /["']?\s{0,200},\s{0,200}(?:\[\s{0,200})?/y;
const quoted = /[a-z]{0,2}(?:"((?:[^"\\\n]|\\.){0,20000})"|'((?:[^'\\\n]|\\.){0,20000})')/y;
const variable = /[A-Za-z_$][\w.$]{0,80}(?:\([^()\n]{0,200}\))?/y;

/**
 * A command as programs give it to others, as a list of strings: `subprocess.run(["curl", "-X", "POST", url])`, Docker's
 * `CMD ["curl", …]`, Node's `spawn('curl', ['-X', …])`. No shell reads it, so nothing but the language's own escapes
 * stands in it; what is no string is a variable.
 */
export const listed: Tokenizer = (text, start, end) => {
  const program = /^[\w.-]{1,12}/.exec(text.slice(start, start + 12))?.[0] ?? '';
  const words: Word[] = [];
  const push = (add: (into: ReturnType<typeof wordBuilder>) => void): void => {
    const into = wordBuilder();
    add(into);
    const word = into.build();
    if (word !== undefined) words.push(word);
  };
  push((into) => into.add(program, start));
  let index = start + program.length;
  for (;;) {
    separator.lastIndex = index;
    if (!separator.test(text) || separator.lastIndex >= end) break;
    const at = separator.lastIndex;
    quoted.lastIndex = at;
    const string = quoted.exec(text);
    variable.lastIndex = at;
    const name = string === null ? variable.exec(text) : null;
    if ((string === null && name === null) || Math.max(quoted.lastIndex, variable.lastIndex) > end) break;
    if (name !== null) push((into) => into.addUnknown('variable', name[0], at));
    if (string !== null) push((into) => addString(into, string[1] ?? string[2] ?? '', quoted.lastIndex - 1));
    index = string === null ? variable.lastIndex : quoted.lastIndex - 1;
  }
  const last = text.charAt(index);
  return { words, end: Math.min(end, last === '"' || last === "'" ? index + 1 : index), damages: new Set() };
};

/** What stands between the quotes, which end at `end` in the source. */
function addString(into: ReturnType<typeof wordBuilder>, inner: string, end: number): void {
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

import { isBlank } from '../characters.ts';
import type { Separator } from '../scan.ts';
import type { NameSpan } from './assigned-name.ts';

/** `apiKey: string = …`, `var apiToken string = …`, `const char *password = …`, `ApiKey { get; set; } = …`, `@pwd nvarchar(50) = …`. */
const declaration =
  /([A-Za-z_]\w{1,60})(?:\??:\s{0,2}|\s{1,4}(?:As )?)(?!As )[\w.<>]{1,30}(?:\((?:max|\d{1,5})\))?(?: \| \w{1,20})?\s{0,4}$|([A-Za-z_]\w{1,60})\s?\{[ \w;]{1,30}\}\s{0,4}$/;

/** The name of what is declared, or of a member in braces, where none stands right before the separator at `at`. */
export function declaredBefore(text: string, at: number, separator: Separator): NameSpan | undefined {
  if (separator === ':' && isBlank(text.charCodeAt(at - 1)) && text.charCodeAt(at + 1) !== 61)
    return explicitKey(text, at);
  const isAssigned = separator === '=' || text.charCodeAt(at + 1) === 61;
  if (!isAssigned || !'})'.includes(text.charAt(beforeBlank(text, at) - 1))) return undefined;
  return memberInBraces(text, at) ?? declaredName(text, at);
}

/** YAML's `? password`, and on the next line `: …`. */
function explicitKey(text: string, at: number): NameSpan | undefined {
  const from = Math.max(0, at - 140);
  const found = /(?:^|\n)[ \t]{0,40}\? ["']?([\w.-]{1,60})["']?[ \t]{0,4}\r?\n[ \t]{0,40}$/.exec(text.slice(from, at));
  if (found?.[1] === undefined) return undefined;
  const start = from + found.index + found[0].indexOf(found[1]);
  return { start, end: start + found[1].length };
}

/** Perl's `$config->{password} = …` and `$config{'password'} = …`. */
function memberInBraces(text: string, at: number): NameSpan | undefined {
  const found = /(?:->|[$\w\]}])\{["']?([A-Za-z_][\w-]{1,60})["']?\}\s?$/.exec(text.slice(Math.max(0, at - 80), at));
  if (found?.[1] === undefined) return undefined;
  const start = Math.max(0, at - 80) + found.index + found[0].indexOf(found[1]);
  return { start, end: start + found[1].length };
}

function beforeBlank(text: string, at: number): number {
  return text.charCodeAt(at - 1) === 32 ? at - 1 : at;
}

/** The name that is declared with its type behind it, before `at`. */
export function declaredName(text: string, at: number): NameSpan | undefined {
  const from = Math.max(0, at - 110);
  const found = declaration.exec(text.slice(from, at));
  const name = found?.[1] ?? found?.[2];
  return found === null || name === undefined
    ? undefined
    : { start: from + found.index, end: from + found.index + name.length };
}

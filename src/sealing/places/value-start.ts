import type { Separator } from '../scan.ts';
import { behind } from '../within.ts';
import type { Assigned } from './assigned.ts';
import { skipBlanks, skipSpaces } from './slot.ts';

/** `os.getenv("API_KEY", default="…")`. */
const namedDefault = /^\s{0,4}(?:default|fallback|default_value|defaultValue) ?[=:] ?(?=["'`])/;

/** `**Client Secret:** …`, as Markdown closes its marks after the colon. */
const closedMarks = /^[*_]{1,2}(?=\s)/;

/** `-H X-Api-Key:\\ …`, in a word of a command line without quotes. */
const shellBlank = /^\\{1,4} (?=\S)/;

/** `password: !!str …`, `password: &name …`: a type and an anchor of YAML; `password = 0x5581 "…"`, an address of gdb. */
const tag = /^(?:!!\w{1,12} {1,4}|&[\w-]{1,16} {1,4}|0x[0-9a-f]{2,16} (?="))(?=[^\s=])/;

/** `password: >- …`, a block scalar of YAML whose lines were put into one. */
const blockMark = /^(?:\||>(?=[-+\d]))[-+\d]{0,2} {1,8}(?=\S)/;

/** Where the second argument of a call begins, over the name of what is taken where there is no value. */
export function afterDefault(text: string, at: number, separator: Separator): number {
  return separator === ',' ? behind(text, at, namedDefault) : at;
}

/** Where a value begins whose separator ends at `after`: behind blanks, and marks that are none of it. */
export function valueStart(text: string, { named, separator }: Assigned, after: number): number {
  const first =
    separator === ','
      ? skipBlanks(text, after)
      : skipSpaces(text, behind(text, afterShellDefault(text, named.start, after), closedMarks));
  const from = behind(text, behind(text, first, shellBlank), tag);
  return separator === ':' ? behind(text, from, blockMark) : from;
}

/** `${TOKEN:-…}`: what a shell takes where the variable has no value. */
function afterShellDefault(text: string, start: number, at: number): number {
  return text.startsWith('-', at) && text.startsWith('${', start - 2) ? at + 1 : at;
}

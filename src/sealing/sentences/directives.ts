import { shellWordAt } from '../commands/shell-words.ts';
import { takeOfKind } from '../places/by-kind.ts';
import { quotedSlot, skipSpaces } from '../places/slot.ts';
import type { Scan } from '../scan.ts';
import type { Noun } from './noun-value.ts';

/**
 * What takes a name and its value with nothing but blanks between: shells (`set -gx`, `setenv`), images (`ENV`), servers
 * (nginx, Apache, HAProxy, Caddy), command lines of services (`aws configure set`, `netlify env:set`, `consul kv put app/`).
 */
const directive =
  /(?:^|[\s;{(])(?:set (?:-{1,2}[a-zA-Z]{1,10} ){1,2}|(?:setenv|SetEnv|setx|ENV|proxy_set_header|add_header|(?:fastcgi|uwsgi|scgi)_param|header_up|header_down|env:set|set-header|add-header) |(?:Request)?Header (?:always )?(?:set|add|append) |(?:env|config|configure|variables?|secrets?|kv|var) (?:set|put) |(?:npm|pnpm) set |config:set |chamber write \S{1,40} |etcdctl put )(?:--?[a-z]{2,12} )?["']?(?:[\w./@-]{1,60}[/:])?$/;

/** What sets a variable that a program has: Tcl's `set password "…"`, nginx's `set $api_token "…"`. There it is a string. */
const setter = /(?:^|[\n;{])[ \t]{0,12}(?:dict )?set (?:\w{1,30} )?\$?$/;

/** BIND's and FreeRADIUS' `secret "…";`, a statement of its own. */
const statement = /(?:^|[\n;{])[ \t]{0,12}$/;

/** `-Password '…'`, as PowerShell and Java's tools write their options; of the latter `-storepass …`. */
const option = /(?:^|\s)-$/;

const reach = 140;

function isStatement(text: string, end: number, before: string): boolean {
  return text.charCodeAt(end) === 59 && statement.test(before);
}

/** The value behind a name that a directive takes. Returns where to read on; undefined where none does. */
export function takeDirected(scan: Scan, noun: Noun, end: number): number | undefined {
  const { text } = scan;
  const behind = text.charCodeAt(end) === 34 || text.charCodeAt(end) === 39 ? end + 1 : end;
  const at = skipSpaces(text, behind);
  if (at === behind || noun.key) return undefined;
  const before = text.slice(Math.max(0, noun.start - reach), noun.start);
  const quoted = quotedSlot(text, at);
  const isOption = option.test(before) && (quoted !== undefined || /pass$/.test(noun.name));
  const isSet = quoted !== undefined && (setter.test(before) || isStatement(text, quoted.next, before));
  if (!isOption && !directive.test(before) && !isSet) return undefined;
  const word = quoted ?? shellWordAt(text, at);
  const value = text.slice(word.start, word.end).replace(/;$/, '');
  if (quoted === undefined && /^[-<>|&($]|^[\w.]{1,60}=[^=]/.test(value)) return undefined;
  takeOfKind(scan, word.start, word.start + value.length, noun.kind, noun.name);
  return word.start + value.length;
}

import { lineEnd } from '../lines.ts';
import type { AssignedName } from '../names/assigned-name.ts';
import { type Scan, take } from '../scan.ts';
import type { SecretKind } from '../secret.ts';
import { looksLikeValue } from '../values/suspicion.ts';
import { indexWithin } from '../within.ts';
import type { Header } from './assigned.ts';
import { takeCookies } from './cookies.ts';
import { takeCredentials } from './credentials.ts';
import { quotedSlot, type Slot, skipBlanks } from './slot.ts';

/**
 * The header field that a list stands under, where it is one whose values have a form of their own; `values` where only
 * what looks like a value is one.
 */
export type ListHeader = Header | 'values';

const longestList = 50_000;

/** The strings of a list or an object under a secret's name: `"set-cookie": ["…"]`, `cookies={'sid': '…'}`. */
export function takeList(
  scan: Scan,
  named: AssignedName,
  from: number,
  kind: SecretKind,
  header: ListHeader,
): number | undefined {
  const { text } = scan;
  const object = text.charAt(from) === '{';
  const inner = skipBlanks(text, from + 1);
  if (object && kind !== 'cookie' && !isOneString(text, inner)) return undefined;
  const first = text.charAt(inner);
  if (header === 'credentials' && !object && /[A-Za-z]/.test(first)) return takeBareList(scan, from, named.name);
  if (first === '' || !'"\'`{\\'.includes(first)) return undefined;
  const limit = Math.min(text.length, from + longestList);
  let at = from + 1;
  while (at < limit) {
    const char = text.charAt(at);
    if (char === (object ? '}' : ']')) return at + 1;
    const slot = quotes.has(char) ? quotedSlot(text, at) : undefined;
    if (slot === undefined) at += 1;
    else if (text.charAt(skipBlanks(text, slot.next)) === ':') at = slot.next + 1;
    else {
      takeElement(scan, named, { at, slot, kind, header, object });
      at = slot.next;
    }
  }
  return at;
}

/** Go's `{"…"}`. */
function isOneString(text: string, at: number): boolean {
  const slot = quotedSlot(text, at);
  return slot !== undefined && text.charAt(skipBlanks(text, slot.next)) === '}';
}

/** `[Bearer …]`, as Java and Go print a map of fields. */
function takeBareList(scan: Scan, from: number, name: string): number | undefined {
  const end = indexWithin(scan.text, ']', from, lineEnd(scan.text, from));
  if (end < 0) return undefined;
  takeCredentials(scan, from + 1, end, name);
  return end + 1;
}

const quotes: ReadonlySet<string> = new Set('"\'`\\');

interface Element {
  readonly at: number;
  readonly slot: Slot;
  readonly kind: SecretKind;
  readonly header: ListHeader;
  readonly object: boolean;
}

function takeElement(scan: Scan, named: AssignedName, { at, slot, kind, header, object }: Element): void {
  const { text } = scan;
  const key = /["'](\w{1,20})["']\s{0,4}:\s{0,4}$/.exec(text.slice(Math.max(0, at - 32), at))?.[1]?.toLowerCase();
  const value = text.slice(slot.start, slot.end);
  if (header === 'credentials') takeCredentials(scan, slot.start, slot.end, named.name);
  else if (header === 'cookie' || (kind === 'cookie' && value.includes(';'))) takeCookies(scan, slot.start, slot.end);
  else if (key !== undefined && !object && plainMembers.has(key)) return;
  else if (header === 'values' && !looksLikeValue(value)) return;
  else if (object || (!/\s/.test(value) && !isWordOfList(kind, value))) take(scan, slot.start, slot.end, kind);
}

/** `"tokens": ["access", "refresh"]`: which kinds there are, where a secret would have more to it. */
function isWordOfList(kind: SecretKind, value: string): boolean {
  return kind !== 'password' && /^[a-z_]{1,12}$/.test(value);
}

/** Members that are no value: of a HAR's cookie, of a secret that is kept elsewhere. */
const plainMembers: ReadonlySet<string> = new Set(
  'name path domain expires samesite comment priority valuefrom arn secretname mountpath'.split(' '),
);

import { columnOf, lineEnd } from '../lines.ts';
import type { NameSpan } from '../names/assigned-name.ts';
import { isPublicName, kindOfName } from '../names/names.ts';
import { type NameRole, type Scan, take } from '../scan.ts';
import type { SecretKind } from '../secret.ts';
import { isKept, isNamed } from '../values/key-value.ts';
import { isUuid, looksSecret } from '../values/suspicion.ts';
import { indexWithin } from '../within.ts';
import { bareSlot, quotedSlot, type Slot, skipBlanks, skipSpaces } from './slot.ts';

const plural = /^(?:[\w-]*[_-])?(?:secrets|credentials|tokens|passwords|api[_-]?keys|git(?:hub|lab)-(?:oauth|token))$/i;

const longestSection = 4_000;
const mostLines = 60;

/**
 * What stands under the plural of a secret's name at `span`, whose separator ends at `after`: in braces, or on the deeper
 * lines below, each under a name of its own: `"tokens": {"alice": "…"}`. It has to look like a secret, since an id and a
 * region may stand there too.
 */
export function takePlural(scan: Scan, { start, end }: NameSpan, after: number, role: NameRole): void {
  const { text } = scan;
  const kind = role.secret ?? role.listed;
  if (kind === undefined || !plural.test(text.slice(start, end))) return;
  const from = skipBlanks(text, after);
  if (text.charCodeAt(from) === 123) takeMembers(scan, from, kind);
  else if (lineEnd(text, after) === skipSpaces(text, after)) {
    const column = columnOf(text, start);
    takeLines(scan, from, kind, (at) => columnOf(text, at) > column);
  }
}

/** The strings in the braces that open at `from`, under whatever names. */
export function takeMembers(scan: Scan, from: number, kind: SecretKind): void {
  const { text, progress } = scan;
  if (from < progress.members) return;
  const close = indexWithin(text, '}', from, from + longestSection);
  const end = close < 0 ? Math.min(text.length, from + longestSection) : close;
  progress.members = end;
  for (const { 0: whole, 1: name = '', index } of text.slice(from, end).matchAll(member)) {
    const slot = quotedSlot(text, from + index + whole.length);
    if (slot !== undefined) takeMember(scan, name, slot, kind);
  }
}

const member = /([\w.@/-]{1,80})\\{0,3}["']?\s{0,3}[:=]\s{0,3}(?=\\{0,3}["'])/g;

/** `[secrets]`, of which the word in brackets stands from `start` to `end`: the lines up to the next section. */
export function takeSection(scan: Scan, start: number, end: number, kind: SecretKind): void {
  const { text } = scan;
  if (text.charCodeAt(start - 1) !== 91 || text.charCodeAt(end) !== 93 || columnOf(text, start) !== 1) return;
  if (plural.test(text.slice(start, end)))
    takeLines(scan, lineEnd(text, end), kind, (at) => text.charCodeAt(at) !== 91);
}

function takeLines(scan: Scan, from: number, kind: SecretKind, belongs: (at: number) => boolean): void {
  const { text } = scan;
  let at = skipBlanks(text, from);
  for (let lines = 0; lines < mostLines && at < text.length && at - from < longestSection && belongs(at); lines += 1) {
    takeEntry(scan, at, kind);
    at = skipBlanks(text, lineEnd(text, at));
  }
}

const entry = /^["']?([\w.@/-]{1,80})["']?[ \t]{0,8}[:=][ \t]{1,8}|^([\w.@/-]{1,80})=/;

/** `name: value` and `name = value`, a line of its own that starts at `at`. */
function takeEntry(scan: Scan, at: number, kind: SecretKind): void {
  const { text } = scan;
  const found = entry.exec(text.slice(at, at + 180));
  if (found === null) return;
  const from = at + found[0].length;
  takeMember(scan, found[1] ?? found[2] ?? '', quotedSlot(text, from) ?? bareSlot(text, from), kind);
}

/** What has a name that tells is left to it. */
function takeMember(scan: Scan, name: string, slot: Slot, kind: SecretKind): void {
  const value = scan.text.slice(slot.start, Math.min(slot.end, slot.start + longestSection));
  if (isPublicName(name) || /(?:^|[_.-])id$|Id$/.test(name) || kindOfName(name, 'json') !== undefined) return;
  if (isUuid(value) ? kind !== 'credentials' : fits(value, kind)) take(scan, slot.start, slot.end, kind);
}

function fits(value: string, kind: SecretKind): boolean {
  return kind === 'password' ? looksSecret(value) && !isNamed(value) : isKept(value);
}

import { columnOf, lineEnd } from '../lines.ts';
import { type Scan, take } from '../scan.ts';
import type { SecretKind } from '../secret.ts';
import { isCompact, looksLikeValue, looksSecret } from '../values/suspicion.ts';
import { quotedSlot, skipBlanks } from './slot.ts';

const longestList = 4_000;
const mostItems = 200;

/**
 * The items of a list of YAML under a secret's name, `from` its separator on: `[…, …]` without quotes, and `- …` on the
 * lines below. What looks like a secret is taken. Returns where to read on; undefined where no such list stands there.
 */
export function takeBareItems(scan: Scan, from: number, kind: SecretKind): number | undefined {
  const { text } = scan;
  const first = text.charCodeAt(from);
  if (first === 91) return takeFlow(scan, from, kind);
  return first === 10 || first === 13 ? takeLines(scan, from, kind) : undefined;
}

const flow = /^\[ ?[^\s,[\]{}"'`]{8,2000}(?:, ?[^\s,[\]{}"'`]{1,2000}){0,100} ?\]/;

function takeFlow(scan: Scan, from: number, kind: SecretKind): number | undefined {
  const list = flow.exec(scan.text.slice(from, from + longestList))?.[0];
  if (list === undefined) return undefined;
  for (const { 0: item, index } of list.matchAll(/[^\s,[\]]+/g)) {
    if (looksSecret(item)) take(scan, from + index, from + index + item.length, kind);
  }
  return from + list.length;
}

const item = /^- (?:["']?)(?=[^\s[{&*!|>-])(?![\w.-]{1,60}:(?:\s|$))/;

function takeLines(scan: Scan, from: number, kind: SecretKind): number | undefined {
  const { text } = scan;
  const column = columnOf(text, skipBlanks(text, from));
  let taken: number | undefined;
  let at = skipBlanks(text, from);
  for (
    let count = 0;
    count < mostItems && columnOf(text, at) === column && item.test(text.slice(at, at + 80));
    count += 1
  ) {
    const end = lineEnd(text, at);
    const slot = quotedSlot(text, at + 2) ?? { start: at + 2, end: endOfItem(text, at + 2, end) };
    if (fits(text.slice(slot.start, slot.end), kind)) {
      take(scan, slot.start, slot.end, kind);
      taken = end;
    }
    at = skipBlanks(text, end);
  }
  return taken;
}

/** Before a remark or blanks at the end of the line. */
function endOfItem(text: string, start: number, end: number): number {
  return start + (/[ \t]+(?:#.*)?$/.exec(text.slice(start, end))?.index ?? end - start);
}

function fits(value: string, kind: SecretKind): boolean {
  if (/\s/.test(value)) return false;
  return looksSecret(value) || isCompact(value) || (kind === 'password' && value.length >= 6 && looksLikeValue(value));
}

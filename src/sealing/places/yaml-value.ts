import { columnOf, lineEnd } from '../lines.ts';
import type { AssignedName } from '../names/assigned-name.ts';
import { looksLikeValue } from '../values/suspicion.ts';
import { indexWithin } from '../within.ts';
import { bareSlot, quotedSlot, skipBlanks } from './slot.ts';
import type { Value } from './value.ts';

/** YAML's block scalars: `password: |` and the deeper lines below it. */
export function blockValue(text: string, named: AssignedName, from: number): Value | undefined {
  if (!'|>'.includes(text.charAt(from))) return undefined;
  const first = lineEnd(text, from);
  if (!/^[|>][-+\d]{0,2}[ \t]*$/.test(text.slice(from, first))) return undefined;
  const start = skipBlanks(text, first);
  const indent = columnOf(text, start);
  if (indent <= columnOf(text, named.start)) return undefined;
  let end = lineEnd(text, start);
  while (end < text.length && end - start < 20_000) {
    const next = skipBlanks(text, end);
    if (next >= text.length || columnOf(text, next) < indent) break;
    end = lineEnd(text, next);
  }
  return { start, end, next: end, quote: undefined, sure: true };
}

/** What members of YAML may stand between a name and its value. */
const members = String.raw`(?:[ \t]{1,60}(?:type|description|format|in|required|title|nullable|schema|secret):[^\n]{0,120}\n){0,4}`;
const below = new RegExp(
  String.raw`^\r?\n${members}[ \t]{1,60}(?:(value): {1,4}|(?:example|default|const): {1,4}|(?=[^\s:#-][^\s:#]{3,400}[ \t]{0,4}(?:\r?\n|$)))(?=[^\s|>])`,
  'i',
);

/** `password:` of YAML, and on a deeper line below its value alone, or `value: …` among its members. */
export function valueBelow(text: string, named: AssignedName, from: number): Value | undefined {
  const code = text.charCodeAt(from);
  const found = code !== 10 && code !== 13 ? null : below.exec(text.slice(from, from + 800));
  if (found === null || named.spaced) return undefined;
  const start = from + found[0].length;
  const slot = quotedSlot(text, start) ?? bareSlot(text, start);
  const line = skipBlanks(text, from);
  if (columnOf(text, line) <= columnOf(text, named.start)) return undefined;
  const isSure = found[1] !== undefined || looksLikeValue(text.slice(slot.start, slot.end));
  return isSure ? { ...slot, sure: true } : undefined;
}

/** `secret = <<EOT`, the lines after it up to its last word, as Terraform, Ruby, Perl and PHP have it. */
export function hereDocument(text: string, from: number): Value | undefined {
  const opening = /^<{2,3}[-~]?["']?([A-Za-z_]\w{0,20})["']?[ \t]{0,4}\r?\n/.exec(text.slice(from, from + 64));
  if (opening === null) return undefined;
  const start = skipBlanks(text, from + opening[0].length);
  const end = indexWithin(text, opening[1] ?? 'EOT', start, start + 10_000);
  if (end < 0 || end > start + 10_000) return undefined;
  return { start, end, next: end, quote: undefined, sure: true };
}

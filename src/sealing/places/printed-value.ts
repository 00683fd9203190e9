import { lineEnd } from '../lines.ts';
import type { AssignedName } from '../names/assigned-name.ts';
import { labelOpen } from '../scan.ts';
import type { Slot } from './slot.ts';
import type { Value } from './value.ts';

/** A string whose length its dump says, which may have quotes in it: `string(8) "…"`. */
export function countedSlot(text: string, from: number, opening: number): Slot | undefined {
  if (text.startsWith(labelOpen, opening + 1)) return undefined;
  const length = /(?:string\(|\(len=)(\d{1,5})\) $/.exec(text.slice(from, opening))?.[1];
  const end = length === undefined ? 0 : opening + 1 + Number(length);
  return text.charAt(end) === '"' && end > opening + 1
    ? { start: opening + 1, end, next: end + 1, quote: '"' }
    : undefined;
}

/** `[password] => …`, to the end of the line, as PHP prints an array or an object. */
export function printedLine(text: string, named: AssignedName, from: number): Value | undefined {
  const end = named.start + named.name.length;
  if (text.charAt(named.start - 1) !== '[' || !/[\]:]/.test(text.charAt(end))) return undefined;
  if (!/(?:^|\n)[ \t]{0,60}\[$/.test(text.slice(Math.max(0, named.start - 62), named.start))) return undefined;
  if (!/^(?::[\w\\:]{1,90})?\] => $/.test(text.slice(end, from))) return undefined;
  const to = lineEnd(text, from);
  const isNested = /^(?:Array|[\w\\]{1,80} Object|\(?)$/.test(text.slice(from, Math.min(to, from + 100)).trimEnd());
  return isNested ? undefined : { start: from, end: to, next: to, quote: undefined, sure: true };
}

/** `{Host:db1 Password:… Port:5432}`, `map[host:db1 password:…]`, as Go prints a struct and a map. */
export function isAmongPrinted(text: string, { start, name, spaced, quoted }: AssignedName, slot: Slot): boolean {
  if (spaced || quoted || slot.start !== start + name.length + 1 || slot.end - slot.start < 4) return false;
  const before = text.slice(Math.max(0, start - 60), start);
  return (
    /[[{]$|[[{ ]\w{1,30}:\S{1,40} $/.test(before) &&
    /^(?: [A-Za-z]\w{0,40}:\S|[}\]])/.test(text.slice(slot.end, slot.end + 44))
  );
}

/** How much of a bare value stands behind a quote in it, as variables of an environment are listed: `PASSWORD=it"s…`. */
export function behindQuote(text: string, { startsLine, within, name }: AssignedName, at: number): number {
  if (!(startsLine || within !== undefined) || !/^[A-Z][A-Z\d_]*$/.test(name) || !/\w/.test(text.charAt(at - 1)))
    return 0;
  const rest = /^(?:\\?["'](?=\w)[^\s"'\\,;&|<>()]{1,200}){1,4}(?=\s|$|["'])/.exec(text.slice(at, at + 820))?.[0];
  return rest === undefined || rest.startsWith(within ?? '\0') ? 0 : rest.length;
}

import { endOfLookup } from '../values/lookup.ts';
import { bareSlot, type Slot } from './slot.ts';

const longest = 160;

/** Marks of a page that stand around a value. */
const tag = /^<\/?(?:br|p|b|i|u|a|em|strong|div|span|li|td|th|tr|pre|code|tt|font|dd|dt)[\s/>]/i;

/**
 * A bare password with what goes on behind a mark that ends other values: `P@ss,w0rd;9`, `Kx(9)pQ)42zz`, `ab"cd9Zq`. What
 * divides it from another name, closes a string or a bracket, or marks a page up, ends it still.
 */
export function wholePassword(text: string, slot: Slot): Slot {
  const looked = endOfLookup(text, slot.start);
  if (looked !== undefined) return { ...slot, end: looked, next: looked };
  let { end } = slot;
  if (end === slot.start && text.charCodeAt(end) !== 60) return slot;
  if (/[\]}]\w/.test(text.slice(end - 1, end + 1))) end = bareSlot(text, end).end;
  const limit = Math.min(text.length, slot.start + longest);
  while (end < limit && goesOn(text, slot.start, end)) {
    const next = bareSlot(text, end + 1, '', limit - end).end;
    end = Math.max(next, end + 1);
  }
  return end === slot.end ? slot : { ...slot, end, next: end };
}

function goesOn(text: string, start: number, at: number): boolean {
  const mark = text.charAt(at);
  const rest = text.slice(at, at + 48);
  if (!/^.[\w!#$%^*+~?@(]/.test(rest)) return false;
  switch (mark) {
    case '&':
      return !/^&(?:[\w.[\]-]{0,40}=|#?\w{2,8};)/.test(rest);
    case ';':
    case ',':
      return !/^.[\w.[\] -]{1,40}[=:]/.test(rest);
    case '"':
    case "'":
    case '`':
      return /^.\w/.test(rest) && isEven(text, start, mark);
    case '|':
      return isEven(text, start, mark) && !lineBefore(text, start).includes('|');
    case '<':
      return !tag.test(rest);
    case '>':
    case ')':
    case ']':
    case '}':
      return /^.\w/.test(rest);
    default:
      return false;
  }
}

/** Whether no string is open at `at` that such a quote would close. */
function isEven(text: string, at: number, quote: string): boolean {
  return lineBefore(text, at).split(quote).length % 2 === 1;
}

/** What stands before on the line. */
function lineBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - longestLine), at);
  return before.slice(before.lastIndexOf('\n') + 1);
}

const longestLine = 400;

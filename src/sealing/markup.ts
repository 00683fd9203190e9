import { kindOfName, kindOfPersonalName } from './names.ts';
import { type Scan, take } from './scan.ts';
import { indexWithin } from './within.ts';

/** The text of an XML or HTML element that starts at `at` and whose name is secret. Returns where to read on. */
export function atElement(scan: Scan, at: number): number {
  const { text } = scan;
  const opening = /^<(?:[A-Za-z][\w.-]{0,30}:)?([A-Za-z][\w.-]{1,60})(?=[\s>])/.exec(text.slice(at, at + 96));
  const name = opening?.[1];
  if (opening === null || name === undefined) return at + 1;
  const kind = kindOfName(name, 'json') ?? (scan.personalData ? kindOfPersonalName(name) : undefined);
  if (kind === undefined) return at + 1;
  const close = indexWithin(text, '>', at, at + 600);
  if (close < 0 || close - at > 600 || text.charAt(close - 1) === '/') return at + 1;
  let start = close + 1;
  let end = indexWithin(text, '<', start, start + 20_000);
  if (text.startsWith('<![CDATA[', start)) {
    start += 9;
    end = indexWithin(text, ']]>', start, start + 20_000);
  }
  if (end < 0 || end - start > 20_000 || !/^(?:\]\]>|<\/)/.test(text.slice(end, end + 3))) return close + 1;
  take(scan, start, end, kind, name);
  return end;
}

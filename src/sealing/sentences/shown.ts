import { quotedSlot } from '../places/slot.ts';
import { type Scan, take } from '../scan.ts';
import { isLong } from '../values/key-value.ts';
import { looksLikeValue } from '../values/suspicion.ts';
import type { Noun } from './noun-value.ts';

/** A shell that is told to print something, and a program that prints whatever it is given. */
const asked = new RegExp(
  [
    String.raw`(?:^|\n)[^\n$#%❯➜>]{0,120}[$#%❯➜>] ?(?:echo|print|printenv|printf|puts|cat|jq|yq|Write-(?:Host|Output))(?: -{1,2}\w{1,12}| '%s'){0,3} ["'$%.{:[(]{0,4}(?:env:)?$`,
    String.raw`(?:^|\n)(?:>>>|>|irb[^\n>]{0,30}>|\[\d{1,4}\] pry[^\n>]{0,30}>|\((?:Pdb|gdb|lldb|byebug)\)|In \[\d{1,4}\]:|iex\(\d{1,4}\)>|[a-z]{2,12}> ?|PS [^\n>]{0,80}>) ?(?:(?:p|po|pp|puts|print|echo) |(?:p|pp|puts|print|console\.log)\()?["'$%.{:[(]{0,4}(?:env:)?$`,
  ].join('|'),
);

/** What closes the expression, a file that it is read from, and the line that answers; one word is on it. */
const answer =
  /^["'%\])}]{0,4}(?: [\w./-]{1,60})?[ \t]{0,4}\r?\n(?:=> |\[\d\] |Out\[\d{1,4}\]: |(?:\$\d{1,3}|_\d{0,3}) (?:=|==>) |[($\w ]{1,30}= )?(?=["']?[^\s"'{}[\]<>$#(][^\s"']{5,4000}["']?[ \t]{0,4}(?:\r?\n|$))/;

const reach = 140;

/**
 * What a program prints at a prompt where somebody asks for a secret by its name: `$ echo $API_TOKEN`, `(Pdb) p api_key`.
 * `end` is where the name ends. Returns where to read on; undefined where none is asked for.
 */
export function takeShown(scan: Scan, noun: Noun, end: number): number | undefined {
  const { text } = scan;
  const answered = answer.exec(text.slice(end, end + 400));
  if (answered === null || !asked.test(text.slice(Math.max(0, noun.start - reach), noun.start))) return undefined;
  const at = end + answered[0].length;
  const slot = quotedSlot(text, at) ?? wordAt(text, at);
  const value = text.slice(slot.start, slot.end);
  if (noun.key ? !isLong(value) : !looksLikeValue(value)) return undefined;
  take(scan, slot.start, slot.end, noun.kind);
  return slot.next;
}

function wordAt(text: string, start: number): { readonly start: number; readonly end: number; readonly next: number } {
  const end = start + (/^\S{1,4000}/.exec(text.slice(start, start + 4_000))?.[0].length ?? 0);
  return { start, end, next: end };
}

import { lineEnd } from '../lines.ts';
import { isPublicName, kindOfName } from '../names/names.ts';
import { quotedSlot, skipSpaces } from '../places/slot.ts';
import { type Scan, take } from '../scan.ts';
import { isKept } from '../values/key-value.ts';
import { shellWordAt } from './shell-words.ts';

/** Commands whose arguments are names and values that are to be kept secret, up to the first of these. */
const keeper =
  /^(?:kv (?:put|patch)|write|var put)(?: -\S{1,60}){0,4} \S{1,100} |^secrets set (?:--?[\w-]{1,20}[= ]\S{1,60} ){0,3}/;

const mostWords = 40;

/**
 * The values of `vault kv put secret/app host=db1 main=…`, `fly secrets set MAIL=…`, `doppler secrets set MAIL …`, whose
 * names may say nothing; what has a name that says it is left to it. Never says that it took anything: more may follow.
 */
export function takeSettings(scan: Scan, start: number, end: number): undefined {
  const { text } = scan;
  const until = lineEnd(text, end);
  const opening = keeper.exec(text.slice(start, Math.min(until, start + 400)))?.[0];
  if (opening === undefined) return;
  let at = start + opening.length;
  for (let words = 0; words < mostWords && at < until; words += 1) {
    const word = shellWordAt(text, at);
    const name = /^["']?([\w./-]{1,80})=/.exec(text.slice(at, Math.min(word.end, at + 84)));
    if (name?.[1] !== undefined) takeSetting(scan, name[1], at + name[0].length, word.end);
    const next = skipSpaces(text, Math.max(word.end, at + 1));
    if (name === null && words === 0 && /^[A-Z][A-Z0-9_]{1,60}$/.test(text.slice(at, word.end)))
      takeSetting(scan, '', next, shellWordAt(text, next).end);
    at = next;
  }
}

function takeSetting(scan: Scan, name: string, at: number, end: number): void {
  const { text } = scan;
  const slot = quotedSlot(text, at) ?? { start: at, end };
  const value = text.slice(slot.start, slot.end).replace(/["']$/, '');
  if (isPublicName(name) || kindOfName(name, 'assignment') !== undefined || !isKept(value)) return;
  take(scan, slot.start, slot.start + value.length, 'secret');
}

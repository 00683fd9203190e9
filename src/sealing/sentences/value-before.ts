import { type Scan, take } from '../scan.ts';
import type { SecretKind } from '../secret.ts';
import { looksSecret } from '../values/suspicion.ts';

/** `… as the client secret`, `… is my new token`, `… <- this is the token`, and on the next line `^ that is my token`. */
const tieBefore =
  /(?:^|[\s"'`(:>])([^\s"'`()<>{}]{12,400})["'`)]{0,2}(?:\s{1,20}(?:as|is|was|are|(?<=["'`]\s{1,3})(?:for|from|in|into|to)|<-{1,2}|<=|←|\^+|\()|,(?: which)? is|\s?\(that is|\s?[-–—](?: this| that)? is)\s{1,2}["'`]?(?:(?:this|that|is|as|a|an|my|our|your|the|their|his|her|new|old|current|valid|real|full|whole|correct|generated|bearer|basic|user|user's|bot|test|prod|production|sandbox|client|access|refresh|id|api)\s){0,6}$/i;

/** `is … a valid token?`, `… (the client secret)`. */
const askedBefore =
  /(?:\b(?:is|was|does|has|can|could|would|it['’]?s)|[:→>])[ \t]["'`]?([^\s"'`()<>{}]{12,400})["'`]?[ \t]{1,2}(?:\(|(?=(?:still |not |really )?(?:an?|the|my|our|your)\s))(?:(?:still|not|really|a|an|my|our|your|the|new|old|current|valid|real|right|correct|bearer|user|test|prod|production|sandbox|client|access|refresh|id|api)\s){0,5}$/i;

const reach = 480;

/** A cheap look at whether a noun that starts at `start` may have its value before it. */
export function mayFollowValue(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1);
  if (before !== 32 && before !== 34 && before !== 39 && before !== 96) return false;
  return tiesBefore.test(text.slice(Math.max(0, start - 40), start));
}

const tiesBefore = /\b(?:as|is|was|are|for|from|in|into|to|an?|the|my|our|your)\b|[<←^(]/i;

/**
 * A value that stands before the noun that names it, which stands between `start` and `end`. It has to look like a secret.
 * True where one was taken.
 */
export function takeBefore(scan: Scan, start: number, end: number, kind: SecretKind): boolean {
  const { text } = scan;
  if (!mayFollowValue(text, start)) return false;
  const before = text.slice(Math.max(0, start - reach), start);
  const behind = text.slice(end, end + 5);
  const lines = before.slice(before.lastIndexOf('\n', before.lastIndexOf('\n') - 1) + 1);
  const found = tieBefore.exec(lines) ?? (/^\s?(?:is|was|are|[:=])/.test(behind) ? null : askedBefore.exec(lines));
  const value = found?.[1];
  if (found === null || value === undefined || /[.!?;,]$/.test(value) || !looksSecret(value)) return false;
  const at = before.lastIndexOf(value);
  const from = start - before.length + at;
  take(scan, from, from + value.length, kind);
  return true;
}

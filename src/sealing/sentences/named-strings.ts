import { quotedSlot } from '../places/slot.ts';
import type { Scan } from '../scan.ts';
import type { SecretKind } from '../secret.ts';
import { looksLikeValue } from '../values/suspicion.ts';
import { type Noun, takeRest, takeString } from './noun-value.ts';

/**
 * What ties a name in quotes to a string: Kotlin's `"…" to "…"`, Scala's `"…" -> "…"`, PHP's `s:8:"…";s:7:"…"`, PowerShell's
 * `Env:API_KEY -Value '…'`, COBOL's `PIC X(40) VALUE "…"`, ABAP's `TYPE string VALUE '…'`.
 */
const joinedTo =
  /^(?:["'](?: (?:to|->) |;s:\d{1,6}:)|["']? -Value | {1,40}(?:(?:PIC|TYPE|LENGTH) \S{1,20} {1,20}){1,2}VALUE )(?=["'])/i;

/** What the Windows registry keeps under a name. */
const registered = /^ {2,8}REG_(?:EXPAND_)?SZ {2,8}(?=\S)/;

/** A value that the form alone ties to the noun before it, which ends at `end`, whatever it looks like. */
export function takeNamedString(scan: Scan, noun: Noun, end: number, rest: string): number | undefined {
  const joint = joinedTo.exec(rest) ?? behindSign(scan.text, noun, rest);
  const words = joint?.[0].endsWith(' to ') === true && noun.kind !== 'password';
  if (joint !== null)
    return words ? takeWord(scan, end + joint[0].length, noun) : takeString(scan, end + joint[0].length, noun);
  const kept = registered.exec(rest);
  return kept === null ? undefined : takeRest(scan, end + kept[0].length, noun);
}

/** A string without a blank: `"secret" to "be told"` is a sentence. */
function takeWord(scan: Scan, at: number, noun: Noun): number | undefined {
  const slot = quotedSlot(scan.text, at);
  return slot === undefined || /\s/.test(scan.text.slice(slot.start, slot.end))
    ? undefined
    : takeString(scan, at, noun);
}

/** Clojure's `:password "…"`, and R's `$password` with `[1] "…"` on the next line. */
function behindSign(text: string, { start, name }: Noun, rest: string): RegExpExecArray | null {
  if (name.startsWith('$')) return /^\r?\n\[1\] (?=")/.exec(rest);
  return /^[\s({[,]:$/.test(text.slice(start - 2, start)) ? /^ (?=")/.exec(rest) : null;
}

/** `.setPassword("…")`, `.clientSecret("…")`: the one argument of a method that sets what it is named after. */
export function takeArgument(scan: Scan, noun: Noun, end: number): number | undefined {
  const { text } = scan;
  const slot = quotedSlot(text, end + 1);
  if (slot === undefined || text.charAt(slot.next) !== ')' || !chosen.has(noun.kind)) return undefined;
  const value = text.slice(slot.start, slot.end);
  const sets = /(?:^|\.)(?:set|with)(?=[A-Z_])/.test(noun.name);
  if (
    !sets &&
    ((!noun.name.includes('.') && text.charAt(noun.start - 1) !== '.') || !looksLikeValue(value) || /[_/ ]/.test(value))
  )
    return undefined;
  if (!/^\S{6,}$/.test(value) && !(sets && noun.kind === 'password')) return undefined;
  return takeString(scan, end + 1, noun);
}

const chosen: ReadonlySet<SecretKind> = new Set<SecretKind>([
  'password',
  'secret',
  'client secret',
  'API key',
  'token',
  'access token',
  'refresh token',
]);

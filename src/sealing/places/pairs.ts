import type { AssignedName } from '../names/assigned-name.ts';
import type { SecretKind } from '../secret.ts';
import { isLong, isNamed } from '../values/key-value.ts';
import { isCompact, isUuid, looksLikeValue, looksSecret } from '../values/suspicion.ts';
import { quotedSlot, skipBlanks } from './slot.ts';
import { afterPrefix } from './wrapped-string.ts';

/**
 * Whether a name and the value after its comma, which ends at `after`, are a pair: two arguments of a call, or two elements
 * of a list. What a call sets is one; elsewhere the value has to look like a secret, since most lists are of words.
 */
export function isPair(
  text: string,
  { start, quoted }: AssignedName,
  after: number,
  kind: SecretKind | undefined,
): boolean {
  const lead = text.slice(Math.max(0, start - reach), start);
  if (!quoted) return atom.test(lead) && kind !== undefined;
  const opening = opens.exec(lead)?.[1];
  if (opening === undefined) return setterInWords.test(lead);
  const at = skipBlanks(text, after);
  const slot = quotedSlot(text, afterPrefix(text, at));
  if (slot === undefined || setter.test(lead)) return opening === '(';
  const value = text.slice(slot.start, Math.min(slot.end, slot.start + 200)).replace(/^\\?["']|\\?["']$/g, '');
  // Each on a line of its own, as words of a list are.
  if (text.slice(after, at).includes('\n')) return isLoneValue(value);
  if (opening === '(' && !/^[a-z][a-z_.-]{0,24}$/.test(value)) return true;
  if (looksSecret(value) || isLoneValue(value)) return true;
  const isOneOfMany = amongPairs.test(lead) && /^(?:>>)?\s?[)\]};]/.test(text.slice(slot.next, slot.next + 4));
  return (isOneOfMany && kind === 'password') || ((isOneOfMany || inTurns.test(lead)) && looksLikeValue(value));
}

const reach = 240;

function isLoneValue(value: string): boolean {
  return (
    isCompact(value) ||
    (looksSecret(value) && (isUuid(value) || isLong(value)) && !isNamed(value)) ||
    /^[A-Z][\w-]{2,20} \S{8,400}$/.test(value)
  );
}

/** The mark before a name in quotes, which may be one of bytes or of a binary: `b"…"`, `<<"…"`. */
const opens = /([([{](?=\s{0,40}(?:b|<<)?["'`](?:@?[\w-]{0,30}[@:/])?$)|[,;](?=(?: ?|\r?\n\s{1,40})(?:b|<<)?["'`]$))/;

/** Erlang's `{password, "…"}`. */
const atom = /\{$/;

/** What sets what it is given: `setRequestHeader(`, `headers.append(`, `map.put(`, `define(`; no label and no message. */
const setters =
  '(?<![A-Za-z_])(?!\\w{0,24}(?:[Ee]rror|[Mm]essage|[Ll]abel|[Rr]ule|[Tt]ext))(?:[Ss]et|[Aa]dd|[Aa]ppend|[Pp]ut|[Ii]nsert|entry|define|with|header|TryAdd)(?:[A-Z_]\\w{0,30}|env)?';
const setter = new RegExp(String.raw`(?<!rrors\.)${setters}\(\s{0,40}b?["'\`](?:@?[\w-]{0,30}[@:/])?$`);
/** The same as Visual Basic and Ruby call it. */
const setterInWords = new RegExp(String.raw`(?<!rrors\.)${setters} ["']$`);

/** A bracket in brackets, the first or behind another: `[["…", "…"], ["…`, `{{"…", "…"}, {"…`; F#'s `["…", "…"; "…`. */
const amongPairs = /(?:[[{(]|[\]})],)\s{0,40}[[{(]\s?(?:b|<<)?["'`]$|["'], ?"[^"\n]{0,80}"; ?"$/;

/** Names and values in turns: `Map.of("…", "…", "…`, `headers("…", "…", "…`. */
const inTurns = /\b(?:of|headers|Pairs|hashMapOf)\([^()]{1,200}, {0,4}["']$/;

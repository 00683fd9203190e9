import { quotedSlot } from '../places/slot.ts';
import { looksLikeValue } from '../values/suspicion.ts';

/** `"password: ", "…"`, `"token=%s" % "…"`, `"secret is {}".format("…")`: the end of a string that a message is made of. */
const message =
  /^[ \t]{0,3}(?:(?:[:=]|is|was|->|→)[ \t]{0,3}(?:%[svq@]|\{\d{0,2}\}|\{\}|%\d\$s)?|(?:%[svq@]|\{\d{0,2}\}))(?:\\n|[.!'\]>)]){0,3}["'`](?:\s?[,+.&]|\s?%|\s?<<|(?<=%s(?:\\n)?["'`]))\s{0,20}(?:format\(|\(|@)?\s?(?=["'`])/;
/** `${"…"}` in a string. */
const filled = /^[ \t]{0,3}(?:[:=]|is)?[ \t]{0,3}[$#]?\{{1,2}\s?(?=["'])/;
/** `expect(password).toBe("…")`, `password.equals("…")`. */
const compared =
  /^\)?(?:\.(?:not|to|be|should|toBe|toEqual|toStrictEqual|equals?|eql|eq|isEqualTo|is|compareTo|equalsIgnoreCase|toContain|contains)){1,4}\(\s?(?=["'`])/;
/** `strcmp(password, "…")`. */
const beside = /^\s?,\s{0,4}(?=["'`])/;
/** `checkPassword("bob", "…")`, `verifyPassword(user, "…")`. */
const second = /^\(\s?(?:"[^"\n]{0,60}"|'[^'\n]{0,60}'|[\w.$]{1,40})\s?,\s{0,4}(?=["'`])/;

const placeholder = /%[svdq@]|\{\d{0,2}\}/g;
const argument = /^(?:"[^"\n]{0,100}"|'[^'\n]{0,100}'|[\w.$>()[\]-]{1,60})\s?,\s{0,20}/;
const longestMessage = 160;

/** A string that code passes beside the name of a secret that ends at `end`: where it starts. */
export function argumentBeside(text: string, start: number, end: number): number | undefined {
  const rest = text.slice(end, end + longestMessage);
  if (!/["'`]/.test(rest.slice(0, 64))) return undefined;
  const told = message.exec(rest)?.[0];
  if (told !== undefined) return behindArguments(text, start, end + told.length);
  const into = filled.exec(rest)?.[0].length;
  if (into !== undefined)
    return text.charAt(quotedSlot(text, end + into)?.next ?? end) === '}' ? end + into : undefined;
  const other =
    compared.exec(rest) ??
    (/[(\s]$/.test(text.slice(start - 1, start)) ? beside.exec(rest) : null) ??
    (/pass(?:word|wd)?$|pwd$/i.test(text.slice(start, end)) ? second.exec(rest) : null);
  return other === null ? undefined : end + other[0].length;
}

/** Whether a string may be a secret that code passes: a value without blanks, and no name. */
export function isPassed(value: string): boolean {
  return (
    value.length >= 5 && !/\s|:\/\//.test(value) && looksLikeValue(value) && !/^[a-z]+(?:[-_.:][a-z\d]+)+$/.test(value)
  );
}

/** Over the arguments of the placeholders that stand in the message before this one. */
function behindArguments(text: string, start: number, from: number): number | undefined {
  const before = text.slice(Math.max(0, start - longestMessage), start);
  const opening = Math.max(before.lastIndexOf('"'), before.lastIndexOf("'"), before.lastIndexOf('`'));
  let at = from;
  for (let count = before.slice(opening + 1).match(placeholder)?.length ?? 0; count > 0; count -= 1) {
    const length = argument.exec(text.slice(at, at + longestMessage))?.[0].length;
    if (length === undefined) return undefined;
    at += length;
  }
  return at;
}

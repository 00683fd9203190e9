import { decodeBase64, textOfBytesLenient } from '../shapes/base64.ts';

// What is left of a value that somebody cut, or that a program shows in part.

/** `eyJhbGciOi…`, `sk-...`, `abc...xyz`. A sentence may end at the last dot. */
export function isCutShort(value: string): boolean {
  const dots = value.indexOf('..');
  const at = dots < 0 ? value.indexOf('…') : dots;
  return (
    at >= 0 &&
    (/^[\w.-]{1,11}(?:\.\.|…)$/.test(value) ||
      /^[\w-]{1,6}(?:\.{3}|…)[\w-]{1,6}$/.test(value) ||
      (takenOut.test(value) && value.length <= 40))
  );
}

/** `eyJ0eX...REDACTED...Q`, `eyJ0eX..[cut]..Q`. */
const takenOut =
  /^[\w-]{1,11}(?:\.{2,3}|…)[<[(]?(?:redacted|cut|snip|removed|truncated|masked|hidden|omitted)[>\])]?(?:\.{2,3}|…)[\w-]{0,6}$/i;

/** `eyJhbGciOi...<snip>`, `eyJ[redacted]`: the same with dots for the remark. */
export function withoutRemark(value: string): string {
  return value.replace(remark, '…');
}

const remark =
  /(?:\.{2,4}|…|\*{3,})?[<[(](?:snip\w{0,4}|truncated|redacted|cut|removed|omitted|masked|hidden|elided|shortened|rest|\.{3}|…)[\w ]{0,20}[>\])]$/i;

/**
 * `eyJhbGciOiJIUzI1NiJ9...`, `eyJhbGciOiJIUzI1NiJ9.xxx.xxx`: no more of a JSON Web Token than its header, which tells how
 * it was signed.
 */
export function isHeadOfJwt(value: string): boolean {
  const head =
    value.startsWith('eyJ') && value.length < longestHead ? headAlone.exec(withoutRemark(value))?.[1] : undefined;
  const bytes = head === undefined ? undefined : decodeBase64(head);
  return bytes !== undefined && /^\{"(?:alg|typ|kid|enc|x5t|cty)"/.test(textOfBytesLenient(bytes));
}

const longestHead = 240;

const headAlone =
  /^(eyJ[A-Za-z0-9_-]{5,160})(?:\.{2,4}|\.?…|\.?\*{3,20}|(?:\.(?:[xX*.]{3,20}|[<[{(][\w -]{1,30}[>\]})])){1,2})$/;

/** `sk-proj-****1a2b`, `••••6789`, `xxxxxx6789`, `***-**-1234`. */
const shownInPart =
  /^(?:[A-Za-z0-9]{0,4}(?:[-_][a-z]{2,8}){0,2}[-_]?(?:[*•●]{3,}|[xX]{4,}(?=\d|$))[ -]?|(?:(?:[*•●]{2,}|[xX]{3,})[ -]){1,4}(?=\d))\w{0,4}$/;

/** `xxxx`, `****`, `••••`, `XXXXXXXX-XXXX`, `xxx.yyy.zzz`, `000000`: one character again and again. */
export function isMasked(value: string): boolean {
  if (shownInPart.test(value)) return true;
  const bare = value
    .replace(/^[A-Za-z]{2,12}(?:[-_][a-z]{2,8}){0,2}[-_](?=[xX*•]{3})/, '')
    .replace(/[-_. ]|={1,2}$/g, '');
  if (bare === '' || /^([a-z])\1+\.([a-z])\2+\.([a-z])\3+$|^eyJ[xX*]{3,}(?:\.[xX*]{3,}){0,2}$/i.test(value))
    return true;
  const first = bare.charAt(0);
  if (!'xX*•●#?0…·█▇■▓▒░'.includes(first)) return false;
  for (let index = 1; index < bare.length; index += 1) {
    if (bare.charAt(index) !== first) return false;
  }
  return first !== '0' || bare.length >= 6;
}

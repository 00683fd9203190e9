import { nameSpanBefore } from '../names/assigned-name.ts';
import { isPublicName, kindOfName } from '../names/names.ts';

/** The last word of a name whose value identifies a thing: `"errorId": "…"`; the public members of a key. */
const identifiers =
  /^[nxy]$|(?:^|[_.-]|(?<=[a-z])(?=[A-Z]))(?:id|ids|uid|uuid|guid|ref|reference|cursor|hash|digest|version|sha|fingerprint|thumbprint|image|avatar|src|href|arn|slug|after|before|nonce|state|challenge|sub|oid|tid)$/i;

/** Whether a name stands before a value that says whom or what it identifies. */
export function isIdentified(text: string, start: number): boolean {
  let at = start;
  while (start - at < 6 && /["'\\\s]/.test(text.charAt(at - 1))) at -= 1;
  const separator = text.charCodeAt(at - 1);
  if (separator !== 58 && separator !== 61) return false;
  const span = nameSpanBefore(text, at - 1);
  if (span === undefined) return false;
  const name = text.slice(span.start, span.end);
  return (
    isPublicName(name) || identifiers.test(name) || (/token$/i.test(name) && kindOfName(name, 'json') === undefined)
  );
}

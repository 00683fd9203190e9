import { nameSpanBefore } from '../names/assigned-name.ts';
import { isPublicName, kindOfName } from '../names/names.ts';

/** The last word of a name whose value identifies a thing: `"errorId": "…"`; the public members of a key. */
const identifiers =
  /^[nxy]$|(?:^|[_.-]|(?<=[a-z])(?=[A-Z]))(?:id|ids|uid|uuid|guid|ref|reference|cursor|hash|digest|version|sha|fingerprint|thumbprint|image|avatar|src|href|arn|slug|after|before|nonce|state|challenge|sub|oid|tid)$/i;

/** Where a name stands that has no separator: an element, a list's or a map's, an option, a member beside, a sentence. */
const elsewhere =
  /(?:<([A-Za-z][\w.-]{0,60})(?: [^<>]{0,80})?>\s{0,20}|["'\s:]([A-Za-z][\w-]{1,60})["']?\s?(?:=>\s?|:\[)["'[]?|--([A-Za-z][\w-]{1,60})[ =]["']?|["']name["']\s?:\s?["']([\w-]{2,60})["'],\s{0,12}["']value["']\s?:\s?["']|(?:^|[\s|(])([A-Za-z][\w-]{1,60})(?: (?:is|was) ["'`]?| ?["'`]))$/;

function nameElsewhere(text: string, start: number): string | undefined {
  const found = elsewhere.exec(text.slice(Math.max(0, start - 160), start));
  return found?.slice(1).find((name) => name !== undefined);
}

/** Whether a name stands before a value that says whom or what it identifies. */
export function isIdentified(text: string, start: number): boolean {
  let at = start;
  while (start - at < 6 && /["'\\\s]/.test(text.charAt(at - 1))) at -= 1;
  const separator = text.charCodeAt(at - 1);
  const span = separator === 58 || separator === 61 ? nameSpanBefore(text, at - 1) : undefined;
  const own = span === undefined ? undefined : text.slice(span.start, span.end);
  const name = own === undefined || own === 'value' ? nameElsewhere(text, start) : own;
  if (name === undefined) return false;
  if (own === 'value' || name === 'value') return isPublicName(name);
  return (
    isPublicName(name) || identifiers.test(name) || (/token$/i.test(name) && kindOfName(name, 'json') === undefined)
  );
}

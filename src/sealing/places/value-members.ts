import type { AssignedName } from '../names/assigned-name.ts';
import { type Scan, take } from '../scan.ts';
import type { SecretKind } from '../secret.ts';
import { isLong } from '../values/key-value.ts';
import { looksLikeValue } from '../values/suspicion.ts';
import { quotedSlot } from './slot.ts';

export interface Held {
  readonly kind: SecretKind;
  /** Whether brackets without a string in them may be those of a log or a map. */
  readonly bare: boolean;
}

/** What brackets that stand at `from`, in a value's place, hold of it. Returns where to read on; undefined where nothing. */
export function takeHeldIn(scan: Scan, named: AssignedName, from: number, { kind, bare }: Held): number | undefined {
  return takeValueMember(scan, named, from, kind) ?? (bare ? takeInBrackets(scan, named, from, kind) : undefined);
}

/**
 * `"password": {"value": "…"}`, `"token": {"access": "…"}`, and how databases and schemas write a string: `{"S": "…"}`,
 * `{"stringValue": "…"}`, `{"$binary": {"base64": "…"`, `{"type": "string", "default": "…"}`. What opens a session is its `id`.
 */
const valueMember =
  /^\{\s{0,40}(?:\\{0,3}["']?(?:[Tt]ype|sensitive|origin|secret)\\{0,3}["']?\s{0,3}:\s{0,3}(?:\\{0,3}["'][^"'\\\n]{1,60}\\{0,3}["']|true|false),\s{0,40}){0,3}\\{0,3}["']?(?:(value|S|stringValue|\$binary["']?\s{0,3}:\s{0,3}\{\s{0,40}["']?base64)|access|raw|plain|plaintext|secret|#text|_text|\$t|_|SecretString|[Dd]efault|example|(id))\\{0,3}["']?\s?[:=]\s?(?=\\{0,3}["'])/;

function takeValueMember(scan: Scan, named: AssignedName, from: number, kind: SecretKind): number | undefined {
  const { text } = scan;
  const member = valueMember.exec(text.slice(from, from + 300));
  const slot = member === null ? undefined : quotedSlot(text, from + member[0].length);
  if (slot === undefined) return undefined;
  const value = text.slice(slot.start, slot.end);
  const fits = member?.[2] === undefined ? looksLikeValue(value) : kind === 'session' && isLong(value);
  if (member?.[1] === undefined && !fits) return undefined;
  take(scan, slot.start, slot.end, kind, named.name);
  return slot.next;
}

/** `password=[…]`, `x-api-key:[…]`, `PWD={…};`: brackets that a log, a map or a connection string puts around each value. */
const inBrackets =
  /^(?:\[(?=[^\]]*\d)([^\s[\]"',{}]{4,2000})\](?![\w.[(])|\{(?=[^}]*\d)([^\s{}"']{4,200})\}(?=;|["']?$|["'][\s,);]))/;

/** The same of ODBC before its next setting, where a closing brace is doubled. */
const inBraces = /^\{((?:[^{}\n]|\}\}){1,200})\}(?=;[A-Za-z][\w ]{1,30}=)/;

function takeInBrackets(scan: Scan, named: AssignedName, from: number, kind: SecretKind): number | undefined {
  const { text } = scan;
  if (named.quoted) return undefined;
  const rest = text.slice(from, from + 2_010);
  const found = (kind === 'password' ? inBraces.exec(rest) : null) ?? inBrackets.exec(rest);
  const inside = found?.[1] ?? found?.[2];
  if (found === null || inside === undefined || (found[2] !== undefined && text.charAt(named.start - 1) !== ';'))
    return undefined;
  take(scan, from + 1, from + 1 + inside.length, kind, named.name);
  return from + found[0].length;
}

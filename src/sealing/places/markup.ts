import { kindOfAmbiguousName, kindOfName, kindOfPersonalName } from '../names/names.ts';
import { isOfPerson } from '../personal/personal.ts';
import { isPersonal } from '../personal/personal-values.ts';
import { type Scan, take } from '../scan.ts';
import { personalKinds, type SecretKind } from '../secret.ts';
import { looksLikeValue } from '../values/suspicion.ts';
import { behind, indexWithin } from '../within.ts';

/** The text of an XML or HTML element that starts at `at` and whose name is secret. Returns where to read on. */
export function atElement(scan: Scan, at: number): number {
  const { text } = scan;
  const opening = /^<(?:[A-Za-z][\w.-]{0,30}:)?([A-Za-z][\w.-]{0,60})(?=[\s>])/.exec(text.slice(at, at + 96));
  const name = opening?.[1];
  if (opening === null || name === undefined) return at + 1;
  if (name === 'input') return takeInput(scan, at);
  const kind =
    kindOfName(name, 'json') ??
    kindInKey(text, at, name) ??
    (scan.personalData ? personalKind(text, at, name) : undefined);
  if (kind === undefined) return takeAmbiguousElement(scan, at, at + opening[0].length, name) ?? at + 1;
  const close = indexWithin(text, '>', at, at + 600);
  if (close < 0 || close - at > 600 || text.charAt(close - 1) === '/') return at + 1;
  let start = behind(text, close + 1, /^\s{0,40}<(?:value|string|text)>(?=[^<])/i);
  let end = indexWithin(text, '<', start, start + 20_000);
  if (text.startsWith('<![CDATA[', start)) {
    start += 9;
    end = indexWithin(text, ']]>', start, start + 20_000);
  }
  const cut = end < 0 ? endOfCutOff(text, start) : undefined;
  if (cut !== undefined && !personalKinds.has(kind)) {
    take(scan, start, cut, kind, name);
    return cut;
  }
  if (end < 0 || end - start > 20_000 || !(/^(?:\]\]>|<\/)/.test(text.slice(end, end + 3)) || isLeaf(text, name, end)))
    return close + 1;
  if (!personalKinds.has(kind) || isPersonal(kind, text.slice(start, end), true)) take(scan, start, end, kind, name);
  return end;
}

/** `<ACCTID>…<ACCTTYPE>`: SGML, as OFX has it, closes no element that holds a value. */
function isLeaf(text: string, name: string, end: number): boolean {
  return /^[A-Z][A-Z0-9.]+$/.test(name) && /^<[A-Z][A-Z0-9.]{1,32}>/.test(text.slice(end, end + 36));
}

/** `<DbtrAcct><Id><Othr><Id>…`: the number of an account that has no IBAN (ISO 20022). */
function personalKind(text: string, at: number, name: string): SecretKind | undefined {
  if (name !== 'Id') return kindOfPersonalName(name);
  return /Acct>\s{0,40}<(?:\w{1,20}:)?Id>\s{0,40}<(?:\w{1,20}:)?Othr>\s{0,40}$/.test(
    text.slice(Math.max(0, at - 180), at),
  )
    ? 'account number'
    : undefined;
}

const secretParts: ReadonlySet<string> = new Set(['P', 'Q', 'D', 'DP', 'DQ', 'InverseQ']);

/** The secret numbers of a key as .NET writes it: `<RSAKeyValue><Modulus>…</Modulus><P>…</P>`. */
function kindInKey(text: string, at: number, name: string): SecretKind | undefined {
  if (!secretParts.has(name)) return undefined;
  return text.slice(Math.max(0, at - 4_000), at).includes('<Modulus>') ? 'private key' : undefined;
}

/** `<name>Jane Doe</name>` beside other elements about a person. `after`: where the name ends. */
function takeAmbiguousElement(scan: Scan, at: number, after: number, name: string): number | undefined {
  const kind = scan.personalData ? kindOfAmbiguousName(name) : undefined;
  if (kind === undefined) return undefined;
  const value = /^>([^<>]{1,80})<\//.exec(scan.text.slice(after, after + 84))?.[1];
  const end = after + 1 + (value?.length ?? 0);
  if (value === undefined || !isOfPerson(scan.text, { start: at, end }, value, kind, name)) return undefined;
  take(scan, after + 1, end, kind, name);
  return end;
}

/** Where a value ends that the text ends with, before its element was closed. */
function endOfCutOff(text: string, start: number): number | undefined {
  const found = /^\s{0,40}(?!["'\\,@:?&=.])([^\s<>]{8,4000}?)(?:\.{2,3}|…)?\s{0,8}$/.exec(
    text.slice(start, start + 4_100),
  );
  const value = found?.[1];
  if (value === undefined || start + 4_100 < text.length || !looksLikeValue(value)) return undefined;
  return start + text.slice(start, start + 4_100).indexOf(value) + value.length;
}

/** What stands in a form's field for a password, whatever its name is. */
function takeInput(scan: Scan, at: number): number {
  const { text } = scan;
  const tag = /^<input[^<>]{0,600}>/.exec(text.slice(at, at + 610))?.[0] ?? '';
  if (!/\stype=["']?password\b/i.test(tag)) return at + 1;
  const value = /\svalue=(["'])(?=[^"'])/i.exec(tag);
  if (value === null) return at + 1;
  const start = at + value.index + value[0].length;
  const length = tag.slice(value.index + value[0].length).indexOf(value[1] ?? '"');
  if (length < 0) return at + 1;
  take(scan, start, start + length, 'password');
  return start + length;
}

/** From the name of a secret to the text of an element: its own, the one within or the one after it. */
const paths: readonly RegExp[] = [
  /^["']?(?: [^<>]{0,80})?>\s{0,20}(?:<(?:value|string|val)>\s{0,20})?(?=[^<\s])/,
  /^[^<\n]{0,3}<\/[\w:.-]{1,30}>\s{0,40}(?:<[\w:.-]{1,30}(?: [^<>]{0,80})?>\s{0,20}){1,3}(?=[^<\s])/,
  /^(?:&quot;|&#34;)?&gt;\s{0,20}/,
];

/** Elements that hold what a setting is set to: plists, XML-RPC, Hadoop; Java's properties, Android's resources. */
const valueElement = /<(?:string|value)(?: [^<>]{0,80})?>\s{0,20}$/i;
const setting =
  /<(?:entry|property|param|parameter|string|setting|constant|env|arg) [^<>]{0,40}(?:key|name)=["'][^"'<>]{1,80}$/i;

/**
 * `<key>ClientSecret</key><string>…</string>`, `<entry key="db.password">…</entry>`, `<th>Token</th><td>…</td>`, and what
 * was escaped: `&lt;password&gt;…&lt;/password&gt;`. `at` is where the name ends. Undefined where no element follows.
 */
export function takeElementAfter(
  scan: Scan,
  at: number,
  kind: SecretKind,
  fits: (value: string) => boolean,
): number | undefined {
  const { text } = scan;
  const next = text.charAt(at);
  if (next === '' || !'"\'></&: '.includes(next)) return undefined;
  if (next === ' ' && text.charAt(at + 1) !== '<') return undefined;
  const rest = text.slice(at, at + 300);
  for (const path of paths) {
    const found = path.exec(rest);
    if (found === null) continue;
    const start = at + found[0].length;
    const close = /^(?:[^<>&\n]|&(?!lt;)){1,4000}?(?=\s{0,40}(?:<\/|&lt;\/))/.exec(text.slice(start, start + 4_100));
    if (close === null) return undefined;
    const value = close[0];
    const sure =
      kind === 'password' && (valueElement.test(found[0]) || setting.test(text.slice(Math.max(0, at - 120), at)));
    if (!sure && (/\s/.test(value) || !fits(value))) return undefined;
    take(scan, start, start + value.length, kind);
    return start + value.length;
  }
  return undefined;
}

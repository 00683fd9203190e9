import { type AssignedName, nameSpanBefore, readName } from '../names/assigned-name.ts';
import { declaredBefore, declaredName } from '../names/declared-name.ts';
import { isParameterName } from '../names/names.ts';
import { isKeyType } from '../names/pointing-names.ts';
import { isTypeWord, roleOf } from '../names/roles.ts';
import { takeAmbiguous, takePersonal } from '../personal/personal.ts';
import { type NameRole, notePlainRun, type Scan, type Separator, take } from '../scan.ts';
import type { SecretKind } from '../secret.ts';
import { looksLikeValue } from '../values/suspicion.ts';
import { type Assigned, headerOf } from './assigned.ts';
import { decodedValue, valueAt } from './assigned-value.ts';
import { takeBareItems } from './bare-list.ts';
import { takeCookies } from './cookies.ts';
import { takeCredentials } from './credentials.ts';
import { takeJwk } from './jwk.ts';
import { piecesAfter, takeLiterals, wrappedRest } from './literals.ts';
import { takeManifestData } from './manifest.ts';
import { hasMembersOfOwn, hasNamedMembers, holdsNone } from './other-uses.ts';
import { isPair } from './pairs.ts';
import { atParameter } from './parameter.ts';
import { takePartner } from './partner.ts';
import { takePlural } from './sections.ts';
import { signaturesIn } from './signature-parts.ts';
import { bareSlot, quotedSlot, type Slot, skipBlanks, skipSpaces } from './slot.ts';
import type { Value } from './value.ts';
import { takeList } from './value-list.ts';
import { takeHeldIn } from './value-members.ts';
import { afterDefault, valueStart } from './value-start.ts';

/**
 * Looks at a separator between `at` and `after`: takes the value on its right where the name on its left says that it
 * is secret. Returns where to read on.
 */
export function atSeparator(scan: Scan, at: number, next: number, separator: Separator): number {
  const { text } = scan;
  const after = afterDefault(text, next, separator);
  const span = nameSpanBefore(text, at) ?? declaredBefore(text, at, separator);
  if (span === undefined) return after;
  const word = text.slice(span.start, span.end);
  const role = roleOf(scan, word, separator);
  if (scan.hasSecretManifest && /^(?:stringD|d)ata$/.test(word)) {
    const behind = takeManifestData(scan, span.start, after);
    if (behind !== undefined) return behind;
  }
  if (role.plain) return after;
  takePlural(scan, span, after, role);
  if (separator === '=' && isTypeWord(word)) return atDeclaration(scan, at, after);
  const named = readName(text, span, at);
  const told = named.start === span.start ? role : roleOf(scan, named.name, separator);
  const { secret, personal } = told;
  if (secret === undefined && role.listed !== undefined) return takeListed(scan, named, after, role.listed) ?? after;
  if (secret === undefined && personal === undefined) return atOrdinaryName(scan, named, after, separator, told);
  if (separator === ',' && after === next && !isPair(text, named, after, secret)) return after;
  if (secret !== undefined)
    return takeNamed(scan, { named, separator, kind: secret, header: headerOf(named) }, after) ?? after;
  return takePersonal(scan, named, after, personal) ?? takeAmbiguous(scan, named, after, told.ambiguous) ?? after;
}

function atDeclaration(scan: Scan, at: number, after: number): number {
  const span = declaredName(scan.text, at);
  if (span === undefined) return after;
  const { secret, key } = roleOf(scan, scan.text.slice(span.start, span.end), '=');
  const named = readName(scan.text, span, span.end);
  if (secret === undefined) return key ? atParameter(scan, named, after, '=') : after;
  return takeNamed(scan, { named, separator: '=', kind: secret, header: headerOf(named) }, after) ?? after;
}

function atOrdinaryName(
  scan: Scan,
  named: AssignedName,
  after: number,
  separator: Separator,
  { short, key, ambiguous }: NameRole,
): number {
  if (isKeyType(named.name)) takeJwk(scan, named.start);
  const beside = takePartner(scan, named, after, short) ?? takeAmbiguous(scan, named, after, ambiguous);
  if (beside !== undefined) return beside;
  return key || isParameterName(short) ? atParameter(scan, named, after, separator) : after;
}

/** `"passwords": ["…", "…"]`: what looks like a value in a list under the plural of a secret's name. */
function takeListed(scan: Scan, named: AssignedName, after: number, kind: SecretKind): number | undefined {
  const from = skipBlanks(scan.text, after);
  const list = scan.text.charAt(from) === '[' ? takeList(scan, named, from, kind, 'values') : undefined;
  return list ?? takeBareItems(scan, skipSpaces(scan.text, after), kind);
}

function takeNamed(scan: Scan, assigned: Assigned, after: number): number | undefined {
  const { text } = scan;
  const { named, separator, kind } = assigned;
  if (kind === 'connection string' || holdsNone(text, assigned, after)) return undefined;
  const from = valueStart(text, assigned, after);
  if ('[{'.includes(text.charAt(from)) && from < text.length && separator !== ',') {
    const end = takeGroup(scan, assigned, from, from === after);
    if (end !== undefined) return end;
    if (hasMembersOfOwn(text, from)) return undefined;
  }
  if (separator === ':' && from < scan.progress.plainUntil) return undefined;
  const items = separator === ',' ? undefined : takeBareItems(scan, from, kind);
  if (items !== undefined) return items;
  const value = valueAt(text, assigned, from);
  if (value === undefined || value.start >= value.end) {
    if (separator === ':') notePlainRun(scan, from, bareSlot(text, from, '', 256).end);
    return mayBuild(text, named, from, separator) ? takeLiterals(scan, from, kind, named.name) : undefined;
  }
  return takeAssigned(scan, assigned, value);
}

/** A list or an object of values; of tokens, which may be a text's, those that look like one. */
function takeGroup(scan: Scan, { named, kind, header }: Assigned, from: number, bare: boolean): number | undefined {
  const mayBeWords = kind === 'token' && /tokens$/i.test(named.name);
  const form = header ?? (mayBeWords ? 'values' : undefined);
  return (
    takeList(scan, named, from, kind, form) ?? takeHeldIn(scan, named, from, { kind, bare: bare && form === undefined })
  );
}

/** Whether an expression may stand at `from`; as an argument beside the name: `"Authorization", fmt.Sprintf("Bearer %s", "…")`. */
function mayBuild(text: string, { quoted }: AssignedName, from: number, separator: Separator): boolean {
  return separator === ',' ? /^[A-Za-z][\w.:]{0,40}\(/.test(text.slice(from, from + 48)) : !quoted;
}

/** `"${TOKEN:-…}"`: what a shell takes where the variable has no value. */
const shellDefault = /^(\$\{\w{1,60}:?[-=])[^{}$]{4,300}\}$/;

/** Returns where to read on; undefined where the value is none. */
function takeAssigned(scan: Scan, assigned: Assigned, value: Value): number | undefined {
  const { text } = scan;
  const { named, kind, header } = assigned;
  const fallback = shellDefault.exec(text.slice(value.start, Math.min(value.end, value.start + 400)));
  if (fallback?.[1] !== undefined) {
    take(scan, value.start + fallback[1].length, value.start + fallback[0].length - 1, kind, named.name);
    return value.next;
  }
  if (kind === 'private key' && isPath(text.slice(value.start, Math.min(value.end, value.start + 200))))
    return value.next;
  if (text.startsWith('-----BEGIN', value.start) || isAddress(text, value, kind) || hasNamedMembers(text, value.start))
    return undefined;
  if (kind === 'token' && isCount(named.name, text.slice(value.start, Math.min(value.end, value.start + 24))))
    return undefined;
  const { pieces, whole } = value.quote === undefined ? wrappedRest(text, value) : piecesAfter(text, value);
  if (pieces.length > 0) return takePieces(scan, assigned, [value, ...pieces], whole);
  if (header === 'credentials') takeCredentials(scan, value.start, value.end, named.name);
  else if (header === 'cookie') takeCookies(scan, value.start, value.end);
  else if (kind === 'signature' && takeSignature(scan, value, named.name)) return value.next;
  else if (value.sure || isLikely(text, value))
    take(scan, value.start, value.end, kind, named.name, decodedValue(text, value, named));
  else return undefined;
  // Terraform's `"…" -> "…"`: what it is now, and what it is to be.
  const next =
    value.quote === undefined || !text.startsWith(' -> ', value.next) ? undefined : quotedSlot(text, value.next + 4);
  if (next !== undefined) take(scan, next.start, next.end, kind, named.name);
  return next?.next ?? value.next;
}

/** True where the value tells more than a signature: parameters of which one is it (`keyId="…",signature="…"`), or see `signaturesIn`. */
function takeSignature(scan: Scan, { start, end }: Slot, name: string): boolean {
  const value = scan.text.slice(start, end).trimEnd();
  const isAmong = /^keyId=["\w]/i.test(value);
  const parts = isAmong ? undefined : signaturesIn(value);
  if (isAmong) takeCredentials(scan, start, end, name);
  for (const part of parts ?? []) take(scan, start + part.start, start + part.end, 'signature', name);
  return isAmong || parts !== undefined;
}

/** A value that code puts together from several strings: each piece has the label of the whole; a scheme stays. */
function takePieces(
  scan: Scan,
  { named, kind, header }: Assigned,
  pieces: readonly [Slot, ...Slot[]],
  whole: string,
): number {
  const scheme = header === 'credentials' ? schemeOf(whole) : 0;
  const told = /^bearer /i.test(whole) ? 'access token' : kind;
  const [first, ...others] = pieces;
  for (const slot of [{ ...first, start: first.start + scheme }, ...others])
    if (slot.start < slot.end) take(scan, slot.start, slot.end, told, named.name, whole.slice(scheme));
  return others.at(-1)?.next ?? first.next;
}

function schemeOf(credentials: string): number {
  return /^[A-Za-z][\w-]{1,20} +/.exec(credentials)?.[0].length ?? 0;
}

/** `"token": "https://…/token"`: where tokens are given out. What is secret in an address is found on its own. */
function isAddress(text: string, { start, end }: Slot, kind: SecretKind): boolean {
  if (kind === 'password' || kind === 'secret' || !text.startsWith('http', start)) return false;
  return /^https?:\/\/(?:[^\s@‹]|‹[^‹›]{1,40}›){4,400}$/.test(text.slice(start, Math.min(end, start + 420)));
}

/** `tokens: 149984`, `billedTokens=1000000`. */
function isCount(name: string, value: string): boolean {
  return /tokens$/i.test(name) && /^[\d.,_]{1,20}[kKM]?$/.test(value);
}

function isPath(value: string): boolean {
  return /^(?:@|~|\.{0,2}\/|[A-Za-z]:\\|file:)|\.(?:pem|key|p12|pfx|jks|json|txt|crt|der)['"]?$/.test(value);
}

function isLikely(text: string, value: Slot): boolean {
  return looksLikeValue(text.slice(value.start, Math.min(value.end, value.start + 400)));
}

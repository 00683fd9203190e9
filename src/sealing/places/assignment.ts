import { isBlank } from '../characters.ts';
import { type AssignedName, type NameSpan, nameSpanBefore, readName } from '../names/assigned-name.ts';
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
import { bareSlot, quotedSlot, type Slot, skipBlanks, skipSpaces } from './slot.ts';
import type { Value } from './value.ts';
import { takeList } from './value-list.ts';
import { takeHeldIn } from './value-members.ts';

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

/** `apiKey: string = …`, `var apiToken string = …`, `const char *password = …`, `ApiKey { get; set; } = …`, `@pwd nvarchar(50) = …`. */
const declaration =
  /([A-Za-z_]\w{1,60})(?:\??:\s{0,2}|\s{1,4}(?:As )?)(?!As )[\w.<>]{1,30}(?:\((?:max|\d{1,5})\))?(?: \| \w{1,20})?\s{0,4}$|([A-Za-z_]\w{1,60})\s?\{[ \w;]{1,30}\}\s{0,4}$/;

function declaredBefore(text: string, at: number, separator: Separator): NameSpan | undefined {
  if (separator === ':' && isBlank(text.charCodeAt(at - 1)) && text.charCodeAt(at + 1) !== 61)
    return explicitKey(text, at);
  const isAssigned = separator === '=' || text.charCodeAt(at + 1) === 61;
  if (!isAssigned || !'})'.includes(text.charAt(beforeBlank(text, at) - 1))) return undefined;
  return memberInBraces(text, at) ?? declaredName(text, at);
}

/** YAML's `? password`, and on the next line `: …`. */
function explicitKey(text: string, at: number): NameSpan | undefined {
  const from = Math.max(0, at - 140);
  const found = /(?:^|\n)[ \t]{0,40}\? ["']?([\w.-]{1,60})["']?[ \t]{0,4}\r?\n[ \t]{0,40}$/.exec(text.slice(from, at));
  if (found?.[1] === undefined) return undefined;
  const start = from + found.index + found[0].indexOf(found[1]);
  return { start, end: start + found[1].length };
}

/** Perl's `$config->{password} = …` and `$config{'password'} = …`. */
function memberInBraces(text: string, at: number): NameSpan | undefined {
  const found = /(?:->|[$\w\]}])\{["']?([A-Za-z_][\w-]{1,60})["']?\}\s?$/.exec(text.slice(Math.max(0, at - 80), at));
  if (found?.[1] === undefined) return undefined;
  const start = Math.max(0, at - 80) + found.index + found[0].indexOf(found[1]);
  return { start, end: start + found[1].length };
}

function beforeBlank(text: string, at: number): number {
  return text.charCodeAt(at - 1) === 32 ? at - 1 : at;
}

function declaredName(text: string, at: number): NameSpan | undefined {
  const from = Math.max(0, at - 110);
  const found = declaration.exec(text.slice(from, at));
  const name = found?.[1] ?? found?.[2];
  return found === null || name === undefined
    ? undefined
    : { start: from + found.index, end: from + found.index + name.length };
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
  const from = afterBlockMark(
    text,
    afterTag(
      text,
      afterShellBlank(
        text,
        separator === ','
          ? skipBlanks(text, after)
          : skipSpaces(text, afterMarks(text, afterShellDefault(text, named.start, after))),
      ),
    ),
    separator,
  );
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

/** `${TOKEN:-…}`: what a shell takes where the variable has no value. */
function afterShellDefault(text: string, start: number, at: number): number {
  return text.startsWith('-', at) && text.startsWith('${', start - 2) ? at + 1 : at;
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
  else if (value.sure || isLikely(text, value))
    take(scan, value.start, value.end, kind, named.name, decodedValue(text, value, named));
  else return undefined;
  // Terraform's `"…" -> "…"`: what it is now, and what it is to be.
  const next =
    value.quote === undefined || !text.startsWith(' -> ', value.next) ? undefined : quotedSlot(text, value.next + 4);
  if (next !== undefined) take(scan, next.start, next.end, kind, named.name);
  return next?.next ?? value.next;
}

/** `os.getenv("API_KEY", default="…")`. */
function afterDefault(text: string, at: number, separator: Separator): number {
  if (separator !== ',') return at;
  return (
    at +
    (/^\s{0,4}(?:default|fallback|default_value|defaultValue) ?[=:] ?(?=["'`])/.exec(text.slice(at, at + 28))?.[0]
      .length ?? 0)
  );
}

/** `-H X-Api-Key:\\ …`, in a word of a command line without quotes. */
function afterShellBlank(text: string, at: number): number {
  return at + (/^\\{1,4} (?=\S)/.exec(text.slice(at, at + 6))?.[0].length ?? 0);
}

/** `password: >- …`, a block scalar of YAML whose lines were put into one. */
function afterBlockMark(text: string, at: number, separator: Separator): number {
  if (separator !== ':') return at;
  return at + (/^(?:\||>(?=[-+\d]))[-+\d]{0,2} {1,8}(?=\S)/.exec(text.slice(at, at + 16))?.[0].length ?? 0);
}

/** `password: !!str …`, `password: &name …`: a type and an anchor of YAML. */
function afterTag(text: string, at: number): number {
  return at + (/^(?:!!\w{1,12}|&[\w-]{1,16}) {1,4}(?=[^\s=])/.exec(text.slice(at, at + 20))?.[0].length ?? 0);
}

/** `**Client Secret:** …`, as Markdown closes its marks after the colon. */
function afterMarks(text: string, at: number): number {
  return at + (/^[*_]{1,2}(?=\s)/.exec(text.slice(at, at + 3))?.[0].length ?? 0);
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
  return /tokens$/i.test(name) && /^[\d.,_]{1,20}$/.test(value);
}

function isPath(value: string): boolean {
  return /^(?:@|~|\.{0,2}\/|[A-Za-z]:\\|file:)|\.(?:pem|key|p12|pfx|jks|json|txt|crt|der)['"]?$/.test(value);
}

function isLikely(text: string, value: Slot): boolean {
  return looksLikeValue(text.slice(value.start, Math.min(value.end, value.start + 400)));
}

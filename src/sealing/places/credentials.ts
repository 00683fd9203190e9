import { type Scan, take } from '../scan.ts';
import type { SecretKind } from '../secret.ts';
import { decodeBase64, textOfBytes } from '../shapes/base64.ts';
import { issuerOf } from '../shapes/shapes.ts';
import { endOfLookup } from '../values/lookup.ts';
import { isPlaceholder } from '../values/placeholder.ts';
import { isUuid, looksLikeValue, looksSecret } from '../values/suspicion.ts';
import { behind, indexWithin } from '../within.ts';
import { takeLiterals } from './literals.ts';
import { bareSlot, quotedSlot, type Slot, skipSpaces } from './slot.ts';

/** Schemes whose credentials are one token (RFC 9110, section 11.4, and the IANA registry of schemes). */
const tokenSchemes: ReadonlyMap<string, SecretKind> = new Map<string, SecretKind>([
  ['bearer', 'access token'],
  ['dpop', 'access token'],
  ['token', 'token'],
  ['basic', 'credentials'],
  ['negotiate', 'credentials'],
  ['ntlm', 'credentials'],
  ['jwt', 'token'],
  ['apikey', 'API key'],
  ['api-key', 'API key'],
  ['key', 'API key'],
  ['privatetoken', 'token'],
  ['genie', 'API key'],
  ['genie-key', 'API key'],
  ['geniekey', 'API key'],
  ['klaviyo-api-key', 'API key'],
  ['sharedkey', 'signature'],
  ['sso-key', 'API key'],
]);

/** Parameters of credentials that are no secret: Digest, AWS4-HMAC, OAuth 1.0, HTTP message signatures. */
const plainParameters: ReadonlySet<string> = new Set(
  (
    'realm uri algorithm qop nc username username* userhash charset signedheaders version headers ver ts ' +
    'oauth_version oauth_signature_method oauth_timestamp oauth_callback keyid scope client_id app ' +
    'error error_description error_uri error_code resource_metadata max_age acr_values stale domain algs authorization_uri ' +
    'timestamp sr se skn sv sp st spr sip srt ss additionalheaders client device ' +
    'q-sign-algorithm q-sign-time q-key-time q-header-list q-url-param-list'
  ).split(' '),
);

/**
 * Reads the value of an `Authorization` field between `start` and `end`: the scheme stays, and of parameters their
 * names and what is no secret. Whatever else stands there is sealed, in any scheme.
 */
export function takeCredentials(scan: Scan, start: number, slotEnd: number, name: string): void {
  const { text } = scan;
  const end = beforeOption(text, start, slotEnd);
  let at = skipSpaces(text, start);
  const glued = gluedScheme.exec(text.slice(at, Math.min(end, at + 12)))?.[0].toLowerCase() ?? '';
  at += glued.length;
  let kind = tokenSchemes.get(glued);
  let scheme = glued;
  for (let schemes = 0; schemes < 3; schemes += 1) {
    const word = schemeAt(text, at, end);
    if (word === undefined) break;
    const known = tokenSchemes.get(word.name.toLowerCase());
    const rest = skipSpaces(text, afterOddBlank(text, word.end));
    if (known === undefined && (schemes > 0 || rest >= end)) break;
    kind = known ?? kind ?? 'credentials';
    scheme = word.name.toLowerCase();
    at = rest;
  }
  if (at >= end) takeFolded(scan, end, kind, name);
  if (at >= end || endOfLookup(text, at) !== undefined || takeParts(scan, at, end, name)) return;
  if (isUnfilled(text.slice(at, Math.min(end, at + longestPlaceholder)))) return;
  at = behind(text, at, openingDamage);
  const to = beforeDamage(text, at, endOfCredentials(text, at, end, tokenSchemes.has(scheme)));
  const jwt = undamaged(text, at, to);
  if (jwt !== undefined) take(scan, jwt.start, jwt.end, kind === 'token' ? kind : 'access token', name);
  else if (scheme === 'basic') takeBasic(scan, at, to, name);
  else take(scan, at, to, kind ?? 'credentials', name);
}

/**
 * `"Authorization: Bearer abc -H "Accept: …"`: where a header's closing quotation mark is missing, the next one opens the
 * next header, and the option before it is no part of the credentials.
 */
function beforeOption(text: string, start: number, end: number): number {
  const tail = text.slice(Math.max(start, end - 40), end);
  return end - (/[ \t]{1,4}-{1,2}[A-Za-z][\w-]{0,30}[ \t]{0,3}$/.exec(tail)?.[0].length ?? 0);
}

/** `Bearer$TOKEN`, `Bearer#{token}`, `BearereyJ…`: the blank behind the scheme is missing, which a person must see. */
const gluedScheme = /^(?:bearer|basic)(?=[$#]?\{|\$\w|eyJ)/i;

/** The start of a scheme that a line break has cut: the credentials stand below. */
const cutScheme = /^B(?:e|ea|ear|eare|a|as|asi)\s*$/;

function isUnfilled(credentials: string): boolean {
  return cutScheme.test(credentials) || isPlaceholder(credentials);
}

/** Parameters, and `${"Bearer " + "…"}`, what a template puts together: its strings may be secret. */
function takeParts(scan: Scan, at: number, end: number, name: string): boolean {
  if (!/^[$#]?\{{1,2} ?["'`]/.test(scan.text.slice(at, at + 5))) return takeParameters(scan, at, end, name);
  takeLiterals(scan, at, 'credentials', name);
  return true;
}

const longestPlaceholder = 140;

/** A field that goes on on the next line (RFC 9112, section 5.2), behind its scheme. */
const folded = /^[ \t]{0,4}\r?\n(?:[ \t]{1,8}|> )(?=\S{12,4000}[ \t]{0,4}(?:\r?\n|$))/;

function takeFolded(scan: Scan, end: number, kind: SecretKind | undefined, name: string): void {
  const found = kind === undefined ? null : folded.exec(scan.text.slice(end, end + 4_100));
  if (kind === undefined || found === null) return;
  const slot = bareSlot(scan.text, end + found[0].length);
  if (looksSecret(scan.text.slice(slot.start, slot.end))) take(scan, slot.start, slot.end, kind, name);
}

/** A JSON Web Token with nothing around it but what copying leaves there: quotation marks, brackets, `%20`, `\n`. */
const damagedJwt =
  /^((?:bearer(?:%20|[+:])[ \t]{0,3})?(?:\\{0,2}["'`“‘({[<:]){0,4})(eyJ[A-Za-z0-9_-]{1,20000}(?:\.[A-Za-z0-9_-]{0,20000}){1,4})(?:["'`”’)}\]>,;…]|\.\.\.|\\{1,2}[nrt"']|%0[ad]|%2[02]){0,6}$/i;

/**
 * The token alone, without the damage around it: that is what a person must see to mend it. Undefined where anything
 * else stands beside the token, since that may be secret too.
 */
function undamaged(text: string, start: number, end: number): { start: number; end: number } | undefined {
  if (end - start > 32_000) return undefined;
  const found = damagedJwt.exec(text.slice(start, end).trimEnd());
  if (found?.[1] === undefined || found[2] === undefined) return undefined;
  const from = start + found[1].length;
  const token = found[2].replace(/\.+$/, '');
  return { start: from, end: from + token.length };
}

function schemeAt(text: string, at: number, end: number): { name: string; end: number } | undefined {
  let index = at;
  while (index < end && /[A-Za-z0-9_-]/.test(text.charAt(index)) && index - at < 40) index += 1;
  if (index === at || !/[A-Za-z]/.test(text.charAt(at))) return undefined;
  const name = text.slice(at, index);
  const colon = text.charAt(index) === ':' && tokenSchemes.has(name.toLowerCase());
  const after = colon ? index + 1 : index;
  const known = tokenSchemes.has(name.toLowerCase());
  const escaped = /^\\{1,4} /.exec(text.slice(after, after + 5))?.[0].length;
  if (escaped !== undefined) return { name, end: after + escaped };
  if (after < end && text.charAt(after) !== ' ' && text.charAt(after) !== '\t' && !colon)
    return known && afterOddBlank(text, after) > after ? { name, end: after } : undefined;
  if (after >= end && !known) return undefined;
  return { name, end: after };
}

/** `Bearer%20…`, `Bearer+…`: a blank that was encoded, or a line break that took its place. */
function afterOddBlank(text: string, at: number): number {
  return behind(text, at, /^(?:%20|%09|\+|[ \t]{0,4}\r?\n[ \t]{0,8})/);
}

/** Marks around a token that do not belong to it. They stay, since they are a fault of their own. */
const openingDamage = /^(?:%22|%27|&quot;|[“‘«"'`]){1,3}/;
const closingDamage = /(?:%22|%27|%0[AaDd]|%20|&quot;|\\[nrt"']|[”’»"'`,;]){1,4}$/;

function beforeDamage(text: string, start: number, end: number): number {
  const tail = text.slice(Math.max(start, end - 24), end).trimEnd();
  const damage = closingDamage.exec(tail)?.[0].length ?? 0;
  return damage === 0 ? end : Math.max(start, end - 24) + tail.length - damage;
}

/** A remark that a person wrote after the token: `(expired)`, `# from the portal`, `<- here`. */
const remark = /[ \t](?:[(#]|\/\/|<-|->|--|—|←|=>)/;

/** A sentence that goes on behind a token, which has no blanks: `Bearer abc returns 401`, `Bearer abc and I get`. */
const sentence =
  /^\S{1,8000}?(?=,?[ \t]{1,4}(?:returns?|returned|gives?|gave|gets?|got|getting|results?|fails?|failed|yields?|throws?|responds?|works?|still|and|but|on|for|with|to|when|then|is|was|in|at|from|while|because|I|we)[ \t])/;

/** How long the credentials of a scheme whose credentials are one token are, where a sentence goes on behind them. */
export function tokenInSentence(credentials: string): number | undefined {
  return sentence.exec(credentials.slice(0, 8_100))?.[0].length;
}

function endOfCredentials(text: string, at: number, end: number, isToken: boolean): number {
  const rest = text.slice(at, Math.min(end, at + 8_000));
  const length = isToken ? tokenInSentence(rest) : undefined;
  if (length !== undefined) return at + length;
  const found = remark.exec(rest);
  return found === null || found.index === 0 ? end : at + found.index;
}

/** Behind what base64 is filled up with, a blank ends the credentials, and marks of a text are no value. */
const parameters =
  /^[A-Za-z][\w*-]{0,40}(?:[ \t]=[ \t]?|=(?![ \t]))(?:\\{0,7}"|‹[^‹›]{1,40}›[;&]?|(?![*_.!?)\]}>]{1,3}$)[^\s,;&"=][^\s,;&"]{0,2000}(?:[,;&](?=[ \t]?[A-Za-z][\w*-]{0,40}=)|,|$))/;

/** `k=v, k2="v"`, `k=v&k2=v`, `k=v;k2=v`: true where the credentials are parameters. */
export function takeParameters(scan: Scan, start: number, end: number, name: string): boolean {
  const { text } = scan;
  const first = parameters.exec(text.slice(start, Math.min(end, start + 2_100)))?.[0];
  if (first === undefined) return false;
  const mark = /[;&]$/.exec(first)?.[0] ?? ',';
  let at = start;
  while (at < end) {
    const equals = indexWithin(text, '=', at, end);
    if (equals < 0 || equals >= end) break;
    const key = text.slice(at, equals).trim().replace(/^,\s*/, '').toLowerCase();
    const from = skipSpaces(text, equals + 1);
    const slot = closedSlot(text, from) ?? until(text, from, end, mark);
    if (!plainParameters.has(key)) takeParameter(scan, key, slot.start, Math.min(slot.end, end), name);
    const next = indexWithin(text, mark, Math.min(slot.next, end), end);
    if (next < 0 || next >= end) break;
    at = next + 1;
  }
  return true;
}

/** A string, which ends before the next parameter where its own quote was lost: `response="…, opaque="…"`. */
function closedSlot(text: string, from: number): Slot | undefined {
  const slot = quotedSlot(text, from);
  const lost = slot === undefined ? null : /, ?[A-Za-z][\w-]{0,40}=$/.exec(text.slice(slot.start, slot.end));
  if (slot === undefined || lost === null) return slot;
  const end = slot.start + lost.index;
  return { ...slot, end, next: end };
}

function until(text: string, start: number, end: number, mark: string): Slot {
  const found = indexWithin(text, mark, start, end);
  const to = found < 0 || found > end ? end : found;
  return { start, end: to, next: to, quote: undefined };
}

function takeParameter(scan: Scan, key: string, start: number, end: number, name: string): void {
  if (key === 'credential') {
    const slash = indexWithin(scan.text, '/', start, end);
    take(scan, start, slash < 0 || slash > end ? end : slash, 'API key', name);
    return;
  }
  take(scan, start, end, key.includes('signature') || key === 'response' ? 'signature' : 'credentials', name);
}

/** Basic credentials (RFC 7617): sealed whole; their password is sealed wherever else it stands. */
function takeBasic(scan: Scan, start: number, end: number, name: string | undefined): void {
  const raw = scan.text.slice(start, end).trim();
  if (isUnfilledPair(raw)) return;
  take(scan, start, end, 'credentials', name);
  const bytes = decodeBase64(raw);
  const pair = bytes === undefined ? undefined : textOfBytes(bytes);
  if (pair !== undefined) derivePair(scan, raw, pair);
}

/** `${CLIENT_ID}:${CLIENT_SECRET}`, `service:$PASSWORD`: what a program is still to encode. */
function isUnfilledPair(raw: string): boolean {
  const password = /^(?:[$#]?\{[^{}]{1,100}\}|\$?[\w.@-]{1,100}):([$#]\{[^{}]{1,100}\}|\$\w{1,60})$/.exec(raw)?.[1];
  return password !== undefined && isPlaceholder(password);
}

/** Notes the user of `user:password`, and its password as a secret of its own. */
export function derivePair(scan: Scan, raw: string, pair: string): void {
  const colon = pair.indexOf(':');
  if (colon < 0) return;
  const user = pair.slice(0, colon);
  const password = pair.slice(colon + 1);
  const unfilled = [user, password].filter((part) => part !== '' && isPlaceholder(part));
  if (unfilled.length > 0) scan.unfilled.set(raw, unfilled);
  if (password === '' || password === 'x-oauth-basic' || password === 'X') {
    if (!isPlaceholder(user)) scan.derived.push({ kind: 'API key', value: user });
    return;
  }
  if (!isPlaceholder(password))
    scan.derived.push({ kind: isUuid(user) ? 'client secret' : 'password', value: password });
  if (/^[\w.-]{1,64}$/.test(user) && issuerOf(user) === undefined) scan.users.set(raw, user);
}

/** `basic auth …`, `basic authorization header is: …`. */
const inWords =
  /^ auth(?:entication|orization)?(?: (?:header|string|token|value|credentials))?(?: is| =|:| ->)?:?(?= )/i;

/** `Bearer abc…` and `Basic abc…` where no field's name stands before them. Returns where to read on. */
export function takeLooseCredentials(scan: Scan, wordStart: number, wordEnd: number): number {
  const { text } = scan;
  const scheme = text.slice(wordStart, wordEnd).toLowerCase();
  const spoken = scheme === 'basic' ? (inWords.exec(text.slice(wordEnd, wordEnd + 60))?.[0].length ?? 0) : 0;
  const at = skipSpaces(text, wordEnd + spoken);
  if (at === wordEnd || endOfLookup(text, at) !== undefined) return wordEnd;
  const slot = bareSlot(text, at);
  const raw = text.slice(slot.start, slot.end).replace(/[.:!?…]+$/, '');
  const end = slot.start + raw.length;
  if (scheme === 'basic') {
    const bytes = raw.length >= 4 ? decodeBase64(raw) : undefined;
    const pair = bytes === undefined ? undefined : textOfBytes(bytes);
    if (pair?.includes(':') !== true || hasControls(pair)) return wordEnd;
    takeBasic(scan, slot.start, end, undefined);
    return end;
  }
  if (/[=:]$/.test(text.charAt(wordStart - 1)) && /^[A-Za-z_]{1,24}=[^=]/.test(raw)) return wordEnd;
  if (raw.length < 8 || !looksLikeValue(raw.replace(/^[<{[(]+|[>}\])]+$/g, ''))) return wordEnd;
  take(scan, slot.start, end, tokenSchemes.get(scheme) ?? 'token');
  return end;
}

function hasControls(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (text.charCodeAt(index) < 32) return true;
  }
  return false;
}

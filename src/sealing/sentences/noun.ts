import { isUnspaced } from '../characters.ts';
import { takePair } from '../commands/pair-calls.ts';
import { nameSpanBefore, readName } from '../names/assigned-name.ts';
import { isForeignLetter } from '../names/foreign-letters.ts';
import { roleOf } from '../names/roles.ts';
import { takeElementAfter } from '../places/markup.ts';
import { takeSection } from '../places/sections.ts';
import { quotedSlot, skipSpaces } from '../places/slot.ts';
import { type Scan, take } from '../scan.ts';
import { takeAligned } from '../tables/aligned.ts';
import { takeHtmlTable } from '../tables/html-table.ts';
import { takeTable } from '../tables/table.ts';
import { isKey } from '../values/key-value.ts';
import { argumentBeside, isPassed } from './arguments.ts';
import { takeDirected } from './directives.ts';
import { takeLogin } from './logins.ts';
import { takeArgument, takeNamedString } from './named-strings.ts';
import { nounTails } from './noun-tails.ts';
import { looksLikeSecret, type Noun, takeBound, takeLine, takeString, takeValue, takeWords } from './noun-value.ts';
import { isLookedFor, isOfAnother } from './of-another.ts';
import { takeOpened } from './opened.ts';
import { takeShown } from './shown.ts';
import { takeSpokenCode } from './spoken-codes.ts';
import { answered, loose, qualified, shownOnce } from './ties.ts';
import { mayFollowValue, takeBefore } from './value-before.ts';

/** A cheap look at whether a word may be what a secret is called: `token`, `API_KEY`, `contraseña`. */
export function mayBeNoun(text: string, start: number, end: number): boolean {
  if (end - start === 1) return isShortPassword(text, start);
  if (end - start > longestNoun) return false;
  return (
    endsLikeName(text, end) ||
    (isDigit(text.charCodeAt(end - 1)) && endsLikeName(text, beforeVersion(text, start, end))) ||
    isForeignLetter(text.charCodeAt(end - 1)) ||
    isForeignLetter(text.charCodeAt(end - 2)) ||
    isForeignLetter(text.charCodeAt(end - 3)) ||
    isForeignLetter(text.charCodeAt(start))
  );
}

/** `p` in `u: bob p: …` and `u/p`. */
function isShortPassword(text: string, at: number): boolean {
  if ((text.charCodeAt(at) | 32) !== 112) return false;
  const next = text.charCodeAt(at + 1);
  return next === 58 || next === 61 || text.charCodeAt(at - 1) === 47;
}

const longestNoun = 40;
const endsLikeName = nounTails.mayEnd;

/** Where `access_token` ends in `access_token_v2`. */
function beforeVersion(text: string, start: number, end: number): number {
  let at = end - 1;
  if (at > start && isDigit(text.charCodeAt(at - 1))) at -= 1;
  if (at > start && (text.charCodeAt(at - 1) | 32) === 118) at -= 1;
  const before = text.charCodeAt(at - 1);
  return at > start && (before === 95 || before === 45) ? at - 1 : at;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/**
 * A word that names a secret, and a value that no plain separator ties to it: `password hunter2`, `the token I use is …`,
 * `Client Secret → …`, a cell beside it or below it, an element after it, the line after it. Returns where to read on.
 */
export function takeAfterNoun(scan: Scan, start: number, wordEnd: number): number {
  const { text } = scan;
  const next = text.charCodeAt(wordEnd);
  const pair =
    takePair(scan, start, wordEnd) ??
    takeOpened(scan, start, wordEnd) ??
    takeSpokenCode(scan, start, wordEnd) ??
    takeLogin(scan, start, wordEnd);
  if (pair !== undefined) return pair;
  const passed = takePassed(scan, start, wordEnd);
  if (passed !== undefined) return passed;
  const ties = mayTie(next, text.charCodeAt(wordEnd + 1));
  if (!ties && !mayFollowValue(text, start)) return wordEnd;
  const noun = nounAt(scan, start, wordEnd);
  if (noun !== undefined && next === 93) takeSection(scan, start, wordEnd, noun.kind);
  if (noun !== undefined && (next === 60 || next === 32)) takeHtmlTable(scan, wordEnd);
  if (noun === undefined || takeBefore(scan, start, wordEnd, noun.kind) || !ties) return wordEnd;
  return (
    takeTable(scan, noun.start, wordEnd) ??
    takeAligned(scan, noun, wordEnd) ??
    takeElementAfter(scan, wordEnd, noun.kind, noun.key ? isKey : looksLikeSecret) ??
    takeDirected(scan, noun, wordEnd) ??
    takeShown(scan, noun, wordEnd) ??
    takeGlued(scan, noun, wordEnd) ??
    takeInSentence(scan, noun, wordEnd) ??
    wordEnd
  );
}

/** A string that code passes beside the noun: to a message, a comparison, a check. */
function takePassed(scan: Scan, start: number, end: number): number | undefined {
  const at = argumentBeside(scan.text, start, end);
  const slot = at === undefined ? undefined : quotedSlot(scan.text, at);
  if (slot === undefined || !isPassed(scan.text.slice(slot.start, Math.min(slot.end, slot.start + 400))))
    return undefined;
  const noun = nounAt(scan, start, end);
  if (noun === undefined || noun.key) return undefined;
  take(scan, slot.start, slot.end, noun.kind);
  return slot.next;
}

/** What can stand between a noun and its value. After a colon or a quote, what is no plain `"name": value`. */
function mayTie(next: number, second: number): boolean {
  if (next === 61 || next === 45 || Number.isNaN(next)) return false;
  if (next === 46) return second === 46 || second === 10 || second === 13;
  if (next === 58) return second === 10 || second === 13 || second === 32 || second === 42 || second === 95;
  return next !== 34 || second !== 58;
}

function nounAt(scan: Scan, start: number, end: number): Noun | undefined {
  const { text } = scan;
  if (end - start === 2 && text.slice(start, end).toLowerCase() === 'by')
    return /identified (?:with \w{1,40} )?$/i.test(text.slice(Math.max(0, start - 58), start))
      ? { start, kind: 'password', name: 'by', key: false }
      : undefined;
  if (end - start === 5 && /^login$/i.test(text.slice(start, end)))
    return { start, kind: 'credentials', name: 'login', key: false };
  const word = text.slice(start, end);
  if (/^code$/i.test(word) && isOfSignIn(text, start, end))
    return { start, kind: 'authorization code', name: 'code', key: true };
  if (roleOf(scan, word, '=').plain || (/^pass$/i.test(word) && isVerb(text, start))) return undefined;
  const span = nameSpanBefore(text, end);
  if (span === undefined || span.end !== end) return undefined;
  const named = readName(text, span, end);
  const role = roleOf(scan, named.name, '=').secret ?? roleOf(scan, text.slice(span.start, end), '=').secret;
  if (role === undefined && roleOf(scan, named.name, '=').key)
    return { start: named.start, kind: 'API key', name: named.name, key: true };
  return role === undefined || role === 'connection string'
    ? undefined
    : { start: named.start, kind: role, name: named.name, key: false };
}

/** `can I pass …`, `we have to pass …`. */
function isVerb(text: string, start: number): boolean {
  return /(?:^|\s)(?:I|you|we|they|it|to|can|could|should|shall|must|may|might|would|will|not|n['’]t|let me) $/i.test(
    text.slice(Math.max(0, start - 9), start),
  );
}

/** `the code from the redirect is …`, `I exchange the code …`: the one that a sign-in gives (RFC 6749, section 4.1.2). */
function isOfSignIn(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  if (/(?:error|status|response|exit|reason)[ _-]?$/i.test(before)) return false;
  return (
    /^,?(?: [\w’']{1,12}){0,6}? (?:redirect\w{0,3}|callback|ur[il]|query|address bar|back|exchange|sign-?in|log-?in|consent)\b/i.test(
      text.slice(end, end + 90),
    ) || /\b(?:exchang|redeem|swap|trad|us)(?:e|es|ed|ing) (?:the|this|that|my|your|our|a) $/i.test(before)
  );
}

/** Between a noun and its value: marks that close the noun, a blank, and words or marks that tie them. */
const direct =
  /^(?: v\d{1,2}(?= ))?(?:['’]s(?= ))?["'`*_”’^]{0,3}(?:\)|\]){0,2}[ \t]{0,8}\(?(?:(?:it is|it's|is|was|are|equals?|ist|lautet|war|es|est|c['’]est|é|è|er|je|jest|este|som|set to|is set to|provided|given|value|REG_(?:EXPAND_)?SZ|would be|will be|should be|reads|[-=~]{1,3}>|[-–—→⇒➜›…»]|<{1,3}|[:：=＝](?=[*_`]))[*_`]{0,2}:?[ \t]{1,4}){0,3}/i;

const prompt =
  /^ for (?:(?:[\w ]{1,20} )?['"‘“]?[^\n'"’”]{1,120}['"’”]?:|[\w.@-]{1,60} (?:is|was|would be|will be|=)) ?/i;

/** Line breaks, a fence, and a value alone on its line; a page has its buttons beside the noun. */
const below =
  /^["'`*_]{0,3}(?:[ \t]{1,8}(?:copy|copied|show|hide|reveal|reset|rotate|regenerate|generate|refresh|revoke|edit|view|delete)){0,3}(?: (?:is|are|as)(?: (?:here|below|this|these|the following|follows)){0,2}[.:]?| (?:here|below)[.:]?|[:：])?[*_]{0,2}[ \t]*(?:\r?\n[ \t>]*){1,3}(?:[-=─]{3,}[ \t]*\r?\n[ \t]*)?(?:[-•] |\d{1,3}\) )?(?:`{3}\w{0,10}\r?\n[ \t>]*)?["'`]?(?=\S)/i;

/** `tokens:` and below it the items of a list, each of which is looked at as one. */
const listed = /^:\s{1,60}- ["'`]?$/;

/** `密码是…`, `パスワードは…`: a value without a blank before it. */
function takeGlued(scan: Scan, noun: Noun, end: number): number | undefined {
  const { text } = scan;
  return isUnspaced(text.charCodeAt(end - 1)) && /[\w/+]/.test(text.charAt(end))
    ? takeValue(scan, end, noun, false)
    : undefined;
}

function takeInSentence(scan: Scan, noun: Noun, end: number): number | undefined {
  const { text } = scan;
  const rest = text.slice(end, end + 200);
  if (isOfAnother(text, noun.start, rest) || isLookedFor(text, noun, rest)) return undefined;
  const tied = takeTied(scan, noun, end, rest);
  if (tied !== undefined) return tied;
  const remark = qualified.exec(rest) ?? shownOnce.exec(rest);
  if (remark !== null) return takeValue(scan, end + remark[0].length, noun, false);
  const held = takeHeld(scan, noun, end, rest);
  if (held !== undefined) return held;
  const bound = bindings.exec(rest);
  const behind = bound === null ? undefined : takeBound(scan, end + bound[0].length, noun);
  if (behind !== undefined) return behind;
  const far = prompt.exec(rest) ?? loose.exec(rest);
  if (far !== null) {
    const taken = takeValue(scan, end + far[0].length, noun, true);
    if (taken !== undefined) return taken;
  }
  const reply = answered.exec(text.slice(end, end + 400));
  const told = reply === null ? undefined : takeLine(scan, end + reply[0].length, noun);
  if (told !== undefined) return told;
  const under = below.exec(rest);
  return under === null ||
    (listed.test(under[0]) && noun.name.endsWith('s')) ||
    !(/[:：*]| (?:is|are|as|here|below)\b/.test(under[0]) || startsLine(text, noun.start) || isPrinted(text, end))
    ? undefined
    : takeLine(scan, end + under[0].length, noun);
}

/** A value right behind the noun, or behind marks and words that tie it. */
function takeTied(scan: Scan, noun: Noun, end: number, rest: string): number | undefined {
  const tie = direct.exec(rest)?.[0] ?? '';
  if (tie !== '' && /[\s(`]/.test(tie + rest.charAt(tie.length))) {
    const at = skipSpaces(scan.text, end + tie.length);
    return takeValue(scan, at, noun, false) ?? takeWords(scan, at, noun, tie);
  }
  return rest.startsWith(' (') || rest.startsWith(' `') ? takeValue(scan, end + 1, noun, false) : undefined;
}

/** `process.env.TOKEN || "…"`; `AccessToken(value=…`; `.clientSecret("…")`. */
function takeHeld(scan: Scan, noun: Noun, end: number, rest: string): number | undefined {
  const named = takeNamedString(scan, noun, end, rest);
  if (named !== undefined) return named;
  const declared = rest.startsWith('" {') ? byDefault.exec(scan.text.slice(end, end + 500)) : null;
  if (declared !== null) return takeString(scan, end + declared[0].length, noun);
  const fallback =
    /^["'`]?\]?\)? {0,2}(?:\|\||\?\?|\?:|or|\{|[!=]==?|by lazy \{) {0,2}(?=["'`])/.exec(rest) ?? returned.exec(rest);
  if (fallback !== null) return takeValue(scan, end + fallback[0].length, noun, true);
  const holder = /^[({[](?:value|token|secret|accessToken|access_token)[=:] ?/.exec(rest);
  if (holder !== null) return takeValue(scan, end + holder[0].length, noun, false);
  if (!/^\(["'`]/.test(rest) || reads.test(noun.name)) return undefined;
  return takeArgument(scan, noun, end) ?? takeValue(scan, end + 1, noun, true);
}

/** `getSecret() { return "…"; }`, `api_key() -> str: return "…"`, `token = () => "…"`: what a function of that name gives. */
const returned = /^ ?\([\w ,:*]{0,40}\)[^\n"'`;{}]{0,30}(?:[{:]\s{1,40}return |=>? |\s{1,40}return )(?=["'`])/;

/** `variable "db_password" { … default = "…"`, as Terraform has it. */
const byDefault = /^" \{[^{}]{0,400}?\bdefault\s{0,12}=\s{0,4}(?=")/;

/** Functions that look for what their argument names. */
const reads =
  /^(?:get|is|has|find|check|validate|verify|delete|remove|create|load|read|fetch|parse|use|request|on)[A-Z_]/;

/** Words that tie less surely: what follows has to be a secret by its look. */
const bindings =
  /^["'`*_]{0,2}(?: \[[^\]\n]{0,40}\]:|,? (?:to|with|of|being|start(?:s|ing) with|begin(?:s|ning) with|end(?:s|ing) (?:with|in)|looks? like(?: this)?:?|like)| (?:we|I|they) [a-z]{2,10},) /i;

function startsLine(text: string, start: number): boolean {
  return /(?:^|\n)[ \t>*_#-]{0,8}(?:\d{1,3}\) ")?$/.test(text.slice(Math.max(0, start - 16), start));
}

/** `gcloud auth print-access-token`, and on the next line what it prints. */
function isPrinted(text: string, end: number): boolean {
  return /\b(?:print|get|gen|generate|show|create|mint)-[\w-]{0,24}$/.test(text.slice(Math.max(0, end - 40), end));
}

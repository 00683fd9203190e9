import type { Span } from '../../sealing/span.ts';
import { responseFrom } from '../messages.ts';
import type { Content, Response } from '../paste.ts';
import { answerWord, articleWord, behindWord, errorWord, goingOnWord } from './foreign-words.ts';
import { presentOnes } from './present-status.ts';
import { reasonAtEnd, reasonAtStart, reasonOf } from './status-codes.ts';

/** A status that a sentence or a program's message names. `span` is the number with its reason, if one stands there. */
export interface StatedStatus {
  readonly status: number;
  readonly reason?: string;
  readonly span: Span;
}

/** How far to either side of a number its meaning is looked for, in UTF-16 code units. */
const reach = 60;

/** Words right before a number that leave no doubt. */
const saysStatus =
  /(?:\bhttp(?:\/[\d.]{1,3})?(?: error| status| code| response| response code)?|\bstatus(?: ?code| ?line)?|\b(?:response|result|http|return)[ _-]?(?:status|code)|\berror code|\bstatuscode|statuscode\(code|\bstatus_code|\bresponse|\bsc|\[(?:http_)?code)(?: (?:was|is|of|returned|received))?["'\]]?\s{0,2}[:=(#-]{0,3}>?\s{0,3}["'([`]?(?:http\/[\d.]{1,3} )?$/i;

/** No letter of any script before it; `\b` knows those of English alone. */
const wordStart = '(?<![a-z\\u00e0-\\uffff])';

/** `error 401`, `ошибка 401`. */
const saysError = new RegExp(
  `(?:error|${wordStart}(?:${errorWord}))\\s?[:=.：]?\\s{0,2}(?:http |code )?["'([「]?$`,
  'i',
);

/** `401 error`, `einen 500 Fehler`, `401 hatası`; of many errors it may be the number. */
const saysErrorBehind = new RegExp(
  `^[\\s-]{0,2}(?:(?:client |server )?error|response|status|${errorWord}|${behindWord})(?![a-z_])`,
  'i',
);

/** Where words are not set apart by spaces: `错误 403`, `返回 403，`, `401が返ってきます`, `403 오류`. */
const saysInEastAsia =
  /(?:エラー(?:コード)?|ステータス(?:コード)?|错误(?:码|代码)?|錯誤(?:碼|代碼)?|状态码|狀態碼|状態コード|오류(?: ?코드)?|상태 ?코드|返回(?:了|的是)?|报(?:了|错)?|得到|收到|出现|显示|提示|回傳|出現|顯示)[:：はが=]?\s{0,2}$/;
const saysInEastAsiaBehind =
  /^\s?(?:エラー|错误|錯誤|报错|에러|오류|응답|(?:が|に|を|と)\s?(?:返|出|な|表示|来|発生)|(?:이|가|을|를|로)?\s?(?:반환|나오|나옵|뜹|떠|뜨|발생))/;

/** `new token: 401` in a list of what was tried. */
const triedLabel =
  /\b(?:now|today|currently|this (?:week|morning|month)|tokens?|requests?|calls?|calling|endpoints?|curl|postman|insomnia|browser|responses?|result|output|flutter|api|get|post|put|patch|delete|log ?in|auth\w{0,12}|prod\w{0,10}|staging|sandbox|local\w{0,4}|(?:\/[\w{}.-]{1,60}){1,8}\/?)\b[^:\n\d]{0,24}[:=]?(?: ?[-=]?>| ?→)?\s{1,3}$/i;

/** .NET's `headers after 103.1ms - 401`, Phoenix's `Sent 403 in 2ms`. */
const loggedBefore = /(?: after [\d.]{1,12}ms - |\bSent )$/;

/** A comment beside a call: `// 401`, `# => 403 Forbidden`, and of Visual Basic `http.Status ' 401`. */
const comment =
  /(?:(?:❌|✗|✘|✖|⛔|🚫|🔴|✅|✔)\ufe0f?\s{1,3}["'(]?$)|(?::(?:x|no_entry(?:_sign)?|red_circle|heavy_multiplication_x|white_check_mark|warning|rotating_light):\s{1,3}["'(]?$)|(?:\/\/|\/\*|#|--|<!--)\s{1,4}(?:(?:=|-)?> ?|→ ?|⇒ ?)?["'(]?$|\.[sS]tatus(?:Code|Text)?\)?\s{1,4}['";]\s{1,3}$/;

/** A program that compares or sets a status does not tell what came. */
const compared =
  /(?:[!=<>]==?|(?<=[\w)] )[<>]=?|\bcase|\.(?:status|sendStatus|status_?code|toBe|toEqual|writeHead)\(|\bin \(|\[(?:\d{3}, ?){1,8}|\[\w{1,30}(?:size|time|count|length|port|id|total)\] =>)\s{0,3}["']?$/i;

/**
 * What a program answers, shows, or makes believe: `.reply(401)`, `new Response('…', { status: 401 })`,
 * `getByText('404 Not Found')`, `responseCode = "401"`.
 */
const made =
  /(?:\b(?:(?:new (?:Next)?Response|Response\.json|HttpResponse\.\w{1,10}|(?:get|find|query)ByText|toContain|toHaveText|includes|reply|replyOnce|withStatus|abort|send|setStatus|isEqualTo)\([^()\n]{0,50}|\w{0,20}(?:[cC]ode|[sS]tatus)\w{0,10} = ["'])|\.statusCode\(|element=\{<\w{1,10}>)["'`]?$/;

/** Verbs of getting an answer; what stands between them and the number is of no weight. */
const answerVerb =
  /(?:->|=>|→|⇒)|\b(?:return(?:s|ed|ing)?|respond(?:s|ed|ing)?|repl(?:y|ies|ied)|answer(?:s|ed|ing)?|g[eo]t(?:s|ting)?|receiv(?:e|es|ed|ing)|gives?|giving|gave|throws?|threw|throwing|fail(?:s|ed|ing|ure)?|see(?:s|ing)?|saw|hit(?:s|ting)?|error(?:s|ed)?|rejected|denied|produc(?:es?|ed|ing)|prints?|printed|outputs?|logs?|logged|with|shows?|is|was|are|still|also|then|now|always|today|sometimes|end(?:s|ed|ing)? up|just|only|back)/;
const answers = new RegExp(
  `(?:${answerVerb.source}|${wordStart}(?:${answerWord}))(?: (?:einen?|un[ea]?|uma?|een|le|el|ist|war|est|es|é|è|foi|är|jest|code|me|us|back|it|is|just|only|always|still|now|then|also|out|up|by|as|with|to|an?|the|this|that|these|only|http|status|error|code|response|constant|consistent|weird|strange|random|[a-z]{1,12}ly)){0,5}\\s{0,2}[:=,-]{0,2}>?\\s{0,2}["'([\`]?$`,
  'i',
);

/** An article before the number makes it a thing: `a 401`, `the 403s`. */
const article =
  /(?:^|[\s("'])(?:an?|the|this|that|these|those|another|same|my|our|any|http|error|of|for|on)(?: http| error| status)?\s{1,2}["'([]?$/i;

/** The same in other languages, and a verb of getting an answer some words before: `Ich bekomme beim Abrufen 403, …`. */
const foreignLead = new RegExp(
  `${wordStart}(?:(?:${articleWord})|(?:${answerWord})(?:\\s[^\\s\\d.,;:!?]{1,30}){1,6})\\s$`,
  'i',
);

/** Nothing but the start of a line or of a clause stands before it, an emoji or a label (`Problem: 401 on …`) at the most. */
const startsClause =
  /(?:^|[^\d\s][,;.!?] |\s[–—-]{1,2} |:[a-z][a-z0-9_+-]{1,40}: |^\W{0,4}(?:problem|issue|symptom|subject|question|outcome|observed|actual|behaviou?r|trouble|summary|title|what happens)\W{1,3}|[\u2600-\u27bf\u{1f300}-\u{1faff}]\ufe0f?)[\s("'[>*}-]{0,6}$/iu;

/** What a sentence denies, expects or remembers is not what happened. */
const denied =
  /\b(?:not|no|non|never|without|fix(?:ed|es)?|resolved|retr(?:y|ies|ied|ying) (?:on|after)|if (?:you|we|it|they|one)(?: ever)? (?:gets?|sees?|receives?|returns?)|handl(?:e[sd]?|ing)(?: for| of)?|instead of|rather than|expect(?:ed|s|ing)?|should(?:n['’]?t| not)?(?: be| return| get| give)?|used to|supposed to|(?:do|does|did|is|was)n['’]?t|want|unlike|port|line|took|in|id|user|page|row|item|order|account|version)\b(?: (?:a|an|the|longer|any|have|receive|receiving|seeing|get|be|see|return|getting|returning|to|http|status|code|of|just)){0,4}\s{0,2}[:=]?\s{0,2}["'(#]?$/i;

/** `works (200)`, `the first one is fine: 201`. */
const succeeded = /\b(?:works?|worked|fine|succeeds?|succeeded|passes|passed)(?: with| ?:| ?->| ?→)?\s{1,2}\(?$/i;

/** A second one in the same sentence: `401 on accounts and 404 on transactions`. */
const listed = /(?:\b(?:and|or|but|then|und|et|y|e)|[,;/&+])(?: (?:also|then|sometimes|now|an?|the|auch))?\s{1,2}$/i;

/** `payees 403 although the scope is there`: what goes on so tells how something turned out. */
const unlikeExpected =
  /^\s{1,2}(?:although|though|even (?:though|when|if|with)|despite|whenever|obwohl|aunque|alors que)\b/i;

/** A unit or a thing counted behind the number: it is an amount. */
const amount =
  /^(?:\s?(?:%|ms\b|msec|s\b(?! |$)|secs?\b|seconds?\b|minutes?\b|hours?\b|days?\b|weeks?\b|months?\b|years?\b|px\b|k\b|kb\b|mb\b|gb\b|kib\b|mib\b|b\b|bytes?\b|chars?\b|characters\b|bits?\b|lines?\b|rows?\b|users?\b|accounts?\b|items?\b|times\b|records?\b|results?\b|requests\b|transactions?\b|dollars?\b|usd\b|per\b|in total\b|of \d|\/(?![45]\d\d\b)|x\b)|[\w$€£]|[.,:]\d|-[\dA-Za-z])/i;

/** Words that go on behind a number that only a verb introduces. */
const goingOn =
  /error|errors|response|responses|status|code|http|when|whenever|on|from|for|with|and|but|since|after|if|in|at|back|again|every|each|instead|while|because|as|or|to|trying|this|still|anyway|either|unauthori[sz]ed|forbidden|not|bad|all|even|every|though|although|until|only|is|was|now|today|yesterday|always|intermittently|sometimes|randomly|using|via|by|page|message|here|there|exception|time-?outs?|last|no|appear(?:s|ed)?|comes?|came|shows?|without|upon|during|so|then|rather|out|calling|both|depending|regardless|except|which|that|means|too|json/;
const goesOnAsStatus = new RegExp(
  `^s?["')\\]}>*_\`」]{0,3}(?:\\s{0,3}$|\\s{0,2}[.,;:!?/)\\]"'\\n—–-]|\\s{1,2}(?:${goingOn.source}|\\(|${goingOnWord})(?!\\w)|\\s{1,2}(?:[{<]|map\\[)|\\s{0,2}[\\u0370-\\uffff])`,
  'i',
);

/** The statuses that `text` names in words, from left to right; `start` is where it stands in the source. */
export function findStatedStatuses(text: string, start: number): StatedStatus[] {
  const found: StatedStatus[] = [];
  for (const { 0: digits, index } of text.matchAll(/[1-5][0-9]{2}/g)) {
    const isBelow = start > 0 && found.length === 0 && index < reach;
    const stated =
      statedAt(text, index, Number(digits)) ??
      listedAt(text, index, found.at(-1)) ??
      (isBelow ? outputAt(text, index) : undefined);
    if (stated !== undefined) found.push(stated);
  }
  return presentOnes(text, found).map((stated) => ({
    ...stated,
    span: { start: start + stated.span.start, end: start + stated.span.end },
  }));
}

function listedAt(text: string, index: number, last: StatedStatus | undefined): StatedStatus | undefined {
  if (last === undefined || last.span.end < index - reach) return undefined;
  const status = Number(text.slice(index, index + 3));
  const before = lineBefore(text, index);
  const isListed =
    status >= 400 && !compared.test(before) && listed.test(text.slice(last.span.end, index)) && !denied.test(before);
  return isListed && goesOnAsStatus.test(text.slice(index + 3, index + 3 + reach))
    ? { status, span: { start: index, end: index + 3 } }
    : undefined;
}

/** A list of packets has the address, the protocol and the length before what a packet holds. */
const lengthOfPacket = /(?:\d{1,3}\.){3}\d{1,3} {1,20}HTTP(?:\/[\d.]{1,3})? {1,8}$/;

function statedAt(text: string, index: number, status: number): StatedStatus | undefined {
  const before = lineBefore(text, index);
  const after = text.slice(index + 3, index + 3 + reach);
  // A key of a table of statuses, or the first of a list of them.
  const isKey = /["'[]$/.test(before) && /^(?:["']\s?:|, ?\d{3}\b)/.test(after);
  if (isKey || made.test(before) || lengthOfPacket.test(before)) return undefined;
  if (/[\w.,$#/\\€£%-]$/.test(before) && !/(?:->|\b[a-z]{2,20}-|\bhttp_?|\bStatusCode\.)$/i.test(before))
    return undefined;
  const reason = reasonBehind(status, after);
  const end = index + 3 + (reason === undefined ? 0 : reason.offset + reason.text.length);
  const isReasoned = reason !== undefined && !denied.test(before);
  if (!isReasoned && !isStated(before, after, status)) return reasonedBefore(before, after, index, status);
  return { status, reason: reason?.text, span: { start: index, end } };
}

/** The name of a check, and what one expected: `✗ status is 201`, `expected response to have status code 200 but got 401`. */
const checked =
  /^\s{0,12}(?:\d{1,3}[.)]\s{1,8})?(?:[✓✗✔✘×√↳]|\d{1,3}[.)]|AssertionError|["'])\s{0,30}(?:status|response|code)[ \w]{0,30}$|\bexpected(?: http| response)? (?:status(?: ?code)?|code):? ?[<"'[]?$|\bexpected .{0,30}to (?:have|be|equal)[ \w]{0,24}$|check\(.{1,40}["'](?:is |has )?(?:status|response|code)[ \w]{0,30}$|^\s{0,12}(?:Then|And|\*) status |\bShould Be\b.{0,40}$|\bexpected_status=|^\s{0,8}\d{1,5} \| HTTP(?:\/[\d.]{1,3})? $/i;

/** The name of a test says what should come: `it('returns 401 without a token', …)`, `● accounts › returns 401`. */
const testName =
  /\b(?:it|test|specify|describe|context|scenario)(?:\.\w{1,10})?\( ?["'`][^"'`\n]{0,50}$|\bScenario(?: Outline)?: [^\n]{0,50}$|\bdef test_\w{0,50}$|^\s{0,12}[✓✔✕✗✘×●○√][^:\n]{0,50}$/;

/** What a test expected stands before it: `Expected status code <200> but was <403>`. */
const butCame = /\b(?:actual value is|but(?: it)?(?: actually)? (?:was|got|found|received|is)) ?[<"'([]?$/i;

function isStated(before: string, after: string, status: number): boolean {
  if (status >= 300 && butCame.test(before)) return !amount.test(after);
  if (compared.test(before) || checked.test(before) || testName.test(before)) return false;
  if (isVerb(before, after, status) || isTimed(before, after) || isCommented(before, after, status)) return true;
  if (amount.test(after) && !/^s\b/.test(after)) return false;
  if (/\b(?:http_?|StatusCode\.)$/i.test(before)) return true;
  if (saysStatus.test(before)) return !/\bexit status/i.test(before);
  if (status < 300) return succeeded.test(before) && /^\)?(?:$|[\s,.;!])/.test(after);
  if (denied.test(before)) return false;
  if (status >= 400 && isFailure(before, after)) return true;
  if (!goesOnAsStatus.test(after)) return false;
  return answers.test(before) || article.test(before) || (status >= 400 && isLed(before, status));
}

function isLed(before: string, status: number): boolean {
  return startsClause.test(before) || (reasonOf(status) !== undefined && foreignLead.test(before));
}

/** `Access forbidden (401) to …`, `the page is broken (404)`. */
const failedBefore =
  /\b(?:forbidden|denied|unauthori[sz]ed|not found|bad request|refused|rejected|broken|fails?|failed|failing|failure|errors?|exception|down|unavailable|time-?outs?)\b[^.()\n]{0,24} \($/i;

/** What only stands beside the status of a call that failed. */
function isFailure(before: string, after: string): boolean {
  if (saysError.test(before) || saysErrorBehind.test(after)) return true;
  if (saysInEastAsia.test(before) || saysInEastAsiaBehind.test(after)) return true;
  if (failedBefore.test(before) && after.startsWith(')')) return true;
  if (unlikeExpected.test(after) && /[a-z)\]"'`]\s{1,2}$/i.test(before)) return true;
  if (/^\s{0,8}\S{1,60}\s{1,4}$/.test(before) && /^\s{1,4}(?:fetch|xhr|preflight|document)\b/.test(after)) return true;
  return triedLabel.test(before) && /^["')\]]?[.!]?\s{0,3}(?:\n|$)/.test(after);
}

/** `the endpoint is 500ing`, `it 401s no matter what`, `we got 403'd`. */
function isVerb(before: string, after: string, status: number): boolean {
  if (status < 400 || denied.test(before)) return false;
  return (
    /^(?:'?ing|'?ed|'d)\b/.test(after) ||
    (/\b(?:it|always|just|still|now|also|only|which|that)\s$/i.test(before) && /^'?s\b/.test(after))
  );
}

/** How long it took stands beside it, as a console or a log shows it: `401  231 ms`, `Sent 403 in 2ms`. */
function isTimed(before: string, after: string): boolean {
  if (loggedBefore.test(before)) return /^(?: in [\d.]{1,12}[mµ]?s\b|\s{0,3}(?:\n|$))/.test(after);
  return /^\s{0,8}$/.test(before) && /^\s{1,4}(?:[A-Z][A-Za-z ]{1,30}\s{1,4})?[\d.]{1,8} ?m?s\b/.test(after);
}

/** All that stands below a command, as `curl -w '%{http_code}'` prints it; zsh marks that no line break came after it. */
function outputAt(text: string, index: number): StatedStatus | undefined {
  const isAll = text.slice(0, index).trim() === '' && /^%[ \t]{0,4}(?:\n|$)/.test(text.slice(index + 3, index + 9));
  return isAll ? { status: Number(text.slice(index, index + 3)), span: { start: index, end: index + 3 } } : undefined;
}

function isCommented(before: string, after: string, status: number): boolean {
  return (
    comment.test(before) &&
    !/\b(?:rescue|except|catch|raise|throw)\b/.test(before) &&
    reasonOf(status) !== undefined &&
    /^\s{0,3}(?:$|\n|[{[<(,;:]|\*\/|\.(?!\d)|[-–—] |[A-Z][a-z]|and\b|but\b)/.test(after)
  );
}

/** `403 Forbidden`, `403 (Forbidden)`, `403: Forbidden`, `403 - Forbidden`. */
function reasonBehind(status: number, after: string): { text: string; offset: number } | undefined {
  const gap = /^["']?\]?\s{0,2}[-:,(–—]?\s{0,2}["'(]?/.exec(after)?.[0] ?? '';
  const text = reasonAtStart(status, after.slice(gap.length));
  return text === undefined ? undefined : { text, offset: gap.length };
}

/** `Forbidden (403)`, `Internal Server Error: 500`. */
function reasonedBefore(before: string, after: string, index: number, status: number): StatedStatus | undefined {
  const gap = /\s{0,2}[:([-]{0,2}\s{0,2}$/.exec(before)?.[0] ?? '';
  if (gap === '' || amount.test(after)) return undefined;
  const words = before.slice(0, before.length - gap.length);
  const reason = reasonAtEnd(status, words);
  if (reason === undefined || denied.test(words.slice(0, words.length - reason.length))) return undefined;
  // A table of constants: `{ OK: 200, UNAUTHORIZED: 401 }`, `#define HTTP_FORBIDDEN 403`.
  if (/^[A-Z_ ]+$/.test(reason) && /(?:[{,]\s{0,3}|_)$/.test(words.slice(0, words.length - reason.length)))
    return undefined;
  return { status, reason, span: { start: index - gap.length - reason.length, end: index + 3 } };
}

function lineBefore(text: string, index: number): string {
  const before = text.slice(Math.max(0, index - reach), index);
  return before.slice(before.lastIndexOf('\n') + 1);
}

/** A response of which no more is known than its status. */
export function statedResponse({ status, reason, span }: StatedStatus): Response {
  return responseFrom({ span, status, reason, statusBasis: 'stated' });
}

/** A response of which the content is shown, and of which somebody or the content itself may state the status. */
export function contentResponse(content: Content, stated: StatedStatus | undefined, span: Span): Response {
  const { status, reason } = stated ?? {};
  return responseFrom({ span, status, reason, statusBasis: stated === undefined ? 'shown' : 'stated', content });
}

/** The status that a note behind a request line gives: `-> 403 Forbidden`, `(401)`, `returned 500`, `503 12ms`. */
export function readNotedStatus(note: string, start: number): StatedStatus | undefined {
  const direct =
    /^(?:[-=]{0,3}>|→|⇒|:|\||\(|\[|-|–|—|…|\.\.\.)?\s{0,4}(?:HTTP\/[\d.]{1,3} |status:? )?([1-5]\d\d)(?![\w.,:-]\d|\w|\s?ms)/i.exec(
      note,
    );
  if (direct?.[1] === undefined) return findStatedStatuses(note, start)[0];
  const status = Number(direct[1]);
  const at = direct[0].length - 3;
  const reason = reasonBehind(status, note.slice(direct[0].length, direct[0].length + reach));
  const end = direct[0].length + (reason === undefined ? 0 : reason.offset + reason.text.length);
  return {
    status,
    reason: reason?.text,
    span: { start: start + at, end: start + end },
  };
}

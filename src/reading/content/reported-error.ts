import type { Pair, ReportedError } from '../paste.ts';
import { elementText } from './element-text.ts';
import { toJson } from './json.ts';
import type { Group, Literal, Member } from './literal.ts';
import type { Place } from './place.ts';
import { written } from './quoted.ts';
import { readGroup } from './read-literal.ts';

/**
 * Error codes of OAuth and OpenID Connect. RFC 6749, sections 4.1.2.1 and 5.2; RFC 6750, 3.1; RFC 7009, 2.2.1;
 * RFC 7591, 3.2.2; RFC 8628, 3.5; RFC 8707, 2; RFC 9126, 2.3; RFC 9396, 5; RFC 9449, 5; OpenID Connect Core, 3.1.2.6;
 * the last line is what servers say beyond them.
 */
export const oauthErrorCodes: ReadonlySet<string> = new Set([
  ...['invalid_request', 'unauthorized_client', 'access_denied', 'unsupported_response_type', 'invalid_scope'],
  ...['server_error', 'temporarily_unavailable', 'invalid_client', 'invalid_grant', 'unsupported_grant_type'],
  ...['invalid_token', 'insufficient_scope', 'unsupported_token_type'],
  ...['invalid_redirect_uri', 'invalid_client_metadata', 'invalid_software_statement'],
  ...['authorization_pending', 'slow_down', 'expired_token', 'invalid_target', 'invalid_request_uri'],
  ...['invalid_request_object', 'request_not_supported', 'request_uri_not_supported', 'registration_not_supported'],
  ...['interaction_required', 'login_required', 'account_selection_required', 'consent_required'],
  ...['invalid_authorization_details', 'invalid_dpop_proof', 'use_dpop_nonce', 'unmet_authentication_requirements'],
  ...['redirect_uri_mismatch', 'insufficient_user_authentication', 'unapproved_software_statement'],
]);

/** How a name is compared: `error_code`, `errorCode` and `ErrorCode` are one, and so is AWS's `__type`. */
function plainName(name: string): string {
  if (name === '__type') return 'errortype';
  return name.toLowerCase().replace(/[_.\-\s]/g, '');
}

/** Names that hold a code and nothing else. */
const codeNames = new Set(['errorcode', 'errcode', 'errorid', 'faultcode', 'errortype', 'errorkey', 'errorname']);
/** Names that hold a code where a message stands beside them. `code` alone is an authorization code. */
const codeNamesBesideMessage = new Set([...codeNames, 'code', 'status', 'name', 'reason', 'key', 'id']);
/** Names of a message, the most telling first. */
const messageNames = [
  ...['errordescription', 'messages', 'message', 'errormessage', 'errormsg', 'msg', 'userfriendlymessage'],
  ...['usermessage', 'developermessage', 'faultstring', 'detail', 'description', 'errordetail', 'title'],
];
/** Names that an error report has beside its code and message, and little else has. */
const companions = new Set([
  ...['error', 'errors', 'status', 'statuscode', 'httpstatus', 'httpcode', 'type', 'instance', 'details', 'path'],
  ...[
    'timestamp',
    'time',
    'trace',
    'traceid',
    'requestid',
    'xrequestid',
    'correlationid',
    'id',
    'erroruri',
    'moreinfo',
  ],
  ...['docs', 'documentationurl', 'help', 'helpurl', 'field', 'fields', 'validationerrors', 'exception', 'success'],
  ...['scope', 'state', 'iss', 'data', 'method', 'url', 'locations', 'extensions', 'domain', 'location', 'cause', 'ok'],
  ...[
    'metadata',
    'meta',
    'context',
    'params',
    'param',
    'target',
    'source',
    'links',
    'loc',
    'ctx',
    'input',
    'severity',
    'result',
    'name',
  ],
]);
/** Names under which a report stands one level deeper, the most telling first. */
const wrappers = [
  ...['error', 'errors', 'fault', 'exception', 'response', 'body', 'data', 'detail', 'details', 'result', 'cause'],
  ...['problem', 'payload', 'message', 'innererror', 'err', 'status', 'output', 'content', 'meta'],
];

/** How deep a report is looked for. */
const deepest = 5;

/**
 * The error that a JSON object reports, whatever the API calls its parts: RFC 6749 (5.2), RFC 9457, the Google, Spring,
 * Express, JSON:API, GraphQL, gRPC-gateway, AWS and Apigee forms, `{"errorCode","messages"}`, and a bare `type` beside
 * nothing but a message. Undefined for an object that reports none.
 *
 * @param mediaType `application/problem+json` makes any object a problem.
 */
export function readReportedError(
  literal: Literal,
  place: Place,
  mediaType: string | undefined,
): ReportedError | undefined {
  return readAt(literal, place, /^application\/problem\+json/i.test(mediaType ?? ''), 0);
}

function readAt(literal: Literal, place: Place, isProblem: boolean, depth: number): ReportedError | undefined {
  if (literal.kind !== 'group' || depth > deepest) return undefined;
  if (literal.members.length === 0) {
    const [first] = literal.items;
    return first === undefined || first.kind !== 'group' ? undefined : readAt(first, place, isProblem, depth + 1);
  }
  const members = byName(literal);
  return (
    readOAuth(members, place) ??
    readProblem(members, place, isProblem) ??
    readWrapped(members, place, depth) ??
    readNamed(members, literal, place)
  );
}

type Members = ReadonlyMap<string, Member>;

function byName(group: Group): Members {
  return new Map(group.members.map((member) => [plainName(member.name), member]));
}

/** RFC 6749, section 5.2: a code without spaces under `error`. */
function readOAuth(members: Members, place: Place): ReportedError | undefined {
  const error = members.get('error');
  const description = members.get('errordescription');
  const code = error === undefined ? undefined : scalar(error.value);
  if (code === undefined || error === undefined) return undefined;
  const known = oauthErrorCodes.has(code);
  if (!known && !(description !== undefined && !/\s/.test(code)) && !/^[a-z]+(?:_[a-z]+)+$/.test(code))
    return undefined;
  const said = description ?? members.get('message');
  const text = said === undefined ? undefined : messageOf(said.value);
  return {
    format: 'oauth',
    code,
    description: text,
    span: spanOf(place, error, text === undefined ? undefined : said),
  };
}

/** RFC 9457, section 3.1. */
function readProblem(members: Members, place: Place, isProblem: boolean): ReportedError | undefined {
  const title = members.get('title');
  const detail = members.get('detail');
  const type = members.get('type');
  const [first] = [detail, title, type].filter((member) => member !== undefined);
  const looksLikeOne = (type !== undefined || members.has('status')) && (title !== undefined || detail !== undefined);
  if (first === undefined || !(isProblem || looksLikeOne)) return undefined;
  const description = messageOf((detail ?? title)?.value);
  const typeText = type === undefined ? undefined : scalar(type.value);
  const code = codeIn(members, codeNames);
  if (description === undefined && typeText === undefined) return undefined;
  return {
    format: 'problem',
    code: code?.text,
    description,
    type: typeText,
    span: spanOf(place, first),
  };
}

function readWrapped(members: Members, place: Place, depth: number): ReportedError | undefined {
  for (const name of wrappers) {
    const member = members.get(name);
    const inner = member === undefined ? undefined : readInner(member.value, place, depth + 1);
    if (inner === undefined) continue;
    const code = inner.code ?? codeIn(members, codeNames)?.text;
    const description = inner.description ?? messageIn(members)?.text;
    return { ...inner, code, description };
  }
  return undefined;
}

/** The report in an object, or in one that was encoded once more as a string: `"body":"{\\"error\\":…}"`. */
function readInner(value: Literal, place: Place, depth: number): ReportedError | undefined {
  if (value.kind === 'group') return readAt(value, place, false, depth);
  const text = value.kind === 'text' ? written(value.parts) : '';
  if (!text.startsWith('{')) return undefined;
  const read = readGroup(text, 0, text.length);
  return read === undefined
    ? undefined
    : readAt(read.literal, () => place(value.span.start, value.span.end), false, depth);
}

/** A code or a message under a usual name. */
function readNamed(members: Members, group: Group, place: Place): ReportedError | undefined {
  const message = messageIn(members);
  const code = codeIn(members, message === undefined ? codeNames : codeNamesBesideMessage) ?? codeOfExtensions(members);
  const type = members.get('type');
  const typeText = type === undefined ? undefined : scalar(type.value);
  const onlyKnownNames = group.members.every(({ name }) => isReportName(plainName(name)));
  const strong = code !== undefined && codeNames.has(plainName(code.member.name));
  if (!strong && !onlyKnownNames && !(message !== undefined && saysFailure(members))) return undefined;
  if (code === undefined && message === undefined && (typeText === undefined || /\s/.test(typeText))) return undefined;
  const first = code?.member ?? message?.member ?? type;
  if (first === undefined) return undefined;
  return {
    format: 'json',
    code: code?.text,
    description: message?.text,
    type: typeText,
    span: spanOf(place, first, message?.member),
  };
}

/** A status that is an error's, or a name for one beside the message: other members may have any names then. */
function saysFailure(members: Members): boolean {
  const statuses = ['status', 'statuscode', 'httpstatus', 'httpcode', 'code'].map((name) => members.get(name));
  return [...statuses.map((member) => [member, /^[45]\d\d$/] as const), [members.get('error'), /[a-z]/i] as const].some(
    ([member, wanted]) => member !== undefined && wanted.test(scalar(member.value) ?? ''),
  );
}

function isReportName(name: string): boolean {
  return codeNamesBesideMessage.has(name) || messageNames.includes(name) || companions.has(name) || name === '';
}

interface Found {
  readonly member: Member;
  readonly text: string;
}

function messageIn(members: Members): Found | undefined {
  for (const name of [...messageNames, 'error']) {
    const member = members.get(name);
    const text = member === undefined ? undefined : messageOf(member.value);
    if (member !== undefined && text !== undefined) return { member, text };
  }
  return undefined;
}

function codeIn(members: Members, names: ReadonlySet<string>): Found | undefined {
  for (const name of names) {
    const member = members.get(name);
    const text = member === undefined ? undefined : scalar(member.value);
    if (member !== undefined && text !== undefined) return { member, text };
  }
  return undefined;
}

/** GraphQL puts the code into `extensions`, JSON:API into `meta`. */
function codeOfExtensions(members: Members): Found | undefined {
  for (const name of ['extensions', 'meta', 'detail', 'details']) {
    const value = members.get(name)?.value;
    const code = value?.kind === 'group' ? codeIn(byName(value), new Set(['code', ...codeNames])) : undefined;
    if (code !== undefined) return code;
  }
  return undefined;
}

/** A string or a number as text; undefined for what is empty or no single value. */
function scalar(value: Literal): string | undefined {
  if (value.kind === 'group') return undefined;
  const json = toJson(value);
  return (typeof json === 'string' && json !== '') || typeof json === 'number' ? String(json) : undefined;
}

/** A message, or several as one. */
function messageOf(value: Literal | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (value.kind !== 'group') return pageTitle(scalar(value));
  if (value.bracket !== '[') return undefined;
  const texts = value.items.slice(0, 20).map(scalar);
  const present = texts.filter((text) => text !== undefined);
  return present.length > 0 ? present.join('; ') : undefined;
}

/** A gateway's page in a message is told by its title. */
function pageTitle(text: string | undefined): string | undefined {
  if (text === undefined || !/^\s{0,20}<(?:!doctype|html|head)/i.test(text)) return text;
  return (elementText(text, 'title') ?? elementText(text, 'h1'))?.text ?? text;
}

/** The members that say it: from the first name to the last value. */
function spanOf(place: Place, ...members: readonly (Member | undefined)[]): ReportedError['span'] {
  const present = members.filter((member) => member !== undefined);
  const start = Math.min(...present.map(({ nameSpan }) => nameSpan.start));
  const end = Math.max(...present.map(({ value }) => value.span.end));
  return place(start, end);
}

/** The error that a redirect's query or fragment (RFC 6749, section 4.1.2.1) or a form reports. */
export function readPairsError(pairs: readonly Pair[]): ReportedError | undefined {
  const error = pairs.find(({ name, value }) => name === 'error' && value !== '');
  if (error === undefined) return undefined;
  const description = pairs.find(({ name }) => name === 'error_description');
  return {
    format: 'oauth',
    code: error.value,
    description: description?.value,
    span: {
      start: Math.min(error.span.start, description?.span.start ?? error.span.start),
      end: Math.max(error.span.end, description?.span.end ?? error.span.end),
    },
  };
}

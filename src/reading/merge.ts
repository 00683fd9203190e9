import type { Failure, Field, Request, Response, Target } from './paste.ts';

/** Two sights of one thing as one; `other` where they are two things; undefined where there is none. */
export type Merged<Part> = Part | 'other' | undefined;

/**
 * A command and the message that came of it, as `curl -v` prints it below the command, are one request: with the fields
 * of the one that shows them whole, and the content of the one that shows it.
 */
export function mergedRequest(first: Request | undefined, second: Request | undefined): Merged<Request> {
  if (first === undefined || second === undefined) return first ?? second;
  if (isFieldsAlone(first) || isFieldsAlone(second)) return withFields(first, second);
  if (!isOneRequest(first, second)) return 'other';
  const shown = isShownMore(second, first) ? second : first;
  const rest = shown === first ? second : first;
  const method = shown.method ?? rest.method;
  const content = shown.content ?? rest.content;
  const isTold = isOpen(shown.target) && rest.target !== undefined && !isOpen(rest.target);
  const target = isTold ? rest.target : shown.target;
  return {
    ...shown,
    target,
    method,
    ...(content === undefined
      ? {}
      : { content, contentShown: shown.content === undefined ? rest.contentShown : shown.contentShown }),
  };
}

function isOneRequest(first: Request, second: Request): boolean {
  if (!isSameTarget(first, second)) return false;
  if (first.method !== undefined && second.method !== undefined && first.method !== second.method) return false;
  if (isSight(first, second) || isSight(second, first) || isMention(second) || isMention(first)) return true;
  return isLineAlone(first, second) || fillsIn(first, second);
}

/** Whether one is what a program sent, as a message or a URL, and the other the words that made it send that. */
function isSight(one: Request, other: Request): boolean {
  return one.source !== other.source && (one.source === 'http' || one.source === 'url');
}

/** A call that an error, a log or a sentence only names is the one above it. */
function isMention({ source, fields, fieldsShown, content }: Request): boolean {
  return telling.has(source) && fields.length === 0 && fieldsShown === 'part' && content === undefined;
}

/** Postman's console has the method and the URL above the message that was sent. */
function isLineAlone(first: Request, second: Request): boolean {
  return first.source === 'http' && second.source === 'http' && first.fields.length === 0 && second.fields.length > 0;
}

/** Where errors, consoles, logs and sentences come from. */
const telling: ReadonlySet<string> = new Set([
  ...[
    'node',
    'axios',
    'got',
    'ky',
    'ofetch',
    'angular',
    'bun',
    'rust',
    'python',
    'python-requests',
    'httpx',
    'aiohttp',
  ],
  ...['urllib', 'java', 'spring', 'http4s', 'okhttp', 'dotnet', 'go', 'ruby', 'php', 'guzzle', 'browser', 'log'],
  ...['apps-script', 'mulesoft', 'apex', 'lwp', 'elixir', 'faraday', 'rest-client', 'retrofit', 'bun'],
  ...['git', 'ktor', 'feign', 'dart', 'urlsession', 'prose'],
]);

/** What a program printed of the call above it, with the values of the variables that stand there. */
function fillsIn(first: Request, second: Request): boolean {
  if (first.fields.length === 0 || !first.fields.some(isOpen)) return false;
  return first.fields.every((field) => {
    const same = second.fields.find(({ name }) => name.toLowerCase() === field.name.toLowerCase());
    return same !== undefined && !isOpen(same) && (same.value === field.value || isOpen(field));
  });
}

function isOpen(part: Target | Field | undefined): boolean {
  return (part?.open ?? []).length > 0;
}

/** Header fields that a program printed, of a request that is shown elsewhere. */
function isFieldsAlone({ method, target, content }: Request): boolean {
  return method === undefined && target === undefined && content === undefined;
}

function withFields(first: Request, second: Request): Merged<Request> {
  const alone = isFieldsAlone(first) ? first : second;
  const whole = alone === first ? second : first;
  if (isFieldsAlone(whole)) return 'other';
  if (whole.fields.length === 0) return { ...whole, fields: alone.fields, fieldsShown: alone.fieldsShown };
  return alone === first ? whole : 'other';
}

function isShownMore(one: Request, other: Request): boolean {
  if (one.fieldsShown !== other.fieldsShown) return one.fieldsShown === 'whole';
  return one.fields.length > other.fields.length;
}

function isSameTarget(first: Request, second: Request): boolean {
  const one = first.target;
  const other = second.target;
  if (one === undefined || other === undefined) return false;
  if (isOpen(one) && !isOpen(other) && other.host !== undefined) return fits(one, other);
  if (one.host !== undefined && other.host !== undefined && one.host !== other.host) return false;
  if ([first, second].some(({ source, target }) => source === 'apps-script' && target?.path === '')) return true;
  return withoutSlash(one.path) === withoutSlash(other.path);
}

/** Whether a URI is the other with something in the place of its variables. */
function fits({ uri, open = [] }: Target, other: Target): boolean {
  let at = 0;
  let rest = uri;
  let isFirst = true;
  for (const variable of open) {
    const before = rest.indexOf(variable);
    if (before === -1) continue;
    const found = other.uri.indexOf(rest.slice(0, before), at);
    if (found === -1 || (isFirst && found > 0)) return false;
    at = found + before;
    rest = rest.slice(before + variable.length);
    isFirst = false;
  }
  return rest === '' || other.uri.slice(at).endsWith(rest);
}

function withoutSlash(path: string): string {
  return path === '/' ? '' : path;
}

/**
 * What is shown and what somebody says of it, a status line and the content below it, are one response. A response
 * behind an interim one or a redirect (RFC 9110, sections 15.2 and 15.4) is the one that counts.
 */
export function mergedResponse(first: Response | undefined, second: Response | undefined): Merged<Response> {
  if (first === undefined || second === undefined) return first ?? second;
  if (isPassing(first) && second.status !== undefined && second.statusBasis === 'shown') return second;
  if (isContradicted(first, second)) return 'other';
  const told = basis(first, second);
  const fields = first.fields.length > 0 ? first : second;
  const content = mergedContent(first, second);
  const span = { start: Math.min(first.span.start, second.span.start), end: Math.max(first.span.end, second.span.end) };
  const reason = told.reason ?? first.reason ?? second.reason;
  return {
    span,
    status: told.status,
    reason,
    statusBasis: told.statusBasis,
    fields: fields.fields,
    fieldsShown: fields.fields.length > 0 ? fields.fieldsShown : told.fieldsShown,
    content,
  };
}

function isPassing({ status }: Response): boolean {
  return status !== undefined && ((status >= 100 && status < 200) || (status >= 301 && status < 400 && status !== 304));
}

function isContradicted(first: Response, second: Response): boolean {
  if (first.status !== undefined && second.status !== undefined && first.status !== second.status) return true;
  if (first.fields.length > 0 && second.fields.length > 0) return true;
  return hasText(first) && hasText(second) && first.content?.text !== second.content?.text;
}

function hasText({ content }: Response): boolean {
  return content !== undefined && content.text.trim() !== '';
}

/** The one that tells the status, and shows it if one does. */
function basis(first: Response, second: Response): Response {
  if (first.status === undefined) return second.status === undefined ? first : second;
  return second.status !== undefined && first.statusBasis === 'stated' && second.statusBasis === 'shown'
    ? second
    : first;
}

/** An error in a `WWW-Authenticate` field stands as content without text; what has text counts before it. */
function mergedContent(first: Response, second: Response): Response['content'] {
  const text = hasText(first) ? first.content : second.content;
  const error = text?.error ?? first.content?.error ?? second.content?.error;
  const content = text ?? first.content;
  if (content === undefined) return undefined;
  return error === undefined ? content : { ...content, error };
}

/** One failure told twice, or by the tool and then by the program around it, is the one that says more. */
export function mergedFailure(first: Failure | undefined, second: Failure | undefined): Merged<Failure> {
  if (first === undefined || second === undefined) return first ?? second;
  if (first.code === second.code && first.kind === second.kind) return first;
  if (isVague(first) && !isVague(second)) return second;
  return isVague(second) && !isVague(first) ? first : 'other';
}

function isVague({ kind }: Failure): boolean {
  return kind === 'client' || kind === 'other';
}

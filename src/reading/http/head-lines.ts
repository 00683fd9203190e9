import type { Field } from '../paste.ts';
import type { Line } from '../recognizer.ts';

/** Methods of the IANA HTTP Method Registry that an API is called with, and `QUERY`. Case-sensitive: RFC 9110, 9.1. */
const methods = 'GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|TRACE|CONNECT|QUERY|PROPFIND|REPORT';

const methodPattern = new RegExp(`^(?:${methods})$`);

export function isMethod(word: string): boolean {
  return methodPattern.test(word);
}

export interface StatusLine {
  readonly status: number;
  readonly reason?: string;
}

const statusLine = /^\s{0,20}HTTP\/[0-9](?:\.[0-9])? {1,3}([1-5][0-9]{2})(?: (.*))?$/;
const measuredStatus =
  /^\s{0,20}<< (?:HTTP\/[0-9](?:\.[0-9])? )?([1-5][0-9]{2}) ([A-Z][\w' -]{1,40}) [\d.]{1,8}[bkmg]$/;

/**
 * A status line (RFC 9112, section 4), with or without a reason, of any version: HTTP/2 and HTTP/3 have none on the
 * wire, but every tool prints one. mitmproxy has `<<` before it and the size behind it. Undefined for any other line.
 */
export function readStatusLine(line: string): StatusLine | undefined {
  const text = line.trimEnd();
  const found = statusLine.exec(text) ?? measuredStatus.exec(text);
  if (found === null) return undefined;
  const [, status, rest] = found;
  const reason = rest?.trim() ?? '';
  return { status: Number(status), ...(reason === '' ? {} : { reason }) };
}

export interface RequestLine {
  readonly method: string;
  /** As it stands, from `targetStart` in the line. Empty where only dots stand for it. */
  readonly target: string;
  readonly targetStart: number;
  readonly version?: string;
  /** What stands behind the target and version: a note such as `-> 403 Forbidden`. */
  readonly rest: string;
  readonly restStart: number;
}

/**
 * A request line (RFC 9112, section 3), which people write without a version, and with what came back behind it.
 * Undefined for any other line, and for a sentence that only starts with a method (`GET the token first`). Firefox puts
 * `XHR` before it.
 */
export function readRequestLine(line: string): RequestLine | undefined {
  const start = /^\s{0,20}(?:XHR ?([A-Z]{3,8})[ \t]{0,8}(?=https?:)|([A-Z]{3,8})[ \t]{1,8}(?=\S))/.exec(line);
  const method = start?.[1] ?? start?.[2];
  if (start === null || method === undefined || !isMethod(method)) return undefined;
  const targetStart = start[0].length;
  const targetEnd = targetStart + targetLength(line.slice(targetStart));
  // `GET https://api.example.com/v1/things: 401`: the colon introduces what stands behind it.
  const target = line.slice(targetStart, targetEnd).replace(/:$/, '');
  if (!isTarget(target, method)) return undefined;
  const version = /^[ \t]{1,8}HTTP\/([0-9](?:\.[0-9])?)(?=\s|$)/.exec(line.slice(targetEnd, targetEnd + 24));
  const restStart = targetEnd + (version?.[0].length ?? 0);
  return {
    method,
    target,
    targetStart,
    version: version?.[1],
    rest: line.slice(restStart).trim(),
    restStart,
  };
}

/** Up to the first white space that stands outside of a placeholder's brackets. */
export function targetLength(text: string): number {
  const end = /[\s"'`]/.exec(text)?.index ?? text.length;
  const bracket = /[<{[](?=[^<>{}[\]\n/]{0,80}[>}\]])/.exec(text.slice(0, end + 100));
  if (bracket === null || bracket.index > end) return end;
  const after = bracket.index + text.slice(bracket.index).search(/[>}\]]/) + 1;
  if (after <= end) return end;
  return after + (/[\s"'`]/.exec(text.slice(after))?.index ?? text.length - after);
}

function isTarget(target: string, method: string): boolean {
  return (
    /^(?:\/|[a-z][a-z0-9+.-]{1,20}:\/\/|[{<[$]|\.\.\.|…)/i.test(target) ||
    /^[\w-]{1,63}(?:\.[\w-]{1,63}){1,10}(?::\d{1,5})?(?:[/?]|$)/.test(target) ||
    /^localhost\b/.test(target) ||
    (method === 'OPTIONS' && target === '*')
  );
}

/**
 * A field line (RFC 9110, section 5), or undefined. `start` is where the line stands in the source; the field's span is
 * the line without the white space around it. A name has no white space in it, which tells most prose apart.
 */
export function readFieldLine(line: Line): Field | undefined {
  const found = /^[ \t]{0,8}(:?[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}):(?!\/\/)/.exec(line.text);
  const name = found?.[1];
  if (found === null || name === undefined) return undefined;
  const indent = line.text.length - line.text.trimStart().length;
  const end = line.text.trimEnd().length;
  return {
    name,
    value: line.text.slice(found[0].length).trim(),
    span: { start: line.start + indent, end: line.start + Math.max(end, found[0].length) },
  };
}

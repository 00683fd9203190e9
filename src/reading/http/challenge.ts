import type { Field, ReportedError, Response } from '../paste.ts';

/**
 * The error that a `WWW-Authenticate` field reports (RFC 6750, section 3), or undefined: most challenges only name a
 * scheme and a realm.
 */
export function readChallenge(field: Field): ReportedError | undefined {
  const code = parameter(field.value, 'error');
  if (code === undefined) return undefined;
  const description = parameter(field.value, 'error_description');
  return { format: 'challenge', code, ...(description === undefined ? {} : { description }), span: field.span };
}

/** An auth-param by name: a token or a quoted string (RFC 9110, section 11.2). */
function parameter(value: string, name: string): string | undefined {
  const start = new RegExp(`(?:^|[\\s,])${name}\\s{0,4}=\\s{0,4}`, 'i').exec(value);
  if (start === null) return undefined;
  const rest = value.slice(start.index + start[0].length);
  const found = /^"([^"]{0,2000})"?/.exec(rest) ?? /^([^\s,"]{1,200})/.exec(rest);
  return found?.[1];
}

/** The response with the error of its challenge, unless its content reports one. */
export function withChallenge(response: Response): Response {
  if (response.content?.error !== undefined) return response;
  for (const field of response.fields) {
    if (field.name.toLowerCase() !== 'www-authenticate') continue;
    const error = readChallenge(field);
    const { content } = response;
    if (error === undefined) continue;
    const bare = content ?? { span: { start: field.span.end, end: field.span.end }, text: '', data: { kind: 'empty' } };
    return { ...response, content: { ...bare, error } };
  }
  return response;
}

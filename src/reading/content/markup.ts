import type { Content, ContentData, ReportedError } from '../paste.ts';
import { type ElementText, elementText, plainText } from './element-text.ts';
import type { Place } from './place.ts';
import { oauthErrorCodes } from './reported-error.ts';

/** Reads markup by its title and first heading; everything else in it is for machines. */
export function readMarkup(text: string, place: Place): Pick<Content, 'data' | 'error'> {
  const error = readMarkupError(text, place);
  const data = isHtml(text) ? htmlData(text) : ({ kind: 'xml' } satisfies ContentData);
  return error === undefined ? { data } : { data, error };
}

function isHtml(text: string): boolean {
  return /<(?:!doctype\s+html|html|head|title|body|h1|h2|center|pre|p|div)\b/i.test(text.slice(0, 5000));
}

function htmlData(text: string): ContentData & { kind: 'html' } {
  const title = elementText(text, 'title')?.text;
  const heading = headingOf(text)?.text;
  return { kind: 'html', title, heading };
}

/** The first heading; where a page has none, what it shows as a program printed it, as Express does. */
function headingOf(text: string): ElementText | undefined {
  return elementText(text, 'h1') ?? elementText(text, 'h2') ?? elementText(text, 'h3') ?? elementText(text, 'pre');
}

/** Elements that hold a code and a message: OAuth errors, S3's, Spring's and SOAP's reports. */
const codeElements = ['errorcode', 'code', 'faultcode', 'error', 'error_code', 'status'];
const messageElements = [
  ...['error_description', 'errormessage', 'message', 'faultstring', 'text', 'reason', 'description', 'detail'],
  ...['error_message', 'title'],
];

function readMarkupError(text: string, place: Place): ReportedError | undefined {
  return readRenderedOAuthError(text, place) ?? (isHtml(text) ? readPageError(text, place) : readXmlError(text, place));
}

/** Words that a page about anything else has not in its title or first heading. */
const errorWords =
  /\b(?:error|errors|denied|forbidden|not found|unauthori[sz]ed|blocked|unavailable|cannot (?:get|post|put|patch|delete)|invalid|expired|timed? ?out|exception|bad (?:request|gateway)|too many requests|not allowed|refused|failed|went wrong|oops|maintenance|[45]\d\d)\b/i;

/** An error page is told by its heading and its title, the one that says more. */
function readPageError(text: string, place: Place): ReportedError | undefined {
  const title = elementText(text, 'title');
  const heading = headingOf(text);
  const telling = [heading, title].filter((part) => part !== undefined && errorWords.test(part.text));
  const [first] = telling;
  if (first === undefined) return undefined;
  const isMore = (part: ElementText): boolean => part.text.length > first.text.length + 8;
  const description = telling.find((part) => part !== undefined && isMore(part)) ?? first;
  return {
    format: 'html',
    description: description.text,
    span: place(description.start, description.end),
  };
}

/** `<strong>error</strong>: invalid_request`, as authorization servers show an error that they cannot redirect. */
function readRenderedOAuthError(text: string, place: Place): ReportedError | undefined {
  const code = /\berror(?:<\/\w{1,10}>)?\s{0,10}[:=]\s{0,10}(?:<\w{1,10}>)?([a-z]{2,40}(?:_[a-z]{2,40}){1,6})\b/.exec(
    text.slice(0, 200_000),
  );
  if (code?.[1] === undefined) return undefined;
  const said = /\berror_description(?:<\/\w{1,10}>)?\s{0,10}[:=]\s{0,10}([^\n]{1,1000})/.exec(
    text.slice(code.index, code.index + 3000),
  );
  const raw = said?.[1]?.split(/<\/(?:pre|p|div|li|td)>/i, 1)[0];
  const description = raw === undefined ? '' : plainText(raw);
  return {
    format: 'oauth',
    code: code[1],
    ...(description === '' ? {} : { description }),
    span: place(code.index, code.index + code[0].length),
  };
}

function readXmlError(text: string, place: Place): ReportedError | undefined {
  const head = text.slice(0, 20_000);
  const code = firstElement(head, codeElements);
  const told = code ?? firstElement(head, ['value']);
  const message = firstElement(head, messageElements);
  const first = told ?? message;
  if (first === undefined) return undefined;
  const codeIsToken = told !== undefined && !/\s/.test(told.text);
  const description = message?.text ?? (codeIsToken ? undefined : told?.text);
  return {
    format: codeIsToken && oauthErrorCodes.has(told.text) ? 'oauth' : 'xml',
    ...(codeIsToken ? { code: told.text } : {}),
    description,
    span: place(first.start, first.end),
  };
}

function firstElement(text: string, names: readonly string[]): ElementText | undefined {
  for (const name of names) {
    const found = elementText(text, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

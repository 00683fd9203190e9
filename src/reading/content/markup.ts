import type { Span } from '../../sealing/span.ts';
import type { Content, ContentData, ReportedError } from '../paste.ts';
import { placeIn } from './place.ts';

/** How much of an element's text is worth telling, in UTF-16 code units. */
const longestText = 300;

/** Reads markup by its title and first heading; everything else in it is for machines. */
export function readMarkup(text: string, span: Span): Pick<Content, 'data' | 'error'> {
  const error = readMarkupError(text, span);
  const data = isHtml(text) ? htmlData(text) : ({ kind: 'xml' } satisfies ContentData);
  return error === undefined ? { data } : { data, error };
}

function isHtml(text: string): boolean {
  return /<(?:!doctype\s+html|html|head|title|body|h1|h2|center|pre|p|div)\b/i.test(text.slice(0, 5000));
}

function htmlData(text: string): ContentData {
  const title = elementText(text, 'title')?.text;
  const heading = (elementText(text, 'h1') ?? elementText(text, 'h2') ?? elementText(text, 'h3'))?.text;
  return {
    kind: 'html',
    ...(title === undefined ? {} : { title }),
    ...(heading === undefined ? {} : { heading }),
  };
}

interface ElementText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The text of the first element of that name, without the markup in it. Undefined where there is none or no text. */
function elementText(text: string, name: string): ElementText | undefined {
  const opening = new RegExp(`<(?:\\w{1,20}:)?${name}(?:\\s[^<>]{0,500})?>`, 'i').exec(text);
  if (opening === null) return undefined;
  const start = opening.index + opening[0].length;
  const rest = text.slice(start, start + 4 * longestText);
  const closing = new RegExp(`</(?:\\w{1,20}:)?${name}\\s?>`, 'i').exec(rest);
  const raw = closing === null ? rest : rest.slice(0, closing.index);
  const shown = plainText(raw);
  return shown === '' ? undefined : { text: shown, start, end: start + raw.length };
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function plainText(markup: string): string {
  return markup
    .replace(/<[^<>]{0,1000}>/g, ' ')
    .replace(/&(#?\w{1,8});/g, (whole, name: string) => entities[name] ?? decimalEntity(name) ?? whole)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestText);
}

function decimalEntity(name: string): string | undefined {
  const code = /^#\d{1,6}$/.test(name) ? Number(name.slice(1)) : 0;
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** Elements that hold a code and a message: OAuth errors rendered for a browser, S3's and SOAP's reports. */
const codeElements = ['errorcode', 'code', 'faultcode', 'error'];
const messageElements = ['error_description', 'errormessage', 'message', 'faultstring', 'description'];

function readMarkupError(text: string, span: Span): ReportedError | undefined {
  return readRenderedOAuthError(text, span) ?? (isHtml(text) ? undefined : readXmlError(text, span));
}

/** `<strong>error</strong>: invalid_request`, as authorization servers show an error that they cannot redirect. */
function readRenderedOAuthError(text: string, span: Span): ReportedError | undefined {
  const code = /\berror(?:<\/\w{1,10}>)?\s{0,10}[:=]\s{0,10}(?:<\w{1,10}>)?([a-z]{2,40}(?:_[a-z]{2,40}){1,6})\b/.exec(
    text.slice(0, 200_000),
  );
  if (code?.[1] === undefined) return undefined;
  const said = /\berror_description(?:<\/\w{1,10}>)?\s{0,10}[:=]\s{0,10}([^\n]{1,1000})/.exec(
    text.slice(code.index, code.index + 3000),
  );
  const raw = said?.[1]?.split(/<\/(?:pre|p|div|li|td)>/i, 1)[0];
  const description = raw === undefined ? '' : plainText(raw);
  const place = placeIn(text, span);
  return {
    format: 'oauth',
    code: code[1],
    ...(description === '' ? {} : { description }),
    span: place(code.index, code.index + code[0].length),
  };
}

function readXmlError(text: string, span: Span): ReportedError | undefined {
  const head = text.slice(0, 20_000);
  const code = codeElements.map((name) => elementText(head, name)).find((found) => found !== undefined);
  const message = messageElements.map((name) => elementText(head, name)).find((found) => found !== undefined);
  const first = code ?? message;
  if (first === undefined) return undefined;
  const codeIsToken = code !== undefined && !/\s/.test(code.text);
  const description = message?.text ?? (codeIsToken ? undefined : code?.text);
  return {
    format: 'json',
    ...(codeIsToken ? { code: code.text } : {}),
    ...(description === undefined ? {} : { description }),
    span: placeIn(text, span)(first.start, first.end),
  };
}

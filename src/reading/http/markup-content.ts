import type { Span } from '../../sealing/span.ts';
import { readContent } from '../content/read-content.ts';
import type { Piece, Recognizer } from '../recognizer.ts';
import { contentResponse, findStatedStatuses, type StatedStatus } from './stated-status.ts';

/**
 * An HTML page or an XML error that stands on its own, from its first tag to its last. A page says its status in its
 * title or heading, if at all: `<title>403 Forbidden</title>`.
 */
export const markupContentRecognizer: Recognizer = {
  name: 'markup-content',
  mayStandIn: (text) => opening.test(text),
  recognize: ({ text }, within) => {
    const pieces: Piece[] = [];
    const closings = closingsIn(text, within);
    let taken = within.start;
    for (const { 0: whole, 1: name = '', index } of text.slice(within.start, within.end).matchAll(openings)) {
      const start = within.start + index;
      if (start < taken || isInString(text, taken, start)) continue;
      const root = /^[!?]/.test(name) ? rootName(text, start + whole.length) : name;
      const end = closings(root, start) ?? endOfParagraphs(text, start, within.end);
      pieces.push(pieceOf(text, { start, end }));
      taken = end;
    }
    return pieces;
  },
};

const opening =
  /<(!doctype html|\?xml|html|head|title|body|h1|(?:[\w-]{1,20}:)?(?:Envelope|Fault|Errors?|ErrorResponse|ErrorDetails?|Exception|OAuth\w{0,30}|problem|Map))(?=\s[^\n]|\s?\/?>)/i;
const openings = new RegExp(opening.source, 'gi');

/** The first element behind a declaration. */
function rootName(text: string, from: number): string {
  return /<([a-z][\w:-]{0,40})/i.exec(text.slice(from, from + 1000))?.[1] ?? 'html';
}

/** Where the first closing tag of a name ends, at or behind an offset; each is looked for once. */
function closingsIn(text: string, within: Span): (name: string, from: number) => number | undefined {
  const missing = new Set<string>();
  return (name, from) => {
    // Fragments of a page go on with their paragraph.
    const key = name.toLowerCase();
    if (missing.has(key) || /^(?:head|title|h1)$/.test(key)) return undefined;
    const closing = new RegExp(`</${key}\\s?>`, 'gi');
    closing.lastIndex = from;
    const found = closing.exec(text);
    const end = found === null ? within.end + 1 : found.index + found[0].length;
    if (end <= within.end) return end;
    missing.add(key);
    return undefined;
  };
}

/** Markup in a string of JSON or of a program belongs to that. */
function isInString(text: string, from: number, start: number): boolean {
  const before = text.slice(Math.max(from, start - 300), start);
  return /["']\s{0,2}[:=+]\s{0,2}["'`][^"'`\n]{0,200}$|["'`]$/.test(before.slice(before.lastIndexOf('\n') + 1));
}

/** A page that was cut off goes on as long as its lines start with a tag or stand right below one. */
function endOfParagraphs(text: string, start: number, end: number): number {
  const gap = /\n[ \t]{0,80}\n(?!\s{0,80}<)/.exec(text.slice(start, end));
  return gap === null ? end : start + gap.index;
}

function pieceOf(text: string, span: Span): Piece {
  const content = readContent(text.slice(span.start, span.end), span, 'text/html');
  const { data } = content;
  const said = data.kind === 'html' ? [data.title, data.heading].filter((part) => part !== undefined).join('\n') : '';
  const stated = findStatedStatuses(said, 0)[0] ?? statedInside(content.text);
  return { kind: 'response', span, response: contentResponse(content, stated, span) };
}

/** `(type=Forbidden, status=403)` of Spring's page, `<status>404</status>` of its XML. */
function statedInside(text: string): StatedStatus | undefined {
  const found = /\bstatus(?:=|>\s{0,4})([45]\d\d)(?=[\s,;)<]|$)/i.exec(text.slice(0, 20_000));
  return found?.[1] === undefined ? undefined : { status: Number(found[1]), span: { start: 0, end: 0 } };
}

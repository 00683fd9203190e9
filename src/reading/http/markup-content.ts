import { readContent } from '../content/read-content.ts';
import type { Piece, Recognizer } from '../recognizer.ts';
import { contentResponse, findStatedStatuses } from './stated-status.ts';

/**
 * An HTML page or an XML error that stands on its own, from its first tag to its last. A page says its status in its
 * title or heading, if at all: `<title>403 Forbidden</title>`.
 */
export const markupContentRecognizer: Recognizer = {
  name: 'markup-content',
  mayStandIn: (text) => openings.test(text),
  recognize: ({ text }, within) => {
    const pieces: Piece[] = [];
    let from = within.start;
    while (from < within.end) {
      const rest = text.slice(from, within.end);
      const opening = openings.exec(rest);
      if (opening === null) break;
      const start = from + opening.index;
      const closing = closings.exec(text.slice(start, within.end));
      const end =
        closing === null ? endOfParagraphs(text, start, within.end) : start + closing.index + closing[0].length;
      pieces.push(pieceOf(text, start, end));
      from = end;
    }
    return pieces;
  },
};

const openings = /<(?:!doctype html|html|\?xml|Error|(?:soap|SOAP-ENV|s|soapenv):Envelope)\b/i;
const closings = /<\/(?:html|Error|(?:soap|SOAP-ENV|s|soapenv):Envelope)\s?>/i;

/** A page that was cut off goes on as long as its lines start with a tag or stand right below one. */
function endOfParagraphs(text: string, start: number, end: number): number {
  const gap = /\n[ \t]{0,80}\n(?!\s{0,80}<)/.exec(text.slice(start, end));
  return gap === null ? end : start + gap.index;
}

function pieceOf(text: string, start: number, end: number): Piece {
  const span = { start, end };
  const content = readContent(text.slice(start, end), span, 'text/html');
  const { data } = content;
  const said = data.kind === 'html' ? [data.title, data.heading].filter((part) => part !== undefined).join('\n') : '';
  const stated = findStatedStatuses(said, 0)[0];
  return { kind: 'response', span, response: contentResponse(content, stated, span) };
}

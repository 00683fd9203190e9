import { linesWithin } from '../http/lines-within.ts';
import { messageLines, readHead } from '../http/message.ts';
import { requestFrom, responseFrom } from '../messages.ts';
import type { Field } from '../paste.ts';
import type { Line, Piece, Recognizer } from '../recognizer.ts';
import { readTarget } from '../target.ts';

/**
 * A message of .NET's HttpClient as its `ToString` writes it: `Method: GET, RequestUri: '…', …, Headers:` or
 * `StatusCode: 401, ReasonPhrase: '…', …, Headers:`, and the fields in braces below.
 */
export const dotnetMessageRecognizer: Recognizer = {
  name: 'dotnet-message',
  mayStandIn: (text) => /Method: [A-Z]{3,8}, RequestUri: |StatusCode: \d{3}, ReasonPhrase: /.test(text),
  recognize: (source, within) => {
    const lines = linesWithin(source, within);
    const message = messageLines(source, lines);
    return lines.flatMap((line, index): readonly Piece[] => {
      const opens = lines[index + 1]?.text.trim() === '{';
      const { fields } = opens ? readHead(message, index + 2) : { fields: [] };
      const piece = pieceOf(line, fields);
      return piece === undefined ? [] : [piece];
    });
  },
};

function pieceOf({ text, start }: Line, fields: readonly Field[]): Piece | undefined {
  const sent = /\bMethod: ([A-Z]{3,8}), RequestUri: '([^']{1,8000})'/.exec(text);
  const received = /\bStatusCode: ([1-5]\d\d), ReasonPhrase: '([^']{0,100})'/.exec(text);
  const found = sent ?? received;
  if (found === null) return undefined;
  const from = start + found.index;
  const span = { start: from, end: fields.at(-1)?.span.end ?? start + text.trimEnd().length };
  const shown = { fields, fieldsShown: fields.length > 0 ? ('whole' as const) : ('part' as const) };
  if (sent !== null) {
    const [whole, method = '', uri = ''] = sent;
    const at = from + whole.indexOf(`'${uri}`) + 1;
    const target = readTarget(uri, { start: at, end: at + uri.length });
    return { kind: 'request', span, request: requestFrom({ span, source: 'dotnet', method, target, ...shown }) };
  }
  const [, status = '', reason = ''] = found;
  const told = reason === '' ? {} : { reason };
  return { kind: 'response', span, response: responseFrom({ span, status: Number(status), ...told, ...shown }) };
}

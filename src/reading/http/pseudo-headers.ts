import type { Field } from '../paste.ts';
import type { Line, Piece, Recognizer } from '../recognizer.ts';
import { readTarget } from '../target.ts';
import { isMethod } from './head-lines.ts';
import { linesWithin } from './lines-within.ts';
import {
  fieldValue,
  firstLineAfter,
  type Head,
  type MessageLines,
  messageLines,
  readBody,
  readHead,
} from './message.ts';

/**
 * A head with the pseudo-header fields of HTTP/2 and HTTP/3 (RFC 9113, section 8.3) in place of a start line, as
 * browsers and proxies show it: `:method: GET`, `:path: /v1/me`, or `:status: 401`.
 */
export const pseudoHeadersRecognizer: Recognizer = {
  name: 'pseudo-headers',
  mayStandIn: (text) => /(?:^|\n)\s{0,8}:(?:method|status|authority|path|scheme)\b/.test(text),
  recognize: (source, within) => {
    const message = messageLines(source, linesWithin(source, within));
    const pieces: Piece[] = [];
    let index = 0;
    while (index < message.lines.length) {
      const head = isPseudo(message.lines[index]) ? readHead(message, index) : undefined;
      const read = head === undefined ? undefined : pieceOf(message, head);
      if (read !== undefined) pieces.push(read);
      // A head that is none is none from any of its lines on.
      const next = read === undefined ? head?.next : firstLineAfter(message, index + 1, read.span.end);
      index = Math.max(index + 1, next ?? 0);
    }
    return pieces;
  },
};

function isPseudo(line: Line | undefined): boolean {
  return line !== undefined && /^\s{0,8}:(?:method|status|authority|path|scheme):/.test(line.text);
}

function pieceOf(message: MessageLines, head: Head): Piece | undefined {
  const pseudo = head.fields.filter(({ name }) => name.startsWith(':'));
  const fields = head.fields.filter(({ name }) => !name.startsWith(':'));
  const status = fieldValue(pseudo, ':status');
  const isResponse = status !== undefined && /^[1-5]\d\d(?= [A-Z]|$)/.test(status);
  const method = fieldValue(pseudo, ':method');
  const path = pseudo.find(({ name }) => name === ':path');
  if (!isResponse && (path === undefined || (method !== undefined && !isMethod(method)))) return undefined;
  const content = isPseudo(message.lines[head.next]) ? undefined : readBody(message, head.next, fields);
  const start = head.fields[0]?.span.start ?? 0;
  const end = content?.span.end ?? head.fields.at(-1)?.span.end ?? start;
  const span = { start, end };
  if (isResponse) {
    const response = {
      span,
      status: Number(status.slice(0, 3)),
      statusBasis: 'shown',
      fields,
      fieldsShown: 'whole',
      content,
    } as const;
    return { kind: 'response', span, response };
  }
  if (path === undefined) return undefined;
  const request = {
    span,
    source: 'http',
    method,
    target: targetOf(pseudo, path),
    fields,
    fieldsShown: 'whole',
    content,
    contentShown: content !== undefined || method === 'GET' ? 'whole' : 'part',
  } as const;
  return { kind: 'request', span, request };
}

function targetOf(pseudo: readonly Field[], path: Field) {
  const authority = fieldValue(pseudo, ':authority');
  const scheme = fieldValue(pseudo, ':scheme') ?? 'https';
  if (authority !== undefined && authority !== '')
    return readTarget(`${scheme}://${authority}${path.value}`, path.span);
  const start = path.span.end - path.value.length;
  return readTarget(path.value, { start, end: path.span.end });
}

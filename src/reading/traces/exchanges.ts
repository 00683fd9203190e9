import type { Span } from '../../sealing/span.ts';
import { type Excerpt, type ExcerptLine, excerptOf } from '../excerpt.ts';
import { httpRequestRecognizer } from '../http/http-request.ts';
import { httpResponseRecognizer } from '../http/http-response.ts';
import { pseudoHeadersRecognizer } from '../http/pseudo-headers.ts';
import type { Request, Response } from '../paste.ts';
import type { Piece } from '../recognizer.ts';
import { placedRequest, placedResponse } from '../rewrite.ts';

/**
 * What a trace shows of one exchange, its marks taken off: the lines that were sent, and those that came back with
 * whatever stands behind them. `span` goes to the last line with a mark.
 */
export interface TracedExchange {
  readonly span: Span;
  readonly sent: readonly ExcerptLine[];
  readonly received: readonly ExcerptLine[];
}

/** The request and the response that stand in a trace; a trace shows all fields of both. */
export function readTracedExchange(text: string, { span, sent, received }: TracedExchange): Piece | undefined {
  const request = requestIn(excerptOf(text, sent));
  const response = responseIn(excerptOf(text, received));
  if (request === undefined && response === undefined) return undefined;
  const end = Math.max(span.end, request?.span.end ?? 0, response?.span.end ?? 0);
  return {
    kind: 'exchange',
    span: { start: span.start, end },
    request: request === undefined ? undefined : { ...request, fieldsShown: 'whole' },
    response: response === undefined ? undefined : { ...response, fieldsShown: 'whole' },
  };
}

function requestIn({ source, place }: Excerpt): Request | undefined {
  const within = { start: 0, end: source.text.length };
  const isStream = source.text.startsWith(':');
  const recognizer = isStream ? pseudoHeadersRecognizer : httpRequestRecognizer;
  const piece = recognizer.recognize(source, within).find(({ kind }) => kind === 'request');
  return piece?.kind === 'request' ? placedRequest(piece.request, place) : undefined;
}

/** The last response: those before it were interim, or redirects that were followed. */
function responseIn({ source, place }: Excerpt): Response | undefined {
  const pieces = httpResponseRecognizer.recognize(source, { start: 0, end: source.text.length });
  const piece = pieces.at(-1);
  return piece?.kind === 'response' ? placedResponse(piece.response, place) : undefined;
}

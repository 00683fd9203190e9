import { mergedFailure, mergedRequest, mergedResponse } from './merge.ts';
import type { Exchange, NamedValue, Request } from './paste.ts';
import type { Piece } from './recognizer.ts';
import { redirectErrorOf } from './redirect-error.ts';

export interface Assembled {
  readonly exchanges: readonly Exchange[];
  readonly named: readonly NamedValue[];
}

/**
 * Puts together what belongs to one exchange, from pieces in the order in which they stand: a request and what
 * answered it, whichever comes first. An answer goes to the request before it that has none yet; one that contradicts
 * what is known of that exchange (another status, other content) starts an exchange of its own. A URL in passing is a
 * request only where no request that is shown in full waits for the answer.
 */
export function assemble(pieces: readonly Piece[]): Assembled {
  const named: NamedValue[] = [];
  const exchanges: Exchange[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'named') {
      named.push(piece.named);
      continue;
    }
    if (piece.kind === 'setting') continue;
    const exchange = exchangeOf(piece);
    const home = homeOf(exchanges, exchange, () => nextAnswer(pieces, index));
    const joined = home === undefined ? undefined : join(exchanges[home], exchange);
    if (home === undefined || joined === undefined) exchanges.push(exchange);
    else exchanges[home] = joined;
  }
  return { exchanges: exchanges.map(withRedirectError), named };
}

function withRedirectError(exchange: Exchange): Exchange {
  const redirectError = redirectErrorOf(exchange);
  return redirectError === undefined ? exchange : { ...exchange, redirectError };
}

type Part = Exclude<Piece, { kind: 'named' | 'setting' }>;

function exchangeOf(piece: Part): Exchange {
  switch (piece.kind) {
    case 'request':
      return { request: piece.request };
    case 'response':
      return { response: piece.response };
    case 'failure':
      return { failure: piece.failure };
    case 'exchange':
      return { request: piece.request, response: piece.response, failure: piece.failure };
  }
}

/** The index of the exchange that may be the same as this one: the last, or the one before URLs in passing. */
function homeOf(
  exchanges: readonly Exchange[],
  exchange: Exchange,
  nextAnswer: () => Exchange | undefined,
): number | undefined {
  const last = exchanges.length - 1;
  const before = exchanges[last];
  if (before === undefined) return undefined;
  if (exchange.request === undefined) return waitingRequest(exchanges) ?? last;
  if (before.request !== undefined) return isOtherCall(before, exchange, nextAnswer) ? undefined : last;
  if (isAnswered(exchange)) return isSameAnswer(before, exchange) ? last : undefined;
  const answer = nextAnswer();
  return answer === undefined || isSameAnswer(before, answer) || isRestOf(before, answer) ? last : undefined;
}

/** A request behind an answered one that gets another answer is another call, be it to the same target. */
function isOtherCall(before: Exchange, exchange: Exchange, nextAnswer: () => Exchange | undefined): boolean {
  if (!isAnswered(before) || isAnswered(exchange)) return false;
  const answer = nextAnswer();
  // A sentence goes on to another call, unless it says all of it again, as in another language.
  if (exchange.request?.source === 'prose') return answer === undefined || !isSameAnswer(before, answer);
  return answer?.response?.status !== undefined && !isSameAnswer(before, answer);
}

/** How many URLs in passing may stand between a request and its answer. */
const passingUrls = 5;

/** The last request without an answer that is more than a URL, if only URLs in passing stand behind it. */
function waitingRequest(exchanges: readonly Exchange[]): number | undefined {
  const limit = Math.max(0, exchanges.length - passingUrls);
  for (let index = exchanges.length - 1; index >= limit; index -= 1) {
    const exchange = exchanges[index];
    if (exchange?.request === undefined || isAnswered(exchange)) return undefined;
    if (!isUrlAlone(exchange.request)) return index;
  }
  return undefined;
}

function isUrlAlone(request: Request): boolean {
  return request.source === 'url' || request.source === 'callback';
}

function isAnswered({ response, failure }: Exchange): boolean {
  return response !== undefined || failure !== undefined;
}

/** What answers the request at `index`, if the next piece that is no named value does. */
function nextAnswer(pieces: readonly Piece[], index: number): Exchange | undefined {
  for (let next = index + 1; next < pieces.length; next += 1) {
    const piece = pieces[next];
    if (piece === undefined || piece.kind === 'named' || piece.kind === 'setting') continue;
    return piece.kind === 'response' || piece.kind === 'failure' ? exchangeOf(piece) : undefined;
  }
  return undefined;
}

/** What a person or a message says before the request is what the response or the failure behind it shows. */
function isSameAnswer({ response, failure }: Exchange, answer: Exchange): boolean {
  if (failure !== undefined) return failure.code === answer.failure?.code && failure.kind === answer.failure.kind;
  return (
    response?.statusBasis === 'stated' && response.status !== undefined && response.status === answer.response?.status
  );
}

/** The content of an answer whose status stands above the request. */
function isRestOf({ response }: Exchange, { response: answer }: Exchange): boolean {
  return (
    answer?.content !== undefined &&
    answer.status === undefined &&
    response?.status !== undefined &&
    response.content === undefined
  );
}

/** Both as one, or undefined where one contradicts the other. */
function join(home: Exchange | undefined, exchange: Exchange): Exchange | undefined {
  if (home === undefined) return exchange;
  const request = mergedRequest(home.request, exchange.request);
  const response = mergedResponse(home.response, exchange.response);
  const failure = mergedFailure(home.failure, exchange.failure);
  if (request === 'other' || response === 'other' || failure === 'other') return undefined;
  return { request, response, failure };
}

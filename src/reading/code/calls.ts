import type { Span } from '../../sealing/span.ts';
import type { Group } from '../content/literal.ts';
import { readGroup } from '../content/read-literal.ts';
import { readingLimit } from '../content/reading-limit.ts';
import type { Piece, Recognizer } from '../recognizer.ts';
import { withSettings } from '../with-settings.ts';
import { callShapes } from './call-shapes.ts';
import { readChain, readFollowing } from './chains.ts';
import { type Declarations, readDeclarations } from './declarations.ts';
import { readCalled } from './read-call.ts';
import { readTestedApp } from './tested-apps.ts';
import { withSteps } from './with-steps.ts';

/**
 * A call of an HTTP client in code: `fetch(…)`, axios, got, Python's requests and httpx, Guzzle, HTTParty. Strings that
 * the same snippet gives to a variable are put in; any other variable is `open`. The piece covers the declarations that
 * the call uses, so that a URL in them is not found again.
 */
export const callsRecognizer: Recognizer = {
  name: 'calls',
  mayStandIn: (text) =>
    /(?:[fF]etch\w{0,20}|axios|\brp|[Rr]equests?|httpx|got|ky|ajax|getJSON|unirest|superagent|wretch|HTTParty|RestClient|Faraday|->\w+|\.(?:get|post|put|patch|delete|request)|Http::\w+|Request\.execute|ApolloClient|GraphQLClient|[hH]ttpLink|wp_remote_\w+|GET|POST|PUT|PATCH|DELETE|VERB|postForm|getURL|file_get_contents|fopen|:request\w*|RequestAsync)(?:<[\w[\], ]{1,60}>)?\s?\(|\.request ?\{/.test(
      text,
    ),
  recognize: (source, within) => {
    const { text } = source;
    const declarationsAt = readDeclarations(text, within);
    const limit = readingLimit(within);
    const pieces: Piece[] = [];
    const settings: Span[] = [];
    let taken = within.start;
    let length = 0;
    for (const { 0: whole, 1: callee = '', index } of text.slice(within.start, within.end).matchAll(callees)) {
      const start = within.start + index;
      if (length > limit || pieces.length >= mostCalls) break;
      const shapes = start < taken ? [] : callShapes.filter((candidate) => candidate.callee.test(callee));
      if (shapes.length === 0) continue;
      const declarations = declarationsAt(start);
      const read = readArguments(text, start + whole.length - 1, Math.min(within.end, start + longestCall), callee);
      if (read === undefined) continue;
      length += read.end - start;
      const tested = readTestedApp(text, callee, read.literal, within.end, declarations);
      const called =
        tested === undefined
          ? readCalled(callee, read.literal, shapes, declarations)
          : { request: tested, secrets: [] };
      if (called === undefined) continue;
      const { secrets } = called;
      const chained = readChain(text, called.request.span.end, within.end, declarations);
      const following = readFollowing(text, { start, end: chained.end }, within.end, declarations);
      const steps = [...chained.steps, ...following.map(({ step }) => step)];
      const stretch = { start: called.request.span.start, end: chained.end };
      const request = withSteps({ ...called.request, span: stretch }, steps);
      const span = {
        start: startOfUsed(text, declarations, { start, end: request.span.end }, taken),
        end: request.span.end,
      };
      pieces.push({ kind: 'request', span, request, secrets });
      for (const step of following) settings.push({ start: step.start, end: step.end });
      taken = span.end;
    }
    return withSettings(pieces, settings);
  },
};

const callees =
  /(?<![\w$.>:@])((?:\$?[A-Za-z_][\w$]{0,40}|\$(?=\.))(?:(?:\.|->|::|:(?=(?:request(?:_uri)?|RequestAsync)\())\$?[A-Za-z_][\w$]{0,40}){0,4})\s?(?:(?:<[\w[\], ]{1,60}>)?\(|(?<=\.request ?)\{)/g;

/** The arguments of a call; Lua lets the brackets around a lone table out. */
function readArguments(text: string, start: number, end: number, callee: string) {
  const read = readGroup(text, start, end, callee);
  if (read === undefined) return undefined;
  if (read.literal.bracket === '(') return { ...read, literal: withoutTuple(callee, read.literal) };
  const items = [{ ...read.literal, name: '' }];
  return { ...read, literal: { ...read.literal, bracket: '(' as const, members: [], items } };
}

/** Erlang's `httpc:request(post, {Url, Headers, Type, Body}, [], [])`. */
function withoutTuple(callee: string, call: Group): Group {
  const index = callee === 'httpc:request' ? call.items.findIndex((item) => item.kind === 'group') : -1;
  const tuple = call.items[index];
  return tuple?.kind === 'group' ? { ...call, items: [...call.items.slice(0, index), ...tuple.items] } : call;
}

/** How much of one call is read, in UTF-16 code units. */
const longestCall = 50_000;

/** How many calls are read: more than a person pastes. */
const mostCalls = 500;

/** Where the first of the declarations starts that the call mentions, if it stands behind the last piece. */
function startOfUsed(text: string, declarations: Declarations, call: Span, taken: number): number {
  const words = new Set(text.slice(call.start, call.end).match(/[A-Za-z_]\w*/g) ?? []);
  if (text.startsWith('self.client.', call.start)) words.add('host');
  let start = call.start;
  for (const { name, span } of [...declarations.values()].sort((a, b) => b.span.start - a.span.start)) {
    if (!words.has(name) || span.start < taken || span.start >= call.start) continue;
    start = Math.min(start, span.start);
    for (const word of text.slice(span.start, Math.min(span.end, span.start + longestCall)).match(/[A-Za-z_]\w*/g) ??
      [])
      words.add(word);
  }
  return start;
}

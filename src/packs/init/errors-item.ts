import { type ApiDescription, type DescribedError, freeId, idOf } from './api.ts';
import type { Call, Calls } from './calls.ts';
import type { NewItem, NewRule, WrittenCondition } from './new-pack.ts';

/** The errors that the API's documentation knows by a code. Undefined where it knows none. */
export function errorsItem(api: ApiDescription, calls: Calls): NewItem | undefined {
  const told = api.errors.filter(({ meaning }) => meaning !== undefined);
  const bare = api.errors.filter(({ meaning }) => meaning === undefined);
  if (api.errors.length === 0) return undefined;
  const ids = new Set<string>();
  const rules = told.map((error) => reported(error, freeId(`error-${idOf(error.code)}`, ids), calls));
  return {
    id: 'reported-error',
    question: 'Which error does the API report?',
    section: 'Response',
    rank: 65,
    fineWhen: { 'response.status': { min: 200, max: 399 } },
    rules: [...rules, ...(bare.length === 0 ? [] : [listed(bare, calls)])],
    text: 'The content of an error response names the error by a code. The documentation says of each what it means.',
  };
}

/** What the checklist for any API says of a status: a code says more. */
const symptoms = [
  ...['bad-request', 'bare-401', 'no-challenge', 'payment-required', 'bare-403', 'not-found', 'method-not-allowed'],
  ...['conflict', 'gone', 'unprocessable', 'media-type', 'too-many', 'server-error'],
  ...['credentials-refused', 'not-permitted', 'limit-in-words', 'api-says'],
];

function reported(error: DescribedError, id: string, calls: Calls): NewRule {
  const { code, meaning = '' } = error;
  return {
    id,
    certainty: 'likely',
    when: reports([code]),
    say: `The API reports \`${code}\`: ${sentence(meaning)}`,
    do: 'Change the request accordingly; the documentation of this operation says what it takes.',
    explains: symptoms,
    ...pastesOf([error], calls),
  };
}

function listed(errors: readonly DescribedError[], calls: Calls): NewRule {
  return {
    id: 'error-listed',
    certainty: 'likely',
    when: reports(errors.map(({ code }) => code)),
    say: 'The API reports {{error.code}}, which is one of the errors in its documentation.',
    do: 'Look this code up in the documentation of the operation: it says which part of the request is meant.',
    explains: symptoms,
    ...pastesOf(errors, calls),
  };
}

/** Problems (RFC 9457, section 3.1.1) say it by their type. */
function reports(codes: readonly string[]): WrittenCondition {
  const [only] = codes;
  const isAddress = codes.every((code) => /^https?:/.test(code));
  return { [isAddress ? 'error.type' : 'error.code']: codes.length === 1 ? only : codes };
}

function pastesOf(errors: readonly DescribedError[], { curl, message, endpoints }: Calls) {
  const [first, second = first] = endpoints;
  const call = (error: DescribedError, endpoint = first): Call => ({
    endpoint,
    status: error.status,
    rest: `content-type: application/json\n\n${error.example}`,
  });
  const other = (status: number): Call => ({
    endpoint: first,
    status,
    rest: 'content-type: application/json\n\n{"code":"another_one_altogether","message":"Something else."}',
  });
  const some = errors.slice(0, 4);
  return {
    applies: some.flatMap((error) => [curl(call(error)), message(call(error, second)), error.example]),
    spares: some.flatMap((error) => [curl(other(error.status)), message({ endpoint: second, status: error.status })]),
  };
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

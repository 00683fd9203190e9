import type { ReportedError } from '../../reading/paste.ts';
import type { FactDefinition, Known, View } from '../fact.ts';
import { absent, known, unknown } from './known.ts';
import { fieldIn, namedIn } from './parts.ts';

const askForError = 'the error with its body: run the same request with curl -i';

/** The error that the exchange reports, wherever it stands; the content knows most, the challenge least. */
export function errorOf(view: View): ReportedError | undefined {
  const { response, redirectError } = view.exchange;
  return response?.content?.error ?? redirectError ?? errorInChallenge(view) ?? errorNamed(view);
}

/** RFC 6750, section 3. */
function errorInChallenge(view: View): ReportedError | undefined {
  const challenge = fieldIn(view.exchange.response?.fields ?? [], 'www-authenticate');
  const code = /\berror="?([^",\s]+)/.exec(challenge?.value ?? '')?.[1];
  if (challenge === undefined || code === undefined) return undefined;
  const description = /\berror_description="([^"]*)/.exec(challenge.value)?.[1];
  return { format: 'challenge', code, description, span: challenge.span };
}

function errorNamed(view: View): ReportedError | undefined {
  const [error] = namedIn(view.paste, ['error']);
  const [description] = namedIn(view.paste, ['error_description']);
  const first = error ?? description;
  if (first === undefined) return undefined;
  return {
    format: 'oauth',
    code: error?.value,
    description: description === undefined ? undefined : inWords(description.value),
    span: first.span,
  };
}

/** A query that was copied without its URL is encoded still: `members+must+be+null+or+objects`. */
function inWords(text: string): string {
  if (/\s/.test(text)) return text;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function errorPart(view: View, read: (error: ReportedError) => string | undefined): Known<string> {
  const error = errorOf(view);
  if (error !== undefined) {
    const value = read(error);
    return value === undefined ? absent([error.span]) : known(value, [error.span]);
  }
  const content = view.exchange.response?.content;
  return content === undefined ? unknown : absent([content.span]);
}

/** The phrases that servers put beside a status (RFC 9110, section 15), and that tell nothing that it does not. */
const statusPhrase =
  /^\W{0,3}(?:error|bad request|unauthori[sz]ed|forbidden|not found|(?:method )?not allowed|conflict|unsupported media type|internal (?:server )?error|bad gateway|service unavailable|gateway time-?out)\W{0,3}$/i;

function tellsMore(view: View): Known<boolean> {
  const description = errorPart(view, ({ description: words }) => words);
  if (description.state !== 'known')
    return description.state === 'absent' ? known(false, description.evidence) : unknown;
  const hasStatus = view.exchange.response?.status !== undefined;
  return known(!(hasStatus && statusPhrase.test(description.value)), description.evidence);
}

/** What the server says of the error, in whatever form it says it. */
export const errorFacts: readonly FactDefinition[] = [
  {
    name: 'error.code',
    meaning: 'The code of the error, as text: `invalid_grant`, `40`.',
    source: 'RFC 6749, sections 4.1.2.1 and 5.2; RFC 6750, section 3.1',
    ask: askForError,
    type: 'text',
    read: (view) => errorPart(view, ({ code }) => code),
  },
  {
    name: 'error.description',
    meaning: 'What the server says about it in words.',
    source: 'RFC 6749, section 5.2; RFC 9457, section 3.1.4',
    ask: askForError,
    type: 'text',
    read: (view) => errorPart(view, ({ description }) => description),
  },
  {
    name: 'error.description.tells-more',
    meaning: 'Whether these words tell more than the status that the paste shows: `Not Found` beside a 404 does not.',
    type: 'boolean',
    read: tellsMore,
  },
  {
    name: 'error.type',
    meaning: 'The `type` of a problem or of another JSON error.',
    source: 'RFC 9457, section 3.1.1',
    ask: askForError,
    type: 'text',
    read: (view) => errorPart(view, ({ type }) => type),
  },
  {
    name: 'error.format',
    meaning: 'oauth, problem, json, xml, html, grpc or challenge.',
    type: 'text',
    read: (view) => errorPart(view, ({ format }) => format),
  },
];

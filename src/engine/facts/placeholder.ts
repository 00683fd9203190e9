import type { Target } from '../../reading/paste.ts';
import type { Span } from '../../sealing/span.ts';
import type { FactDefinition, Known, View } from '../fact.ts';
import { absent, known, listOf, type Proven, unknown } from './known.ts';
import { oncePer } from './once.ts';
import { namedIn, parametersOf, secretIn } from './parts.ts';
import { isRedaction } from './redaction.ts';

/**
 * Something to be filled in: a name in brackets of any sort, as it stands in documentation. The name starts with a
 * letter, so that JSON, an IPv6 address and curl's `[1-9]` and `{a,b}` are none.
 */
const bracketed =
  /(?<!\$)(?:\{\{?\s{0,3}[A-Za-z][A-Za-z0-9 _.-]{0,60}\}\}?|<%?=?\s{0,3}[A-Za-z][A-Za-z0-9 _.-]{0,60}%?>|\[[A-Za-z][A-Za-z0-9 _.-]{0,60}\]|%7[Bb][A-Za-z][A-Za-z0-9_.-]{0,60}%7[Dd]|%3[Cc][A-Za-z][A-Za-z0-9_.-]{0,60}%3[Ee])/;

const allBracketed = new RegExp(bracketed, 'g');

/** A whole value that names what belongs there, without brackets: `YOUR_CLIENT_ID`, `my-token`, `REPLACE_ME`, `xxxxx`. */
const spoken =
  /^(?:(?:your|my|insert|replace|enter|paste)[_ -](?:[a-z0-9]{1,20}[_ -]){0,4}(?:token|key|secret|id|here|me|host|domain|url|uri|password|code|value|verifier|challenge|state|environment|institution)|change_?me|(?:access|bearer|id|refresh|api)[_ -]?(?:token|key)(?:[_ -](?:goes[_ -])?here)?|token|client[_-]?id|client[_-]?secret|redirect[_-]?uri)$/i;

/** `{base64(client_id:client_secret)}`: what a page tells people to make of two values. */
const encoding = /\{?\b(?:base64|b64|btoa)[a-z_]{0,10}\([\w .:,{}+-]{1,80}\)\}?/i;

/** Parameters whose values are names by themselves: `grant_type=refresh_token`. */
const namedValues =
  /^(?:grant_type|response_type|response_mode|token_type_hint|scope|prompt|requested_token_type|.*_type)$/i;

/** A segment of a path that names what belongs there: `:userId`, `userId`, `institutionName`. */
const pathName =
  /(?:^|\/)(:[A-Za-z][A-Za-z0-9_]{1,40}|(?:user|account|institution|card|task|transfer|document|transaction|client)(?:Id|_id|ID|-id))(?=\/|$)/;

/** A host in capitals, or of words that ask for one: `API_HOST`, `YOUR_INSTITUTION_HOST`, `your-bank-host`. */
const hostName = /^(?:[A-Z]{2,20}(?:_[A-Z]{2,20}){1,5}|(?:your|insert|replace)(?:[_-][a-z]{1,20}){1,5})$/;

/** `{{token}}`: what Postman and template engines fill in themselves. */
const templateVariable = /^\{\{[^{}]*\}\}$/;

/** The placeholder in a text, if there is one. */
export function placeholderIn(text: string): string | undefined {
  return bracketed.exec(text)?.[0];
}

/** Whether nothing but a placeholder stands there: `{CLIENT_ID}`, `YOUR_CLIENT_ID`. */
export function isPlaceholderAlone(text: string): boolean {
  const whole = text.trim();
  return spoken.test(whole) || placeholderIn(whole) === whole;
}

interface Spot {
  readonly place: string;
  readonly text: string;
  readonly span: Span;
  /** Whether a name without brackets says enough here. */
  readonly spoken: boolean;
}

/** Fields whose values have brackets or bare words of their own. */
const ownBrackets = /^(?:user-agent|cookie|if-match|if-none-match|link|sec-.*|accept.*|te|content-type)$/i;

/** Where people leave placeholders standing. */
function spotsOf(view: View): readonly Spot[] {
  const { request } = view.exchange;
  if (request === undefined) return [];
  const { target, fields, content } = request;
  const inTarget: readonly Spot[] =
    target === undefined
      ? []
      : [
          { place: 'host', text: hostAsWritten(target), span: target.span, spoken: false },
          { place: 'path', text: target.path, span: target.span, spoken: false },
        ];
  const inParameters = parametersOf(view.exchange)
    // Text of JSON may speak about brackets; there they mean something only around all of a value.
    .filter(({ value, span }) => span !== content?.span || /^\s*[<{[].*[>}\]]\s*$/.test(value))
    .map(({ name, value, span }) => ({ place: name, text: value, span, spoken: !namedValues.test(name) }));
  const inFields = fields
    .filter(({ name }) => !ownBrackets.test(name))
    .map(({ name, value, span }) => ({
      place: name,
      text: value,
      span,
      spoken: /(?:auth|token|key)(?!.*type)/i.test(name),
    }));
  return [...inTarget, ...inParameters, ...inFields, ...inBasic(view)];
}

/** Basic credentials are encoded, by curl's `-u` for one, so that what was never filled in hides in them. */
function inBasic({ paste, exchange }: View): readonly Spot[] {
  return (exchange.request?.fields ?? []).flatMap(({ name, value, span }) =>
    (secretIn(paste, value)?.unfilled ?? []).map((text) => ({ place: name, text, span, spoken: true })),
  );
}

/** The host in the letters of the URL, since a placeholder is recognized by them. */
function hostAsWritten({ uri, host }: Target): string {
  const start = host === undefined ? -1 : uri.toLowerCase().indexOf(host);
  return host === undefined || start === -1 ? (host ?? '') : uri.slice(start, start + host.length);
}

function withoutScheme(text: string): string {
  return text.trim().replace(/^(?:bearer|basic|token|apikey)\s{1,10}/i, '');
}

interface Found extends Proven {
  readonly place: string;
  /** Where somebody only says how the server answered, the URL may be the name of an endpoint, as documentation has it. */
  readonly doubtful: boolean;
}

/** Values of configuration that go into requests. */
const configured = [
  'client_id',
  'client_secret',
  'redirect_uri',
  'issuer',
  'base_url',
  'authorization_endpoint',
  'token_endpoint',
];

/** What Spring Security fills in itself: `{baseUrl}/login/oauth2/code/{registrationId}`. */
const ownTemplate = /\{(?:baseUrl|registrationId)\}/;

function namedSpots({ paste }: View): readonly Spot[] {
  const named = namedIn(paste, configured).filter(({ value }) => !ownTemplate.test(value));
  return named.map(({ name, value, span }) => ({ place: name, text: value, span, spoken: true }));
}

/**
 * A server that answers 403 or 500 was called by its real name and path: somebody who writes `/users/{userId}` with that
 * means the endpoint, as a sentence does in any case. A 404 fits the braces themselves.
 */
function namesEndpoint({ exchange: { request, response } }: View): boolean {
  if (request?.source === 'prose') return true;
  const { status, statusBasis } = response ?? {};
  const isAnswer = status !== undefined && (status < 400 || status > 404 || status === 401 || status === 403);
  return isAnswer && statusBasis === 'stated' && request?.fields.length === 0 && proseSources.has(request.source);
}

const proseSources = new Set(['url', 'http']);

const foundIn = oncePer((view: View): readonly Found[] => {
  const inUrl = namesEndpoint(view);
  return [...spotsOf(view), ...namedSpots(view)].flatMap(({ place, text, span, spoken: mayBeSpoken }) => {
    const unbracketed =
      (mayBeSpoken ? (spoken.exec(withoutScheme(text)) ?? encoding.exec(text))?.[0] : undefined) ??
      (place === 'path' ? pathName.exec(text)?.[1] : undefined) ??
      (place === 'host' ? hostName.exec(text)?.[0] : undefined);
    const inBrackets = [...text.matchAll(allBracketed)].map(([whole]) => whole);
    const values = inBrackets.length > 0 || unbracketed === undefined ? inBrackets : [unbracketed];
    const doubtful = inUrl && (place === 'host' || place === 'path');
    return values.filter((value) => !isRedaction(value)).map((value) => ({ value, span, place, doubtful }));
  });
});

function placeholders(
  view: View,
  fits: (found: Found) => boolean,
  read: (found: Found) => string,
): Known<readonly string[]> {
  const { request } = view.exchange;
  const found = foundIn(view).filter(fits);
  const isShown = request !== undefined && (request.target !== undefined || request.fields.length > 0);
  const otherwise = isShown ? absent([request.span]) : unknown;
  return listOf(
    found.map((one) => ({ value: read(one), span: one.span })),
    otherwise,
  );
}

const isPlain = ({ value, doubtful }: Found) => !doubtful && !templateVariable.test(value);

/** Brackets directly around a sealed secret, or around the scheme and the secret. */
const bracketsAroundSecret =
  /(?:\{|<|\[|%7[Bb]|%3[Cc])\s{0,3}(?:[A-Za-z]{1,12}\s{1,3})?‹[^›]{1,60}›\s{0,3}(?:\}|>|\]|%7[Dd]|%3[Ee])/;

function secretInBrackets(view: View): Known<string> {
  const { request } = view.exchange;
  if (request === undefined) return unknown;
  for (const { text, span } of spotsOf(view)) {
    const found = bracketsAroundSecret.exec(text)?.[0];
    if (found !== undefined) return known(found, [span]);
  }
  return absent([request.span]);
}

/** A tool that refuses the URL prints it as it is. */
const hostInMessage = /\bhttps?:\/\/((?:\{|<|\[|%7B|%3C)[^/\s]{1,80})/i;

/**
 * A host in a tool's error that can be no host: `API_ENVIRONMENT` (curl drops the braces), `{api_environment}` (Node),
 * `%7bapi_environment%7d` (Python), `<host>`.
 */
function hostInError(view: View): Known<string> {
  const { failure } = view.exchange;
  const host = failure?.host ?? hostInMessage.exec(failure?.message ?? '')?.[1];
  if (failure === undefined) return unknown;
  if (host === undefined) return absent([failure.span]);
  const isPlaceholder =
    /^(?:\{|<|\[|%7b|%3c)/i.test(host) ||
    (!host.includes('.') && /_/.test(host)) ||
    /^(?:your|my|institution|example|host|hostname|domain|environment)[a-z_-]*(?:\.(?:here|com))?$/i.test(host);
  return isPlaceholder ? known(host, [failure.span]) : absent([failure.span]);
}

/** What programs write for a variable that has no value, as a whole segment of a path. */
const unset = /(?<=\/)(?:undefined|null|None|NaN|\[object(?: |%20|\+)Object\]|%5Bobject(?:%20|\+)Object%5D)(?=\/|$)/i;

function unsetVariable({ exchange: { request } }: View): Known<string> {
  const target = request?.target;
  if (target === undefined) return unknown;
  const found = unset.exec(target.path)?.[0];
  return found === undefined ? absent([target.span]) : known(found, [target.span]);
}

/** What was to be replaced and was not. */
export const placeholderFacts: readonly FactDefinition[] = [
  {
    name: 'placeholder.names',
    meaning:
      'What was to be filled in and still stands in the request: `{ACCESS_TOKEN}`, `<api_key>`, `YOUR_CLIENT_ID`.',
    ask: 'the request as you send it',
    type: 'list',
    read: (view) => placeholders(view, isPlain, ({ value }) => value),
  },
  {
    name: 'placeholder.places',
    meaning: 'Where they stand: host, path, or the name of a parameter or field.',
    type: 'list',
    read: (view) => placeholders(view, isPlain, ({ place }) => place),
  },
  {
    name: 'placeholder.variables',
    meaning: 'Template variables that Postman or a script fills in itself, if it does: `{{token}}`.',
    type: 'list',
    read: (view) =>
      placeholders(
        view,
        ({ value }) => templateVariable.test(value),
        ({ value }) => value,
      ),
  },
  {
    name: 'placeholder.in-words',
    meaning:
      'Placeholders in a URL whose server answered, as somebody says: mostly the endpoint’s name, not what was sent.',
    type: 'list',
    read: (view) =>
      placeholders(
        view,
        ({ doubtful }) => doubtful,
        ({ value }) => value,
      ),
  },
  {
    name: 'placeholder.around-secret',
    meaning: 'A secret that is right but still stands in the brackets of the documentation: `{‹access token 1›}`.',
    ask: 'the request as you send it',
    type: 'text',
    read: secretInBrackets,
  },
  {
    name: 'placeholder.unset',
    meaning: 'A segment of the path that a program writes for a variable without a value: `undefined`, `null`, `NaN`.',
    ask: 'the request as it is sent',
    type: 'text',
    read: unsetVariable,
  },
  {
    name: 'placeholder.host-in-error',
    meaning: 'A host in a tool’s error that was never replaced: `API_ENVIRONMENT`, `%7bapi_environment%7d`.',
    ask: 'the whole error that your tool prints',
    type: 'text',
    read: hostInError,
  },
];

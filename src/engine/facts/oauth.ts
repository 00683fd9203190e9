import type { Pair } from '../../reading/paste.ts';
import type { FactDefinition, Known, View } from '../fact.ts';
import { credentialsOf } from './authorization.ts';
import { absent, derive, firstOf, known, listOf, type Proven, unknown } from './known.ts';
import { messageOf } from './oauth-message.ts';
import { isContentOpen, kindSealedBefore, namedIn, parametersOf, secretIn } from './parts.ts';
import { tokenClient } from './token.ts';
import { apiOf, type Place, placeOfRequest, placesOf } from './urls.ts';

const askForRequest = 'the request to the authorization server as you send it';

function messageFact(view: View): Known<string> {
  const { request } = view.exchange;
  const message = messageOf(view.exchange);
  if (request === undefined) return unknown;
  if (message !== undefined) return known(message, [request.target?.span ?? request.span]);
  return request.contentShown === 'whole' ? absent([request.span]) : unknown;
}

/** A parameter of this request; absent where an OAuth message is shown whole and does not have it. */
function parameter(view: View, ...names: readonly string[]): Known<string> {
  const { request } = view.exchange;
  const message = messageOf(view.exchange);
  if (request === undefined || message === undefined) return unknown;
  const found = parametersOf(view.exchange).find(({ name }) => names.includes(name));
  if (found?.open !== undefined && found.open.length > 0) return unknown;
  if (found !== undefined && found.value !== '') return known(found.value, [found.span]);
  if (isContentOpen(view.exchange)) return unknown;
  const isWhole = message === 'token' ? request.content !== undefined || request.contentShown === 'whole' : true;
  return isWhole ? absent([found?.span ?? request.target?.span ?? request.span]) : unknown;
}

/** The same parameter of any request of the paste. */
export function parametersAnywhere(view: View, name: string): readonly Pair[] {
  return view.paste.exchanges.flatMap((exchange) =>
    parametersOf(exchange).filter((pair) => pair.name === name && pair.value !== '' && (pair.open ?? []).length === 0),
  );
}

function anywhere(view: View, name: string, ...named: readonly string[]): Known<string> {
  const [pair] = parametersAnywhere(view, name);
  if (pair !== undefined) return known(pair.value, [pair.span]);
  const [value] = namedIn(view.paste, [name, ...named]);
  return value === undefined ? unknown : known(value.value, [value.span]);
}

function clientId(view: View): Known<string> {
  return firstOf(
    () => anywhere(view, 'client_id'),
    () => basicUser(view),
    () => tokenClient(view),
    () => decodedAudience(view),
  );
}

/** The audience of an identity token that somebody decoded; of other tokens it is an API. */
function decodedAudience({ paste }: View): Known<string> {
  const audience = namedIn(paste, ['audience']).find(({ value }) => !/[:/.]/.test(value));
  const isIdentity = /\bat_hash\b|\bnonce\b|\bid(?:entity)?[_ -]?token/i.test(paste.text);
  return audience === undefined || !isIdentity ? unknown : known(audience.value, [audience.span]);
}

/** A client with a secret is the user of its Basic credentials (RFC 6749, section 2.3.1). */
function basicUser(view: View): Known<string> {
  for (const exchange of view.paste.exchanges) {
    const credentials = credentialsOf({ ...view, exchange });
    if (credentials.state !== 'known' || credentials.value.scheme?.toLowerCase() !== 'basic') continue;
    const user = secretIn(view.paste, credentials.value.credentials)?.user;
    if (user !== undefined) return known(user, credentials.evidence);
  }
  return unknown;
}

/** Of an authorization server's paths those that a sign-in leads over, rather than user info, keys or revocation. */
const signsIn = /\/(?:auth|authorize|authorization|login|par|request|token|openid-configuration)\/?$/i;

/** Where the person is sent to log in, or where the token comes from: what support calls the authentication URL. */
function authenticationUrl(view: View): Known<string> {
  const called = view.paste.exchanges.flatMap((exchange) => {
    const place = placeOfRequest({ ...view, exchange });
    if (place === undefined || exchange.request?.target === undefined) return [];
    const isServer = apiOf(place, view.pack.apis)?.role === 'authorization-server' && signsIn.test(place.path);
    const message = messageOf(exchange);
    return isServer || message === 'authorization' || message === 'token' ? [{ place, message }] : [];
  });
  const authorization = called.find(({ message }) => message === 'authorization')?.place;
  const token = (called.find(({ message }) => message === 'token') ?? called[0])?.place;
  return firstOf(
    () => uriOf(authorization),
    () => namedUri(view, 'authentication_url', 'authorization_endpoint'),
    () => uriOf(token),
    () => namedUri(view, 'issuer', 'token_endpoint'),
  );
}

/** Without its query; of a request that shows its path and its host apart, the two together. */
function uriOf(place: Place | undefined): Known<string> {
  if (place === undefined) return unknown;
  const uri = place.uri.replace(/[?#].*$/s, '');
  const isWhole = !uri.startsWith('/') || place.host === undefined;
  return known(isWhole ? uri : `https://${place.host}${uri}`, [place.span]);
}

function namedUri(view: View, ...names: readonly string[]): Known<string> {
  const [named] = namedIn(view.paste, names);
  return named === undefined ? unknown : known(named.value, [named.span]);
}

/** How a client proves who it is at the token endpoint (RFC 6749, section 2.3; RFC 7523). */
function mechanisms(view: View): Known<readonly string[]> {
  const { request } = view.exchange;
  if (request === undefined || messageOf(view.exchange) !== 'token') return unknown;
  const found: Proven[] = [];
  const credentials = credentialsOf(view);
  if (credentials.state === 'known' && credentials.value.scheme?.toLowerCase() === 'basic') {
    found.push({ value: 'client_secret_basic', span: credentials.value.field.span });
  }
  const pairs = parametersOf(view.exchange);
  const secret = pairs.find(({ name }) => name === 'client_secret');
  if (secret !== undefined) found.push({ value: 'client_secret_post', span: secret.span });
  const assertion = pairs.find(({ name }) => name === 'client_assertion');
  if (assertion !== undefined) found.push({ value: 'private_key_jwt', span: assertion.span });
  if (found.length > 0) return listOf(found);
  const isWhole = request.fieldsShown === 'whole' && request.content !== undefined;
  return isWhole ? absent([request.span]) : unknown;
}

/** RFC 7636, section 4.1: 43 to 128 characters. Its length alone is left of a sealed one, nothing of one that was pasted so. */
function verifierLength(view: View): Known<number> {
  const verifier = parameter(view, 'code_verifier');
  if (verifier.state !== 'known') return verifier;
  const sealed = secretIn(view.paste, verifier.value);
  if (sealed === undefined && kindSealedBefore(verifier.value) !== undefined) return unknown;
  return known(sealed?.length ?? verifier.value.length, verifier.evidence);
}

function urlsWithRole(view: View): Known<readonly string[]> {
  const places = placesOf(view).filter((place) => {
    const role = apiOf(place, view.pack.apis)?.role;
    return role === 'authorization-server' || role === 'retired';
  });
  return listOf(places.map(({ uri, span }) => ({ value: uri, span })));
}

/** RFC 6749, RFC 7636, RFC 7523, OpenID Connect Core. */
export const oauthFacts: readonly FactDefinition[] = [
  {
    name: 'oauth.message',
    meaning: 'What the request is by its parameters: authorization, callback or token. Absent where it is none.',
    source: 'RFC 6749, sections 4.1.1 to 4.1.3',
    ask: askForRequest,
    type: 'text',
    read: messageFact,
  },
  {
    name: 'oauth.client-id',
    meaning: 'The client id that the paste shows.',
    source: 'RFC 6749, section 2.2',
    ask: 'the client id of your application',
    type: 'text',
    read: clientId,
  },
  {
    name: 'oauth.authentication-url',
    meaning: 'Where the person logs in or the token comes from, without its query.',
    ask: 'the URL that you use to authenticate',
    type: 'text',
    read: authenticationUrl,
  },
  {
    name: 'oauth.urls',
    meaning: 'URLs of the authorization server that the paste shows.',
    type: 'list',
    read: urlsWithRole,
  },
  {
    name: 'oauth.issuer',
    meaning: 'The issuer that the paste names.',
    source: 'RFC 8414, section 2',
    type: 'text',
    read: (view) => anywhere(view, 'issuer', 'iss'),
  },
  {
    name: 'oauth.response-type',
    meaning: 'The response type of the authorization request.',
    source: 'RFC 6749, section 3.1.1',
    ask: askForRequest,
    type: 'text',
    read: (view) => parameter(view, 'response_type'),
  },
  {
    name: 'oauth.grant-type',
    meaning: 'The grant type of the token request.',
    source: 'RFC 6749, section 4',
    ask: askForRequest,
    type: 'text',
    read: (view) => parameter(view, 'grant_type'),
  },
  {
    name: 'oauth.state',
    meaning: 'The state parameter of an authorization request or a callback.',
    source: 'RFC 6749, section 4.1.1',
    type: 'text',
    read: (view) => parameter(view, 'state'),
  },
  {
    name: 'oauth.code',
    meaning: 'The authorization code of a callback or a token request, sealed.',
    source: 'RFC 6749, section 4.1.2',
    type: 'text',
    read: (view) => parameter(view, 'code'),
  },
  {
    name: 'oauth.refresh-token',
    meaning: 'The refresh token of a token request, sealed.',
    source: 'RFC 6749, section 6',
    type: 'text',
    read: (view) => parameter(view, 'refresh_token'),
  },
  {
    name: 'oauth.prompt',
    meaning: 'The prompt parameter of the authorization request.',
    source: 'OpenID Connect Core, section 3.1.2.1',
    type: 'text',
    read: (view) => parameter(view, 'prompt'),
  },
  {
    name: 'oauth.pkce.challenge',
    meaning: 'The code challenge of the authorization request.',
    source: 'RFC 7636, section 4.3',
    ask: askForRequest,
    type: 'text',
    read: (view) => (messageOf(view.exchange) === 'authorization' ? parameter(view, 'code_challenge') : unknown),
  },
  {
    name: 'oauth.pkce.method',
    meaning: 'How the challenge was made: S256 or plain. Absent means plain.',
    source: 'RFC 7636, section 4.3',
    ask: askForRequest,
    type: 'text',
    read: (view) => (messageOf(view.exchange) === 'authorization' ? parameter(view, 'code_challenge_method') : unknown),
  },
  {
    name: 'oauth.pkce.verifier-length',
    meaning: 'Length of the code verifier of the token request. Absent where it has none.',
    source: 'RFC 7636, section 4.1',
    ask: askForRequest,
    type: 'number',
    read: verifierLength,
  },
  {
    name: 'oauth.client-authentication',
    meaning:
      'The mechanisms by which the client authenticates: client_secret_basic, client_secret_post, private_key_jwt.',
    source: 'RFC 6749, section 2.3; RFC 7523, section 2.2',
    ask: askForRequest,
    type: 'list',
    read: mechanisms,
  },
  {
    name: 'oauth.client-authentication.count',
    meaning: 'How many of them; a request must use one alone.',
    source: 'RFC 6749, section 2.3',
    ask: askForRequest,
    type: 'number',
    read: (view) => derive(mechanisms(view), (list) => list.length),
  },
];

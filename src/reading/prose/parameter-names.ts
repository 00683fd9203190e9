/** How a value looks, which tells a value from the words around it. */
export type Shape =
  | 'uri'
  | 'id'
  | 'secret'
  | 'scopes'
  | 'claims'
  | 'word'
  | 'error'
  | 'error-code'
  | 'sentence'
  | 'date'
  | 'request-id';

export interface Parameter {
  readonly name: string;
  readonly shape: Shape;
  /** Stands for values that a server keeps for a client, as `redirect_uris` of RFC 7591, section 2, does. */
  readonly registered?: true;
}

/**
 * What people and libraries call the parameters of OAuth (RFC 6749), OpenID Connect (Core, Discovery) and of a request
 * for help. A name is compared without its case, spaces, `_`, `-` and `.`.
 */
const table: readonly (readonly [name: string, shape: Shape, aliases: string])[] = [
  [
    'client_id',
    'id',
    'client id, client identifier, oauth client id, consumer key, app id, application id, identifiant client, identifiant du client, azp, authorized party, id client, id cliente, id de cliente, identificador de cliente, id do cliente, client kennung',
  ],
  ['client_secret', 'secret', 'client secret, consumer secret, app secret, oauth client secret'],
  [
    'redirect_uri',
    'uri',
    'redirect uri, redirect url, callback url, callback uri, redirect, callback, reply url, redirect to, redirection url, weiterleitungs url, weiterleitungs uri, umleitungs url, umleitungs uri, url de redirection, uri de redirection, url de redirección, uri de redirección, url de redireccion, url de redirecionamento, url di reindirizzamento, url de retour, url de retorno',
  ],
  ['scope', 'scopes', 'scope, scopes, requested scopes, requested scope, oauth scopes, default scopes'],
  ['claims', 'claims', 'claims, requested claims, claims parameter'],
  ['issuer', 'uri', 'issuer, issuer url, issuer uri, issuer base url, iss, authority, oidc issuer'],
  [
    'authorization_endpoint',
    'uri',
    'authorization endpoint, authorization url, authorization uri, authorize url, authorize endpoint, authentication url, authentication endpoint, auth url, auth endpoint, auth uri, authorize uri',
  ],
  ['token_endpoint', 'uri', 'token endpoint, token url, token uri, access token url, access token uri'],
  [
    'userinfo_endpoint',
    'uri',
    'userinfo endpoint, user info endpoint, userinfo url, user info url, user profile url, user info uri, userinfo uri',
  ],
  ['jwks_uri', 'uri', 'jwks uri, jwks url, jwk set uri, jwks endpoint'],
  [
    'base_url',
    'uri',
    'base url, base uri, api base url, api url, api host, api root, api base, api endpoint, base path, endpoint url, server url, basepath, api server',
  ],
  ['response_type', 'word', 'response type'],
  ['grant_type', 'word', 'grant type, authorization grant type'],
  ['code_challenge', 'id', 'code challenge'],
  ['code_challenge_method', 'word', 'code challenge method, pkce method'],
  ['token_endpoint_auth_method', 'word', 'token endpoint auth method, client authentication method'],
  ['state', 'id', 'state'],
  ['nonce', 'id', 'nonce'],
  ['prompt', 'word', 'prompt'],
  ['acr_values', 'scopes', 'acr values'],
  ['audience', 'id', 'audience, aud'],
  ['error', 'error', 'error, oauth error'],
  ['error', 'error-code', 'error code, err code, api error code, error number'],
  ['error_description', 'sentence', 'error description'],
  [
    'x-request-id',
    'request-id',
    'x request id, request id, x correlation id, correlation id, requestid, trace id, anfrage id, id de requête, id de la requête, id de solicitud',
  ],
  ['date', 'date', 'date, timestamp, time, when, occurred at, date time, datetime, date and time, time of request'],
];

const registered: readonly (readonly [name: string, shape: Shape, aliases: string])[] = [
  [
    'redirect_uri',
    'uri',
    'redirect uris, redirect urls, callback urls, allowed redirect uris, registered redirect uri, valid redirect uris, registered, registered uri, registered url, configured uri, configured url, in dashboard, in the dashboard, dashboard, in the back office, in the backoffice, in the portal, in the console, in the admin, in the settings, in the external application, on the external application, in external application, in the external app, in our external application, in banno people, banno people, registered one, configured, configured one, configured redirect uri, configured redirect uris, configured redirect url, whitelisted, whitelisted uri, registered redirect uris, registered redirect urls, registered redirects, allowed redirect urls, allowed callback urls, valid redirect urls, authorized redirect uris, authorised redirect uris, authorized redirect uri',
  ],
];

/** Without what people and languages write differently. */
function squash(name: string): string {
  return name.toLowerCase().replace(/[\s_.-]/g, '');
}

export const parameters: ReadonlyMap<string, Parameter> = new Map([
  ...table.flatMap(([name, shape, aliases]) =>
    aliases.split(', ').map((alias) => [squash(alias), { name, shape }] satisfies [string, Parameter]),
  ),
  ...registered.flatMap(([name, shape, aliases]) =>
    aliases
      .split(', ')
      .map((alias) => [squash(alias), { name, shape, registered: true }] satisfies [string, Parameter]),
  ),
]);

/** How names end: a cheap look at a word, before it is taken for the end of a name. */
const endings: ReadonlySet<string> = new Set([...parameters.keys()].map((name) => name.slice(-2)));

export function mayEndName(word: string): boolean {
  return endings.has(word.slice(-2).toLowerCase());
}

/** How many words or parts of a word the longest name has. */
export const longestName = 4;

/** The parameter of that name, spelt in any way. */
export function parameterNamed(name: string): Parameter | undefined {
  return parameters.get(squash(name));
}

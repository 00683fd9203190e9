import type { ApiDescription, DescribedEndpoint } from './api.ts';
import type { Calls } from './calls.ts';
import type { NewItem, NewRule } from './new-pack.ts';

/** Whether the token may do what is asked: the scopes of the very operation. Undefined for an API without scopes. */
export function permissionItem(api: ApiDescription, calls: Calls): NewItem | undefined {
  const guarded = api.endpoints.filter(({ scopes }) => scopes.length > 0);
  const rules = [
    ...(guarded.length === 0 ? [] : [notGranted(guarded, calls), needed(guarded, api, calls)]),
    ...(api.scopes.length === 0 ? [] : misspelt(api)),
  ];
  if (rules.length === 0) return undefined;
  return {
    id: 'permission',
    question: 'Does the token have the scope of this operation?',
    section: 'Request',
    rank: 60,
    fineWhen: { any: [{ 'response.status': { min: 200, max: 299 } }, { 'scopes.suffice': true }] },
    rules,
    text: 'A 403 says that the token is known and does not suffice. Each operation has its own scopes; ask for them when you get the token.',
  };
}

const fromScopes = ['bare-403', 'insufficient-scope'];

function notGranted(guarded: readonly DescribedEndpoint[], { curl, message }: Calls): NewRule {
  const withToken = (endpoint: DescribedEndpoint, scopes: readonly string[], status = 403) => {
    return { endpoint, status, token: tokenWith(scopes) };
  };
  const all = guarded.slice(0, 4);
  return {
    id: 'scope-not-granted',
    certainty: 'sure',
    when: { all: [{ 'response.status': 403 }, { 'scopes.missing.granted': 'present' }] },
    say: `The token does not carry a scope for {{request.method}} {{request.endpoint}}.
• needed, any one of: {{scopes.needed}}
• granted: {{scopes.granted}}`,
    do: 'Ask for one of them when you get the token, and send the new token.',
    explains: [...fromScopes, 'scope-needed'],
    applies: all.flatMap((endpoint, index) => [
      (index % 2 === 0 ? curl : message)(withToken(endpoint, ['something.else'])),
      (index % 2 === 0 ? message : curl)(withToken(endpoint, ['another.scope', 'openid'])),
    ]),
    spares: all.flatMap((endpoint) => [
      curl(withToken(endpoint, endpoint.scopes.slice(0, 1))),
      message(withToken(endpoint, ['something.else'], 404)),
    ]),
  };
}

function needed(guarded: readonly DescribedEndpoint[], api: ApiDescription, { curl, message }: Calls): NewRule {
  const all = guarded.slice(0, 4);
  const open = api.endpoints.filter(({ scopes }) => scopes.length === 0).slice(0, 2);
  return {
    id: 'scope-needed',
    certainty: 'likely',
    when: {
      all: [{ 'response.status': 403 }, { 'scopes.needed': 'present' }, { not: { 'scopes.suffice': true } }],
    },
    say: 'The operation {{request.method}} {{request.endpoint}} needs a scope, any one of: {{scopes.needed}}.',
    do: 'Compare them with the scopes of your token, and get a token with one of them.',
    explains: fromScopes,
    applies: all.flatMap((endpoint, index) => [(index % 2 === 0 ? curl : message)({ endpoint, status: 403 })]),
    spares: [
      ...open.map((endpoint) => curl({ endpoint, status: 403 })),
      ...all.flatMap((endpoint) => [
        curl({ endpoint, status: 404 }),
        message({ endpoint, status: 403, token: tokenWith(endpoint.scopes.slice(0, 1)) }),
        message({ endpoint, status: 200 }),
      ]),
    ],
  };
}

function misspelt({ scopes }: ApiDescription): readonly NewRule[] {
  const asked = (scope: string): string => `scope: "${scope}"`;
  const long = scopes.filter((scope) => /^[\w.:/-]{6,}$/.test(scope)).slice(0, 6);
  if (long.length === 0) return [];
  return [
    {
      id: 'scope-unknown',
      certainty: 'likely',
      when: { all: [{ 'scopes.unknown': 'present' }, { 'scopes.unknown.nearest': 'present' }] },
      say: 'The documentation does not list the scope {{scopes.unknown}}. Did you mean {{scopes.unknown.nearest}}?',
      do: 'Write it as the documentation does, and get a new token.',
      explains: ['bare-403', 'scope-needed', 'scope-not-granted', 'oauth-error'],
      applies: long.flatMap((scope) => [
        asked(`${scope.slice(0, -2)}${scope.slice(-1)}`),
        asked(`${scope}s`),
        asked(`${scope.slice(0, 2)}${scope.slice(3)}`),
      ]),
      spares: [...long.map(asked), 'scope: ""', '{"scope":""}'],
    },
  ];
}

/** A token (RFC 7519) with these scopes (RFC 9068, section 2.2.3). Nobody signed it. */
function tokenWith(scopes: readonly string[]): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { iss: 'https://login.example.com', aud: 'api', scope: scopes.join(' ') };
  return [part({ alg: 'ES256', typ: 'at+jwt' }), part(claims), 'bm90LWEtc2lnbmF0dXJlLWF0LWFsbA'].join('.');
}

import type { ApiDescription, Credential } from './api.ts';
import type { Calls } from './calls.ts';
import type { NewItem, NewRule, WrittenCondition } from './new-pack.ts';

/** Whether a request brings what the API knows its callers by. Undefined where nothing is known of that. */
export function credentialsItem(api: ApiDescription, calls: Calls): NewItem | undefined {
  if (api.credentials.length === 0) return undefined;
  const ways = api.credentials.map(wayInWords).join(', or ');
  return {
    id: 'authorization-header',
    question: 'Does the request say who is calling?',
    section: 'Request',
    rank: 40,
    fineWhen: { any: [{ 'response.status': { min: 200, max: 299 } }, ...sentAndTaken(api)] },
    rules: [missing(api, calls), ...otherScheme(api, calls)],
    text: `A call brings ${ways}. A 401 says that this is missing or not good any more.`,
  };
}

/** A status that comes after the credentials were accepted, and the credentials in the request. */
function sentAndTaken({ credentials }: ApiDescription): readonly WrittenCondition[] {
  return credentials.map((way) => ({
    all: [...way.map(sent), { 'response.status': [403, 404, 405, 409, 422] }],
  }));
}

function sent(credential: Credential): WrittenCondition {
  switch (credential.kind) {
    case 'authorization':
      return { 'request.authorization': 'present' };
    case 'field':
      return { 'request.fields': credential.name.toLowerCase() };
    case 'query':
      return { 'request.target.query': credential.name };
    case 'cookie':
      return { 'request.cookie': { matches: `(?:^|;\\s*)${patternOf(credential.name)}=` } };
  }
}

function notSent(credential: Credential): WrittenCondition {
  if (credential.kind === 'authorization') return { 'request.authorization': 'absent' };
  if (credential.kind === 'cookie') return { any: [{ 'request.cookie': 'absent' }, { not: sent(credential) }] };
  return { not: sent(credential) };
}

/** A name as a pattern that fits it alone (RE2 syntax). */
function patternOf(name: string): string {
  return name.replace(/[.~-]/g, '\\$&');
}

function missing(api: ApiDescription, { curl, message, endpoints }: Calls): NewRule {
  const { credentials } = api;
  const [usual = []] = credentials;
  const [first, second = first, third = second] = endpoints;
  const lacking = credentials.map((way) => anyOf(way.map(notSent)));
  const bare = { credentials: [] };
  return {
    id: 'authorization-missing',
    certainty: 'sure',
    when: { all: [{ 'response.status': refusals(credentials) }, ...lacking] },
    say: `The request does not bring ${credentials.map(wayInWords).join(', nor ')}, so {{request.target.host}} answers {{response.status}}.`,
    do: `Send ${wayInWords(usual)}: ${usual.map(howToSend).join(' and ')}.`,
    explains: ['bare-401', 'bare-403', 'no-challenge', 'no-credentials', 'scope-needed'],
    applies: [
      curl({ endpoint: first, status: 401, ...bare }),
      message({ endpoint: second, status: 401, ...bare }),
      curl({ endpoint: third, status: 401, ...bare, rest: 'content-type: application/json' }),
    ],
    spares: [
      curl({ endpoint: first, status: 401 }),
      message({ endpoint: second, status: 401 }),
      curl({ endpoint: first, status: 404, ...bare }),
    ],
  };
}

/** Gateways that look for a key refuse a call without one by 403 as well. */
function refusals(credentials: ApiDescription['credentials']): readonly number[] {
  const isByKey = credentials.every((way) => way.every(({ kind }) => kind !== 'authorization'));
  return isByKey ? [401, 403] : [401];
}

/** Where the API takes one scheme alone: another one, or a token without one. */
function otherScheme({ credentials }: ApiDescription, { curl, message, endpoints }: Calls): readonly NewRule[] {
  const schemes = new Set(credentials.flat().flatMap((one) => (one.kind === 'authorization' ? [one.scheme] : [])));
  const [scheme] = schemes;
  if (schemes.size !== 1 || scheme === undefined) return [];
  const [first, second = first] = endpoints;
  const other = scheme.toLowerCase() === 'basic' ? 'Bearer' : 'Basic';
  const wrong = [{ kind: 'authorization', scheme: other }] as const;
  return [
    {
      id: 'scheme-other',
      certainty: 'sure',
      when: {
        all: [
          { 'response.status': 401 },
          { 'request.authorization': 'present' },
          { not: { 'request.authorization.scheme': scheme } },
          { 'placeholder.names': 'absent' },
        ],
      },
      say: `The API asks for the scheme \`${scheme}\` in the \`Authorization\` header. The request has another one, or none.`,
      do: `Write ${fieldLine(scheme)}: the word, one space, the value.`,
      explains: ['bare-401', 'no-challenge', 'scheme-not-offered', 'scheme-not-basic'],
      applies: [
        curl({ endpoint: first, status: 401, credentials: wrong }),
        message({ endpoint: second, status: 401, credentials: wrong }),
        curl({ endpoint: second, status: 401, credentials: [{ kind: 'authorization' }] }),
      ],
      spares: [curl({ endpoint: first, status: 401 }), message({ endpoint: second, status: 401 })],
    },
  ];
}

function anyOf(conditions: readonly WrittenCondition[]): WrittenCondition {
  const [only] = conditions;
  return conditions.length === 1 && only !== undefined ? only : { any: conditions };
}

function fieldLine(scheme: string | undefined): string {
  const values: Readonly<Record<string, string>> = { bearer: 'YOUR_TOKEN', basic: 'BASE64_OF_NAME_AND_PASSWORD' };
  if (scheme === undefined) return '`Authorization: YOUR_KEY`';
  return `\`Authorization: ${scheme} ${values[scheme.toLowerCase()] ?? 'YOUR_CREDENTIALS'}\``;
}

function wayInWords(way: readonly Credential[]): string {
  return way.map(credentialInWords).join(' together with ');
}

function credentialInWords(credential: Credential): string {
  switch (credential.kind) {
    case 'authorization':
      return credential.scheme === undefined
        ? 'the `Authorization` header'
        : `the \`Authorization\` header with the scheme \`${credential.scheme}\``;
    case 'field':
      return `the header \`${credential.name}\``;
    case 'query':
      return `the query parameter \`${credential.name}\``;
    case 'cookie':
      return `the cookie \`${credential.name}\``;
  }
}

function howToSend(credential: Credential): string {
  switch (credential.kind) {
    case 'authorization':
      return credential.scheme?.toLowerCase() === 'basic' ? 'with curl `-u NAME`' : fieldLine(credential.scheme);
    case 'field':
      return `\`${credential.name}: YOUR_KEY\``;
    case 'query':
      return `\`?${credential.name}=YOUR_KEY\` behind the URL`;
    case 'cookie':
      return `\`Cookie: ${credential.name}=VALUE\``;
  }
}

import type { Field } from '../../reading/paste.ts';
import type { FactDefinition, Known, View } from '../fact.ts';
import { absent, derive, known, unknown } from './known.ts';
import { requestField } from './parts.ts';
import { placeholderIn } from './placeholder.ts';
import { isRedaction } from './redaction.ts';

const askForField = 'the request as you send it, with the name and the scheme of its Authorization field';

/** RFC 9110, section 11.4: a scheme, spaces, credentials; either may be missing where somebody wrote it down wrong. */
export interface Credentials {
  readonly field: Field;
  readonly scheme?: string;
  /** Without the scheme and the spaces after it; empty where there is nothing. */
  readonly credentials: string;
  /** Whether a variable stands in it, or something that hides what was sent. */
  readonly open: boolean;
}

/** Schemes that people send, with IANA's registry as the base; a word alone is a scheme only if it is one of them. */
const schemes = new Set([
  ...['basic', 'bearer', 'digest', 'dpop', 'gnap', 'hoba', 'mutual', 'negotiate', 'ntlm', 'oauth', 'privatetoken'],
  ...['scram-sha-1', 'scram-sha-256', 'vapid', 'aws4-hmac-sha256', 'token', 'apikey', 'api-key', 'jwt', 'hmac'],
  ...['sharedkey', 'signature', 'key', 'basic_auth', 'access_token', 'accesstoken'],
]);

/** The Authorization field of the request, read. */
export function credentialsOf(view: View): Known<Credentials> {
  const field = requestField(view, 'authorization');
  if (field.state !== 'known') return field;
  const own = view.exchange.request?.fields.find(({ name }) => name.toLowerCase() === 'authorization');
  return own === undefined ? unknown : known(readCredentials(own), field.evidence);
}

function readCredentials(field: Field): Credentials {
  const value = field.value.trim();
  const open = (field.open ?? []).length > 0;
  const first = (gluedScheme.exec(value) ?? /^[^\s:,]+/.exec(value))?.[0] ?? '';
  const rest = value.slice(first.length);
  const isScheme = /^[A-Za-z][A-Za-z0-9_-]*$/.test(first) && (/^\s+\S/.test(rest) || schemes.has(first.toLowerCase()));
  if (!isScheme) return { field, credentials: value, open: open || isRedaction(value) };
  const credentials = rest.replace(/^[\s:]+/, '');
  return { field, scheme: first, credentials, open: open || isRedaction(credentials) };
}

function part<T>(view: View, read: (credentials: Credentials) => T | undefined): Known<T> {
  return derive(credentialsOf(view), read);
}

function credentialsText(view: View): Known<string> {
  const own = credentialsOf(view);
  if (own.state !== 'known') return own;
  const { credentials, open, field } = own.value;
  if (open) return unknown;
  return credentials === '' || credentials === '""' || credentials === "''"
    ? absent([field.span])
    : known(credentials, [field.span]);
}

/** Names that tell of more than a token: the scheme is most likely in the variable. */
const wholeFieldName = /bearer|header|authorization/i;

function variableAlone(view: View): Known<string> {
  return part(view, ({ field, scheme }) => {
    const variable = field.value.trim();
    const isAlone = scheme === undefined && field.open?.length === 1 && field.open[0] === variable;
    return isAlone && !wholeFieldName.test(variable) ? variable.replace(/^\$\{(.*)\}$/s, '$1') : undefined;
  });
}

/** How often the field stands there; servers refuse more than one (RFC 9110, section 5.3). */
function countOf(view: View): Known<number> {
  const { request } = view.exchange;
  if (request === undefined) return unknown;
  const all = request.fields.filter(({ name }) => name.toLowerCase() === 'authorization');
  // Code that sets the same value again sends it once.
  const fields = request.source === 'code' ? [...new Map(all.map((field) => [field.value, field])).values()] : all;
  if (fields.length === 0 && request.fieldsShown === 'part') return unknown;
  return known(fields.length, fields.length === 0 ? [request.span] : fields.map(({ span }) => span));
}

/** A scheme with no blank behind it, before a variable or what was sealed. */
const gluedScheme = /^(?:bearer|basic)(?=[$#]?\{|\$\w|eyJ|‹)/i;

function isGlued({ field }: Pick<Credentials, 'field'>): boolean {
  return gluedScheme.test(field.value.trim());
}

/** Damage that copying does to credentials; the first that is found. */
const damages: readonly { readonly name: string; readonly stands: (credentials: Credentials) => boolean }[] = [
  { name: 'no space after the scheme', stands: isGlued },
  { name: 'doubled scheme', stands: ({ scheme, credentials }) => isDoubled(scheme, credentials) },
  { name: 'colon after the scheme', stands: ({ field }) => /^\s*(?:bearer|basic)\s*:/i.test(field.value) },
  {
    name: 'percent-encoding',
    stands: ({ field }) => /^\s*bearer%20/i.test(field.value) || /%(?:2[0-9a-f]|3[0-9a-f])/i.test(field.value),
  },
  { name: 'quotation marks', stands: ({ credentials }) => /["'`“”‘’]/.test(credentials) && !/=\s*"/.test(credentials) },
  {
    name: 'a line break at its end',
    stands: ({ field, credentials }) => /\\[nr]|%0[ad]/i.test(credentials) || /\S[ \t]*[\r\n]/.test(field.value),
  },
  {
    name: 'a space or line break',
    stands: ({ scheme, credentials }) =>
      scheme?.toLowerCase() === 'bearer' && /\S\s+\S/.test(withoutPlaceholders(credentials)),
  },
  { name: 'a comma or semicolon at its end', stands: ({ credentials }) => /[,;]$/.test(credentials) },
  { name: 'an ellipsis', stands: ({ credentials }) => /\.\.\.|…/.test(credentials) },
  {
    name: 'the words null or undefined',
    stands: ({ credentials }) => /^(?:null|undefined|none|nil|nan|\[object Object\])$/i.test(credentials),
  },
];

function isDoubled(scheme: string | undefined, credentials: string): boolean {
  if (scheme === undefined || !credentials.toLowerCase().startsWith(scheme.toLowerCase())) return false;
  return /^(?:[\s:]|$)/.test(credentials.slice(scheme.length));
}

/** A label of a secret and a placeholder may have spaces in them; they are one piece. */
function withoutPlaceholders(credentials: string): string {
  const placeholder = placeholderIn(credentials);
  return (placeholder === undefined ? credentials : credentials.replace(placeholder, 'x')).replace(/‹[^›]*›/g, 'x');
}

function damageOf(view: View): Known<string> {
  const own = credentialsOf(view);
  if (own.state !== 'known') return own;
  const { open, field } = own.value;
  // What a variable holds is not shown, but what stands around it is.
  const shown = open ? withoutVariables(own.value) : own.value;
  const damage = shown === undefined ? undefined : damages.find(({ stands }) => stands(shown))?.name;
  if (damage !== undefined) return known(damage, [field.span]);
  return open ? unknown : absent([field.span]);
}

/** The credentials with a letter for each variable; undefined where something else hides what was sent. */
function withoutVariables({ field, credentials }: Credentials): Credentials | undefined {
  if (isGlued({ field })) return { field, credentials, open: true };
  if (field.open === undefined || field.open.length === 0) return undefined;
  const plain = field.open.reduce((text, variable) => text.replaceAll(variable, 'x'), field.value);
  return isRedaction(plain) ? undefined : readCredentials({ ...field, value: plain, open: [] });
}

/** Fields under other names that people put a token into. */
const lookalikes = new Set([
  ...['authorisation', 'authentication', 'auth', 'x-authorization', 'x-auth-token', 'access-token', 'access_token'],
  ...['x-access-token', 'token', 'bearer', 'x-auth', 'x-bearer', 'x-jwt', 'jwt'],
  ...['x-api-key', 'api-key', 'apikey', 'authorization-token', 'autorization'],
  ...['authorizaton', 'authorzation', 'authorizations', 'x-token', 'bearer-token'],
]);

function lookalikeOf(view: View): Known<string> {
  const { request } = view.exchange;
  if (request === undefined) return unknown;
  const field = request.fields.find(({ name }) => lookalikes.has(name.toLowerCase()));
  if (field !== undefined) return known(field.name, [field.span]);
  return request.fieldsShown === 'whole' ? absent([request.span]) : unknown;
}

function inQuery(view: View): Known<string> {
  const target = view.exchange.request?.target;
  if (target === undefined) return unknown;
  const pair = target.query.find(({ name }) => /^(?:access_token|token|bearer|api_?key|authorization)$/i.test(name));
  return pair === undefined ? absent([target.span]) : known(pair.name, [pair.span]);
}

/** RFC 9110, section 11.6.2, and RFC 6750, section 2. */
export const authorizationFacts: readonly FactDefinition[] = [
  {
    name: 'request.authorization',
    meaning: 'The Authorization field, sealed. Absent where the request is shown with its fields and has none.',
    source: 'RFC 9110, section 11.6.2',
    ask: askForField,
    type: 'text',
    read: (view) => requestField(view, 'authorization'),
  },
  {
    name: 'request.authorization.scheme',
    meaning: 'The scheme: Bearer, Basic and so on. Absent where the field, or a scheme in it, is missing.',
    source: 'RFC 9110, section 11.1',
    ask: askForField,
    type: 'text',
    read: (view) => part(view, ({ scheme, open }) => (scheme === undefined && open ? '' : scheme)),
  },
  {
    name: 'request.authorization.credentials',
    meaning:
      'What stands after the scheme, sealed. Absent where there is nothing, unknown where a variable stands there.',
    source: 'RFC 9110, section 11.4',
    ask: askForField,
    type: 'text',
    read: credentialsText,
  },
  {
    name: 'request.authorization.variable',
    meaning:
      'The variable that alone fills the field, where its name does not tell that the scheme is in it: `$TOKEN`.',
    source: 'RFC 9110, section 11.4',
    type: 'text',
    read: variableAlone,
  },
  {
    name: 'request.authorization.count',
    meaning: 'How many Authorization fields the request has.',
    source: 'RFC 9110, section 5.3',
    ask: askForField,
    type: 'number',
    read: countOf,
  },
  {
    name: 'request.authorization.damage',
    meaning: 'What copying did to the credentials: a doubled scheme, quotation marks, a line break and so on.',
    type: 'text',
    read: damageOf,
  },
  {
    name: 'request.authorization.lookalike',
    meaning: 'A field of another name that seems to carry the credentials: `X-Auth-Token`, `Authorisation`.',
    type: 'text',
    read: lookalikeOf,
  },
  {
    name: 'request.authorization.in-query',
    meaning: 'The query parameter that carries a token instead of the field.',
    source: 'RFC 6750, section 2.3',
    type: 'text',
    read: inQuery,
  },
];

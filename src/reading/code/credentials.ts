import type { Hint } from '../../sealing/seal.ts';
import { base64 } from '../content/base64.ts';
import type { Group, Literal } from '../content/literal.ts';
import type { Field } from '../paste.ts';
import { option, toField } from './call-options.ts';
import type { Declarations } from './declarations.ts';
import { resolveGroup, resolveText } from './resolving.ts';

export interface Credentials {
  readonly fields: readonly Field[];
  /** The password as it stands in the code, which the encoded field does not show. */
  readonly secrets: readonly Hint[];
}

/** `auth=('id', 'secret')` and `auth: { username, password }`, which clients send as Basic credentials (RFC 7617). */
export function readCredentials(literal: Literal | undefined, declarations: Declarations): Credentials {
  const group = resolveGroup(literal, declarations);
  if (group === undefined) return { fields: [], secrets: [] };
  const bearer = bearerIn(group);
  if (bearer !== undefined) return readBearer(bearer, declarations);
  const isNamed = group.members.length > 0;
  const user = isNamed ? option(group, 'username', 'user') : group.items[0];
  const password = isNamed ? option(group, 'password', 'pass') : group.items[1];
  const name = user === undefined ? undefined : resolveText(user, declarations);
  const secret = password === undefined ? undefined : resolveText(password, declarations);
  if (name === undefined) return { fields: [], secrets: [] };
  const open = [...name.open, ...(secret?.open ?? [])];
  const credentials = `${name.text}:${secret?.text ?? ''}`;
  const text = `Basic ${open.length > 0 ? credentials : base64(credentials)}`;
  const isSecret = secret !== undefined && secret.text !== '' && secret.open.length === 0;
  return {
    fields: [toField('Authorization', group.span, { text, open, span: group.span })],
    secrets: isSecret ? [{ kind: 'password', value: secret.text, span: secret.span }] : [],
  };
}

/** `auth: { bearer: token }`, and Elixir's `auth: {:bearer, token}`. */
function bearerIn(group: Group): Literal | undefined {
  const [scheme, token] = group.items;
  return scheme?.kind === 'word' && /^:?bearer$/.test(scheme.text) ? token : option(group, 'bearer');
}

export function readBearer(token: Literal, declarations: Declarations): Credentials {
  const value = resolveText(token, declarations);
  if (value === undefined) return { fields: [], secrets: [] };
  return { fields: [toField('Authorization', token.span, { ...value, text: `Bearer ${value.text}` })], secrets: [] };
}

/** `auth`, or Symfony's `auth_bearer` and `auth_basic`. */
export function credentialsIn(options: Group | undefined, declarations: Declarations): Credentials {
  const bearer = option(options, 'auth_bearer');
  if (bearer !== undefined) return readBearer(bearer, declarations);
  return readCredentials(option(options, 'auth', 'auth_basic'), declarations);
}

import type { AssignedName } from '../names/assigned-name.ts';
import type { Separator } from '../scan.ts';
import type { SecretKind } from '../secret.ts';

/** The header field that a value stands under, where its values have a form of their own. */
export type Header = 'credentials' | 'cookie' | undefined;

/** What stands on the left of a value: the name that says that it is secret, and what ties it to the value. */
export interface Assigned {
  readonly named: AssignedName;
  readonly separator: Separator;
  readonly kind: SecretKind;
  readonly header: Header;
}

/** `Authorization`, `HTTP_PROXY_AUTHORIZATION`, `Set-Cookie`, `headers.cookie`. */
export function headerOf({ name }: AssignedName): Header {
  const lower = name.toLowerCase();
  if (lower.endsWith('authorization')) return 'credentials';
  return lower === 'cookie' || lower === 'set-cookie' || lower.endsWith('.cookie') || lower === 'http_cookie'
    ? 'cookie'
    : undefined;
}

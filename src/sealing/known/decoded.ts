import { decodeBase64, textOfBytes } from '../shapes/base64.ts';
import { looksLikeValue } from '../values/suspicion.ts';

const shortest = 12;
const longest = 8_000;

/**
 * The secret that a secret value in base64 stands for, where it is one: a value of a Kubernetes Secret, Docker's `auth`, what
 * SASL's PLAIN sends (RFC 4616, section 2). Of a user and a password the password. Undefined where the value is no base64 of
 * a text without blanks, or of parameters, whose values are found one by one.
 */
export function decodedSecret(value: string): string | undefined {
  if (value.length < shortest || value.length > longest || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(value)) return undefined;
  const bytes = decodeBase64(value);
  const text = bytes === undefined ? undefined : textOfBytes(bytes)?.replace(/\n$/, '');
  if (text === undefined) return undefined;
  const secret = /^(?:[^\0]*\0[^\0]+\0|\w[\w.@-]{0,63}:)?([!-~]{6,})$/.exec(text)?.[1];
  return secret === undefined || /[{}<>"]|(?:^|[&;])[\w.-]{1,40}=[^=]/.test(secret) || !looksLikeValue(secret)
    ? undefined
    : secret;
}

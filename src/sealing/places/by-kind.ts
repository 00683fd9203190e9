import { type Scan, take } from '../scan.ts';
import type { SecretKind } from '../secret.ts';
import { takeCookies } from './cookies.ts';
import { takeCredentials } from './credentials.ts';

/** Takes what stands under the name of a secret: of credentials and cookies, whose values have a form, what is secret in it. */
export function takeOfKind(scan: Scan, start: number, end: number, kind: SecretKind, name: string): void {
  if (/authorization$/i.test(name)) takeCredentials(scan, start, end, name);
  else if (/^(?:set-)?cookie$/i.test(name)) takeCookies(scan, start, end);
  else take(scan, start, end, kind, name);
}

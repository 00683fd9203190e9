import type { Hint } from '../../sealing/seal.ts';
import type { SecretKind } from '../../sealing/secret.ts';
import { sliceWord, type Word } from '../shell/word.ts';
import type { Argument } from './arguments.ts';

/** Options whose value, or what stands behind its first colon, is secret, in whatever request. */
const secretOptions: ReadonlyMap<string, { readonly kind: SecretKind; readonly behindColon: boolean }> = new Map([
  ['user', { kind: 'password', behindColon: true }],
  ['proxy-user', { kind: 'password', behindColon: true }],
  ['cert', { kind: 'password', behindColon: true }],
  ['proxy-cert', { kind: 'password', behindColon: true }],
  ['oauth2-bearer', { kind: 'access token', behindColon: false }],
  ['pass', { kind: 'password', behindColon: false }],
  ['proxy-pass', { kind: 'password', behindColon: false }],
  ['tlspassword', { kind: 'password', behindColon: false }],
  ['proxy-tlspassword', { kind: 'password', behindColon: false }],
]);

/** What a command's options give away, where it stands. Unknown parts hold no secret. */
export function secretsOf(args: readonly Argument[]): readonly Hint[] {
  const hints: Hint[] = [];
  for (const arg of args) {
    const secret = arg.kind === 'option' ? secretOptions.get(arg.name) : undefined;
    if (secret === undefined || arg.value === undefined) continue;
    const hint = hintOf(arg.value, secret.kind, secret.behindColon);
    if (hint !== undefined) hints.push(hint);
  }
  return hints;
}

function hintOf(word: Word, kind: SecretKind, behindColon: boolean): Hint | undefined {
  const colon = word.text.indexOf(':');
  if (behindColon && colon === -1) return undefined;
  const value = behindColon ? sliceWord(word, colon + 1) : word;
  if (value.text.trim() === '' || value.unknowns.length > 0) return undefined;
  return { kind, value: value.text, span: value.span };
}

import { base64 } from '../content/base64.ts';
import type { Field } from '../paste.ts';
import { openIn, type Word } from '../shell/word.ts';

/** The `Authorization` field of `user:password` (RFC 7617). What holds a variable stays as it is written. */
export function basicField(user: Word): Field {
  const open = openIn(user);
  const value = open !== undefined ? user.text : base64(user.text.includes(':') ? user.text : `${user.text}:`);
  return { name: 'Authorization', value: `Basic ${value}`, span: user.span, open };
}

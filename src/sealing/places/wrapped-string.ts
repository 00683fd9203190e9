import { behind } from '../within.ts';

/** `f"…"`, `b'…'`, `@"…"`, `String("…")`, and what PHP's `var_dump` puts before a string. */
export function afterPrefix(text: string, from: number): number {
  const code = text.charCodeAt(from);
  if (code === 10 || code === 13) return behind(text, from, /^\r?\n\s{0,40}string\(\d{1,6}\) (?=")/);
  if (code === 34 || code === 39) return from;
  const prefix = /^(?:[fFrRbBuUN]{1,2}|\$?@|\$|\((?:\s{0,3}\r?\n\s{1,3})?)(?=["'])/.exec(text.slice(from, from + 4));
  return from + ((prefix ?? wrapper.exec(text.slice(from, from + 120)))?.[0].length ?? 0);
}

/**
 * What languages and libraries put around a string without changing it: `Some("…")`, `SecretStr('…')`, `String::from("…")`,
 * `[]string{"…"}`, Erlang's `<<"…">>`, Haskell's `Just "…"`, R's `chr "…"`, the types that Go's dumps show, an anchor of YAML.
 */
const wrapper =
  /^(?:(?:new )?(?:Secret(?:Str|String|Bytes)?|ProtectedString|SecureString|HeaderValue|Some|Just|Optional|Right|Ok|[Ss]ensitive|nonsensitive|String|str|bytes|Redacted)(?:(?:::|\.)(?:from|from_static|from_str|new|of|make))?(?:\(\s{0,40}| )|\[\](?:string|byte)[{(]\s{0,40}|<<|chr |\(string\) \(len=\d{1,6}\) |&[\w-]{1,40} )(?=["'])/;

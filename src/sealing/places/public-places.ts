import { nameSpanBefore } from '../names/assigned-name.ts';
import { isPublicName } from '../names/names.ts';
import type { SecretKind } from '../secret.ts';
import type { Span } from '../span.ts';
import { isUuid } from '../values/suspicion.ts';

/** Kinds of which a whole value may stand under a public name by chance: a key that is the client id. */
const sharedKinds: ReadonlySet<SecretKind> = new Set<SecretKind>([
  'cookie',
  'session',
  'signature',
  'API key',
  'token',
]);

/** Whether what stands there is in public by chance. A cookie may hold anything, also a user's id that is in a path. */
export function isSpared(
  text: string,
  { start, end, whole }: Span & { readonly whole: boolean },
  { kind, value }: { readonly kind: SecretKind; readonly value: string },
): boolean {
  if (!whole && !value.includes(' ') && areWords(text, start, end)) return true;
  if (!whole || kind === 'cookie') {
    if (isPublicPlace(text, start, end)) return true;
  } else if (!sharedKinds.has(kind)) return false;
  else if (hasPublicName(text, start)) return true;
  return sharedKinds.has(kind) && isPlainWords(text.slice(start, end));
}

/**
 * Whether the stretch stands where everyone may see it, so that it is no leak when a secret happens to hold the same
 * text: in a host, as a client id or a trace id, as an id in a path, or in a scope.
 */
function isPublicPlace(text: string, start: number, end: number): boolean {
  const token = tokenAround(text, start, end);
  const whole = text.slice(token.start, token.end);
  if (isHost(text, token.start, whole) || isUuidInPath(text, token.start, whole)) return true;
  if (hasPublicName(text, token.start)) return true;
  return isInAddress(text, start, end);
}

const reach = 300;

function tokenAround(text: string, start: number, end: number): { start: number; end: number } {
  let from = start;
  while (from > 0 && start - from < reach && isTokenCode(text.charCodeAt(from - 1))) from -= 1;
  let to = end;
  while (to < text.length && to - end < reach && isTokenCode(text.charCodeAt(to))) to += 1;
  return { start: from, end: to };
}

function isTokenCode(code: number): boolean {
  return code < 128 && tokenCodes[code] === 1;
}

/** What a host, an id or a scope is made of. */
const tokenCodes = new Uint8Array(128);
for (let code = 0; code < 128; code += 1) tokenCodes[code] = /[A-Za-z0-9._~%-]/.test(String.fromCharCode(code)) ? 1 : 0;

/** Top-level domains that tell a host where nothing before it does. */
const domains = /\.(?:com|net|org|io|dev|app|gov|edu|bank|co|us|uk|de|eu|cloud|local|localhost|internal|example|test)$/;

function isHost(text: string, start: number, token: string): boolean {
  if (token.length > 120 || !/^[a-z0-9.-]+\.[a-z]{2,24}$/.test(token)) return false;
  return domains.test(token) || /(?:\/\/|%2[fF]%2[fF]|@)$/.test(text.slice(Math.max(0, start - 6), start));
}

function isUuidInPath(text: string, start: number, token: string): boolean {
  return text.charAt(start - 1) === '/' && (isUuid(token) || /^[a-z]+(?:[-_][a-z]+){0,5}$/.test(token));
}

/** `client_id=…`, `"x-request-id": "…"`, `Host: …`. */
function hasPublicName(text: string, start: number): boolean {
  let at = start;
  while (start - at < 6 && /["'\\\s]/.test(text.charAt(at - 1))) at -= 1;
  const separator = text.charAt(at - 1);
  if (separator !== ':' && separator !== '=') return false;
  const name = nameSpanBefore(text, at - 1);
  return name !== undefined && isPublicName(text.slice(name.start, name.end));
}

/** The scheme, host and path of a URI, where the path is made of words: a scope, a claim, a page. */
function isInAddress(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 200), end);
  const address = /https?:\/\/[A-Za-z0-9.-]{1,100}(?::\d{1,5})?(?:\/[a-z][a-z_.-]{0,40}|\/v\d{1,2}|\/){0,12}$/.exec(
    before,
  );
  return address !== null;
}

const longestWords = 20;

/** `refresh token`: words that a secret without blanks has in a row by chance, as a label has them. */
function areWords(text: string, start: number, end: number): boolean {
  return end - start <= longestWords && /^[a-z]{2,}(?: [a-z]{2,}){1,2}$/.test(text.slice(start, end));
}

/** Words of a sentence or of a list of scopes, which a cookie may hold. */
function isPlainWords(stretch: string): boolean {
  if (stretch.length > 60 || !stretch.trim().includes(' ')) return false;
  return stretch.split(/[^A-Za-z]+/).every((word) => /^(?:[A-Z]?[a-z]{1,14})?$/.test(word)) && !/[\d=]/.test(stretch);
}

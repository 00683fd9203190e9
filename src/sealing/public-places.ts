import { nameBefore } from './assigned-name.ts';
import { isPublicName } from './names.ts';
import { isUuid } from './suspicion.ts';

/**
 * Whether the stretch stands where everyone may see it, so that it is no leak when a secret happens to hold the same
 * text: in a host, as a client id or a trace id, as an id in a path, in a scope, or as plain words.
 */
export function isPublicPlace(text: string, start: number, end: number): boolean {
  const stretch = text.slice(start, end);
  const token = tokenAround(text, start, end);
  const whole = text.slice(token.start, token.end);
  if (isHost(whole) || isUuidInPath(text, token.start, whole)) return true;
  if (hasPublicName(text, token.start)) return true;
  return isInAddress(text, start, end) || isPlainWords(stretch);
}

const reach = 300;

function tokenAround(text: string, start: number, end: number): { start: number; end: number } {
  let from = start;
  while (from > 0 && start - from < reach && isTokenChar(text.charAt(from - 1))) from -= 1;
  let to = end;
  while (to < text.length && to - end < reach && isTokenChar(text.charAt(to))) to += 1;
  return { start: from, end: to };
}

function isTokenChar(char: string): boolean {
  return /[A-Za-z0-9._~%-]/.test(char);
}

function isHost(token: string): boolean {
  if (token.length > 120 || !token.includes('.')) return false;
  const labels = token.split('.');
  return (
    /^[A-Za-z]{2,24}$/.test(labels.at(-1) ?? '') &&
    labels.every((label) => /^[a-z0-9-]{1,40}$/i.test(label) && !isMixed(label))
  );
}

function isMixed(label: string): boolean {
  return label.length > 14 && /[a-z]/.test(label) && /[A-Z]/.test(label) && /\d/.test(label);
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
  const named = nameBefore(text, at - 1);
  return named !== undefined && isPublicName(named.name);
}

/** The scheme, host and path of a URI, where the path is made of words: a scope, a claim, a page. */
function isInAddress(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 200), end);
  const address = /https?:\/\/[A-Za-z0-9.-]{1,100}(?::\d{1,5})?(?:\/[a-z][a-z_.-]{0,40}|\/v\d{1,2}|\/){0,12}$/.exec(
    before,
  );
  return address !== null;
}

function isPlainWords(stretch: string): boolean {
  if (stretch.length > 40) return false;
  const words = stretch.split(/[^A-Za-z]+/);
  if (/\d/.test(stretch)) return false;
  return (
    words.every((word) => word === '' || (/^[A-Z]?[a-z]{1,14}$/.test(word) && /[aeiouy]/.test(word))) &&
    words.length > 1
  );
}

import type { Target } from '../paste.ts';
import { joinWords, prefixWord } from '../shell/joined-words.ts';
import { sliceWord, trimWord, type Word } from '../shell/word.ts';
import { readTarget } from '../target.ts';
import { addedQuery } from './content.ts';
import type { Inputs } from './inputs.ts';
import { isGet, isOn, type Operation, optionValue } from './operation.ts';
import { placedTarget } from './placed.ts';

/** The target that curl asks for: with a scheme, with what `-G` and `--url-query` append, without `/../`. */
export function sentTarget(operation: Operation, url: Word, upload: Word | undefined, inputs: Inputs): Target {
  const whole = withScheme(unwrapped(trimWord(url)), operation);
  const query = addedQuery(operation, isGet(operation), inputs);
  const sent = withRequestTarget(operation, whole) ?? withQuery(withPath(operation, whole, upload), query);
  return placedTarget(sent, url.span);
}

/** A URL that a terminal wrapped goes on behind the line break; curl refuses white space in one. */
function unwrapped(url: Word): Word {
  if (!url.text.includes('\n')) return url;
  const lines = [...url.text.matchAll(/[^\n]+/g)];
  return joinWords(
    '',
    lines.map(({ 0: line, index }) => trimWord(sliceWord(url, index, index + line.length))),
  );
}

const withAuthority = /^[a-z][a-z0-9+.-]{0,30}:\/\/[^/?#]*/i;

/** A host alone is asked over `http`, or over what `--proto-default` says. */
function withScheme(url: Word, operation: Operation): Word {
  if (withAuthority.test(url.text) || url.unknowns[0]?.start === 0) return url;
  const { host, scheme } = readTarget(url.text, { start: 0, end: 0 });
  const hasUser = /^[^\s/?#@]{1,2000}@[\w.-]/.test(url.text);
  if (!hasUser && (host === undefined || scheme !== undefined)) return url;
  const bare = url.text.startsWith('//') ? sliceWord(url, 2) : url;
  return prefixWord(`${optionValue(operation, 'proto-default')?.text ?? 'http'}://`, bare);
}

/** `--request-target` replaces the path and the query, whatever else makes them. */
function withRequestTarget(operation: Operation, url: Word): Word | undefined {
  const asked = optionValue(operation, 'request-target');
  if (asked === undefined || !asked.text.startsWith('/')) return undefined;
  const origin = withAuthority.exec(url.text)?.[0];
  return origin === undefined ? undefined : joinWords('', [sliceWord(url, 0, origin.length), asked]);
}

/** `-T file https://host/dir/` puts the file's name behind the directory. */
function withPath(operation: Operation, url: Word, upload: Word | undefined): Word {
  if (upload !== undefined && namesFile(upload)) return withFileName(url, upload);
  if (isOn(operation, 'path-as-is') || url.unknowns.length > 0) return url;
  const text = withoutDots(url.text);
  return text === url.text ? url : { ...url, text, runs: [] };
}

function namesFile({ text, unknowns }: Word): boolean {
  return text !== '-' && text !== '.' && text !== '' && unknowns.length === 0;
}

/** A path that is empty or ends in a slash gets the file's name behind it, before the query. */
function withFileName(url: Word, file: Word): Word {
  const found = /[?#]/.exec(url.text)?.index ?? url.text.length;
  const base = sliceWord(url, 0, found);
  if (withAuthority.exec(url.text)?.[0] !== base.text && !base.text.endsWith('/')) return url;
  const name = encodeURIComponent(file.text.slice(file.text.lastIndexOf('/') + 1).toWellFormed());
  const slash = base.text.endsWith('/') ? '' : '/';
  const named: Word = { ...file, text: slash + name, runs: [] };
  return { ...joinWords('', [base, named, sliceWord(url, found)]), span: url.span };
}

/** RFC 3986, section 5.2.4. */
function withoutDots(uri: string): string {
  if (!uri.includes('/.')) return uri;
  const found = /^([a-z][a-z0-9+.-]{0,30}:\/\/[^/?#]*)(\/[^?#]*)/i.exec(uri);
  const [whole, origin, path] = found ?? [];
  if (whole === undefined || origin === undefined || path === undefined || !/\/\.{1,2}(?:\/|$)/.test(path)) return uri;
  const kept: string[] = [];
  const segments = path.slice(1).split('/');
  for (const [index, segment] of segments.entries()) {
    if (segment === '..') kept.pop();
    else if (segment !== '.') kept.push(segment);
    if (index === segments.length - 1 && (segment === '.' || segment === '..')) kept.push('');
  }
  return `${origin}/${kept.join('/')}${uri.slice(whole.length)}`;
}

/** Parts go behind the query that the URL has, and before its fragment. */
function withQuery(url: Word, query: readonly Word[]): Word {
  if (query.length === 0) return url;
  const added = joinWords('&', query);
  if (added.text === '') return url;
  const hash = url.text.indexOf('#');
  const base = sliceWord(url, 0, hash === -1 ? url.text.length : hash);
  const rest = hash === -1 ? [] : [sliceWord(url, hash)];
  return joinWords('', [base, prefixWord(separatorBehind(base.text), added), ...rest]);
}

function separatorBehind(base: string): string {
  if (base.includes('?')) return /[?&]$/.test(base) ? '' : '&';
  return withAuthority.exec(base)?.[0] === base ? '/?' : '?';
}

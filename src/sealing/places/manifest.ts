import { columnOf, lineEnd } from '../lines.ts';
import { type Scan, take } from '../scan.ts';
import { indexWithin } from '../within.ts';
import { takeMembers } from './sections.ts';
import { bareSlot, quotedSlot, skipBlanks, skipSpaces } from './slot.ts';

/** How far from its values the kind of a manifest may stand, in UTF-16 code units. */
const reach = 4_000;
/** More manifests are in no paste. */
const mostManifests = 1_000;

/**
 * The values of a Kubernetes Secret, which may have any names: what stands below `data:` or `stringData:`, or in
 * `"data":{…}`, where the manifest says `kind: Secret`. `after` is behind the colon. Returns where to read on; undefined
 * where it is no such manifest.
 */
export function takeManifestData(scan: Scan, nameStart: number, after: number): number | undefined {
  const { text, progress } = scan;
  if (progress.manifests >= mostManifests) return undefined;
  progress.manifests += 1;
  if (!isSecretManifest(text, nameStart)) {
    if (reply.test(text.slice(Math.max(0, nameStart - reach), nameStart + reach)))
      takeMembers(scan, skipBlanks(text, after), 'secret');
    return undefined;
  }
  const first = skipSpaces(text, after);
  if (text.charAt(skipBlanks(text, after)) === '{') return takeObject(scan, skipBlanks(text, after) + 1);
  return first === lineEnd(text, after)
    ? takeLines(scan, columnOf(text, nameStart), first)
    : takeFlattened(scan, first);
}

/** `data: a: … b: … type: Opaque`: lines that were put into one, up to a name of a manifest's own. Their values are base64. */
function takeFlattened(scan: Scan, from: number): number | undefined {
  const { text } = scan;
  const until = Math.min(lineEnd(text, from), from + longestObject);
  let at = from;
  while (at < until) {
    const name = flatName.exec(text.slice(at, at + 280));
    if (name === null) break;
    const slot = bareSlot(text, at + name[0].length);
    if (encoded.test(text.slice(slot.start, slot.end))) take(scan, slot.start, slot.end, 'secret');
    at = skipSpaces(text, Math.max(slot.next, at + 1));
  }
  return at > from ? at : undefined;
}

const flatName =
  /^(?!(?:apiVersion|kind|metadata|type|immutable|data|stringData|status|items):)[\w.-]{1,253}: {1,8}(?=\S)/;

const encoded = /^[A-Za-z0-9+/]{8,}={0,2}$/;

/** What Vault answers: what it keeps stands under `data` again. */
const reply = /"lease_id"\s?:|"metadata"\s?:\s?\{\s{0,20}"created_time"/;

const kind = /(?:^|[\s{,])["']?kind["']?:\s?["']?Secret\b/;

/** Documents of one file stand apart by `---`. */
function isSecretManifest(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - reach), at);
  const behind = text.slice(at, at + reach);
  return kind.test(before.slice(before.lastIndexOf('\n---') + 1)) || kind.test(behind.split('\n---', 1)[0] ?? '');
}

/** `name: value` on each deeper line; the lines of a block scalar belong to their name. */
function takeLines(scan: Scan, column: number, from: number): number {
  const { text } = scan;
  let at = from;
  for (;;) {
    const start = skipBlanks(text, at);
    if (start >= text.length || !isBelow(text, start, column)) return at;
    const end = lineEnd(text, start);
    const name =
      /^["']?[\w.-]{1,253}["']?:[ \t]{1,8}/.exec(text.slice(start, Math.min(end, start + 280)))?.[0].length ?? 0;
    const value = start + name;
    const slot = quotedSlot(text, value);
    if (slot !== undefined) take(scan, slot.start, slot.end, 'secret');
    else if (!/^[|>][-+\d]{0,2}$/.test(text.slice(value, Math.min(end, value + 4)))) take(scan, value, end, 'secret');
    at = end;
  }
}

/** Deeper, or, where a paste has lost its indents, under no name of a manifest's own. */
function isBelow(text: string, at: number, column: number): boolean {
  const own = columnOf(text, at);
  if (own !== column || column > 0) return own > column;
  return /^(?!(?:apiVersion|kind|metadata|type|immutable|data|stringData|status|items)\b)[\w.-]{1,253}: ?\S/.test(
    text.slice(at, at + 280),
  );
}

const longestObject = 20_000;

const member = /(?<![\w.-])["']?[\w.-]{1,253}["']?\s{0,4}:\s{0,4}(?=\S)/g;

function takeObject(scan: Scan, from: number): number {
  const { text } = scan;
  const close = indexWithin(text, '}', from, from + longestObject);
  const end = close < 0 ? Math.min(text.length, from + longestObject) : close;
  for (const { 0: whole, index } of text.slice(from, end).matchAll(member)) {
    const at = from + index + whole.length;
    const quoted = quotedSlot(text, at);
    const slot = quoted ?? bareSlot(text, at);
    if (quoted !== undefined || encoded.test(text.slice(slot.start, slot.end)))
      take(scan, slot.start, slot.end, 'secret');
  }
  return end;
}

import { findAll } from './find.ts';
import { findValues } from './known/by-value.ts';
import { canonicalKeyOf } from './known/canonical.ts';
import { decodedSecret } from './known/decoded.ts';
import { fingerprint, nothingSeen, type Seen } from './known/fingerprints.ts';
import { indexValues, type KnownValues } from './known/known-values.ts';
import { type Labels, labelsFor } from './labels.ts';
import { roleOf } from './names/roles.ts';
import { isSpared } from './places/public-places.ts';
import type { NameRole, Scan } from './scan.ts';
import { type SealedSecret, type SecretKind, secretRank } from './secret.ts';
import { readJwt } from './shapes/jwt.ts';
import { issuerOf } from './shapes/shapes.ts';
import type { Span } from './span.ts';
import { isPlaceholder, withinBrackets } from './values/placeholder.ts';
import { isNoSecret } from './values/terms.ts';

export type { Seen } from './known/fingerprints.ts';

/** What the reader knows to be secret by its position. */
export interface Hint {
  readonly kind: SecretKind;
  /** Decoded. */
  readonly value: string;
  /** Where it stands, as it is written, in the text. Without it, it is sealed wherever its value stands. */
  readonly span?: Span;
}

export interface SealOptions {
  /** Whether what tells about a person is sealed as well as what opens a door. */
  readonly personalData: boolean;
}

/**
 * A text without its secrets. Holds the raw values in `reseal` until it is dropped, which a reader does as soon as it
 * has read; `seen` holds none and may be kept.
 */
export interface Sealed {
  readonly text: string;
  /** In the order in which they first stand in the text. Grows when `reseal` meets one that the text does not show. */
  readonly secrets: readonly SealedSecret[];
  /**
   * Seals a string that was derived from the text (decoded, joined, cut out), with the same labels. Under a `name`
   * (of a field, a member, a parameter) it is sealed as what the name says, however short it is.
   */
  readonly reseal: (value: string, name?: string) => string;
  /** Offset in the original text to offset in the sealed text; within a secret, to the start of its label. */
  readonly move: (offset: number) => number;
  readonly seen: Seen;
}

/** A value that is secret, with all that was found out about it. */
interface Entry {
  kind: SecretKind;
  readonly value: string;
  label: string | undefined;
}

interface Book {
  readonly labels: Labels;
  readonly entries: Entry[];
  /** By the canonical value. */
  readonly byKey: Map<string, Entry>;
  /** By the value as it was met, which spares most values the closer look. */
  readonly byValue: Map<string, Entry>;
  readonly users: Map<string, string>;
  readonly unfilled: Map<string, readonly string[]>;
  /** What the names of values say that are sealed one by one. */
  readonly roles: Map<string, NameRole>;
  readonly secrets: SealedSecret[];
}

/** A stretch to be replaced. */
interface Stretch extends Span {
  readonly entry: Entry;
}

/**
 * Seals every secret of a text: those that its places and shapes give away, those that the reader's hints name, and
 * every other place where one of them stands, in any spelling, whole or in pieces of 12 characters or more. Total, and
 * linear in the text.
 */
export function seal(text: string, hints: readonly Hint[], options: SealOptions): Sealed {
  const scan = findAll(text, options.personalData);
  const book: Book = {
    labels: labelsFor(text),
    entries: [],
    byKey: new Map(),
    byValue: new Map(),
    users: new Map(),
    unfilled: new Map(),
    roles: new Map(),
    secrets: [],
  };
  const found = enter(book, scan);
  for (const hint of hints) enterHint(book, found, hint);
  const placed = inOrder(found);
  const known = indexValues(book.entries);
  const spared: string[] = [];
  const stretches = known === undefined ? placed : inOrder([...placed, ...spelled(text, book, known, placed, spared)]);
  const sealed = replace(text, stretches, book);
  return {
    text: sealed.text,
    secrets: book.secrets,
    reseal: (value, name) => reseal(value, name, book, known, options),
    move: (offset) => move(offset, stretches, sealed.labels),
    get seen() {
      return known === undefined
        ? nothingSeen
        : fingerprint(
            known,
            book.entries.map(({ kind }) => kind),
            spared,
          );
    },
  };
}

function enter(book: Book, scan: Scan): Stretch[] {
  const placed = scan.found.map(({ start, end, kind, value }) => ({ start, end, entry: entryOf(book, kind, value) }));
  for (const { kind, value } of scan.derived) entryOf(book, kind, value);
  for (const [value, user] of scan.users) book.users.set(value, user);
  for (const [value, parts] of scan.unfilled) book.unfilled.set(value, parts);
  for (const { kind, value } of scan.found) {
    const decoded = decodedSecret(value);
    if (decoded !== undefined) entryOf(book, kind, decoded);
  }
  return placed;
}

/** The entry of a value; a more telling kind replaces the one that it had. */
function entryOf(book: Book, kind: SecretKind, value: string): Entry {
  const known = book.byValue.get(value) ?? entryOfSpelling(book, value);
  if (known !== undefined) {
    if (known.label === undefined && secretRank(kind) > secretRank(known.kind)) known.kind = kind;
    return known;
  }
  const entry: Entry = { kind, value, label: undefined };
  book.byKey.set(keyOf(value), entry);
  book.byValue.set(value, entry);
  book.entries.push(entry);
  return entry;
}

function entryOfSpelling(book: Book, value: string): Entry | undefined {
  const entry = book.byKey.get(keyOf(value));
  if (entry !== undefined) book.byValue.set(value, entry);
  return entry;
}

/** One key for all spellings. */
function keyOf(value: string): string {
  return canonicalKeyOf(value) || value;
}

function enterHint(book: Book, placed: Stretch[], hint: Hint): void {
  const value = withinBrackets(hint.value.trim()) ?? hint.value.trim();
  if (isPlaceholder(hint.value) || isOpenPlaceholder(hint.value) || isNoSecret(value, hint.kind) || value.includes('‹'))
    return;
  const entry = entryOf(book, hint.kind, value);
  if (hint.span !== undefined && hint.span.end > hint.span.start) placed.push({ ...hint.span, entry });
}

/** `BASE64(client_id:client_secret`, whose bracket was taken for damage. */
function isOpenPlaceholder(value: string): boolean {
  return /\([^)]*$/.test(value) && isPlaceholder(`${value})`);
}

function spelled(
  text: string,
  book: Book,
  known: KnownValues,
  placed: readonly Stretch[],
  spared: string[],
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { start, end, owner, whole } of findValues(text, known)) {
    const entry = book.entries[owner];
    while ((placed[at]?.end ?? end) < end) at += 1;
    if (entry === undefined || (placed[at]?.start ?? end) <= start) continue;
    if (isSpared(text, start, end, whole, entry.kind)) spared.push(text.slice(start, end));
    else stretches.push({ start, end, entry });
  }
  return stretches;
}

/** In the order of the text, without overlaps: what starts first stays, what reaches out of it keeps its rest. */
function inOrder(stretches: readonly Stretch[]): readonly Stretch[] {
  const sorted = [...stretches].sort((left, right) => left.start - right.start || right.end - left.end);
  const kept: Stretch[] = [];
  let reached = 0;
  for (const stretch of sorted) {
    if (stretch.end <= reached) continue;
    kept.push(stretch.start < reached ? { ...stretch, start: reached } : stretch);
    reached = stretch.end;
  }
  return kept;
}

function labelOf(book: Book, entry: Entry): string {
  if (entry.label === undefined) {
    entry.label = book.labels.next(entry.kind);
    book.secrets.push(describe(book, entry, entry.label));
  }
  return entry.label;
}

function describe(book: Book, { kind, value }: Entry, label: string): SealedSecret {
  const jwt = readJwt(value);
  const user = book.users.get(value);
  const unfilled = book.unfilled.get(value);
  return {
    label,
    kind,
    length: value.length,
    format: jwt?.format ?? 'opaque',
    ...(jwt?.format === 'jwt' ? { jwt: jwt.facts } : {}),
    ...(user === undefined ? {} : { user }),
    ...(unfilled === undefined ? {} : { unfilled }),
    ...issuerOf(value),
  };
}

function replace(text: string, stretches: readonly Stretch[], book: Book): { text: string; labels: readonly Span[] } {
  const parts: string[] = [];
  const labels: Span[] = [];
  let at = 0;
  let length = 0;
  let previous: Stretch | undefined;
  for (const stretch of stretches) {
    const joined = previous !== undefined && previous.end === stretch.start && previous.entry === stretch.entry;
    const between = text.slice(at, stretch.start);
    const label = joined ? '' : labelOf(book, stretch.entry);
    parts.push(between, label);
    const start = length + between.length;
    length = start + label.length;
    labels.push({ start, end: length });
    at = stretch.end;
    previous = stretch;
  }
  parts.push(text.slice(at));
  return { text: parts.join(''), labels };
}

/**
 * The last stretch that starts at or before the offset decides how far the text has moved there; one that goes on
 * where another of the same secret ends has no label of its own. */
function move(offset: number, stretches: readonly Stretch[], labels: readonly Span[]): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const stretch = stretches[low - 1];
  const label = labels[low - 1];
  if (stretch === undefined || label === undefined) return offset;
  return offset < stretch.end ? label.start : label.end + offset - stretch.end;
}

function reseal(
  value: string,
  name: string | undefined,
  book: Book,
  known: KnownValues | undefined,
  options: SealOptions,
): string {
  if (name !== undefined && !saysNothing(name, book, options)) return resealNamed(value, name, book, known, options);
  const exact =
    book.entries.length > 0 && value.length >= shortestExact ? book.byKey.get(keyOf(value.trim())) : undefined;
  return exact === undefined ? resealWithin(value, book, known, options) : labelOf(book, exact);
}

/** Seals what stands in a text among other things. */
function resealWithin(value: string, book: Book, known: KnownValues | undefined, options: SealOptions): string {
  const placed = value.length < shortestFound ? [] : inOrder(enter(book, findAll(value, options.personalData)));
  const stretches = known === undefined ? placed : inOrder([...placed, ...spelled(value, book, known, placed, [])]);
  return stretches.length === 0 ? value : replace(value, stretches, book).text;
}

const shortestExact = 4;
const shortestFound = 8;

/** Whether a name is one word that tells nothing of its value, as most do: `Content-Type`, `status`. */
function saysNothing(name: string, book: Book, { personalData }: SealOptions): boolean {
  return /^[A-Za-z][A-Za-z0-9_-]*$/.test(name) && roleOf({ roles: book.roles, personalData }, name, ':').plain;
}

/** As a field of its own, whose name says what the value is. */
function resealNamed(
  value: string,
  name: string,
  book: Book,
  known: KnownValues | undefined,
  options: SealOptions,
): string {
  const before = `"${name}": `;
  const member = `${before}${JSON.stringify(value)}`;
  const resealed = resealWithin(member, book, known, options);
  if (resealed === member) return reseal(value, undefined, book, known, options);
  const inner: unknown = resealed.startsWith(before) ? parsed(resealed.slice(before.length)) : undefined;
  return typeof inner === 'string'
    ? reseal(inner, undefined, book, known, options)
    : reseal(value, undefined, book, known, options);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

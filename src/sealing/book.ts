import { canonicalKeyOf } from './known/canonical.ts';
import { type Labels, labelsFor } from './labels.ts';
import type { NameRole } from './scan.ts';
import { type SealedSecret, type SecretKind, secretRank } from './secret.ts';
import { readJwt } from './shapes/jwt.ts';
import { issuerOf } from './shapes/shapes.ts';

/** A value that is secret, with all that was found out about it. */
export interface Entry {
  kind: SecretKind;
  readonly value: string;
  label: string | undefined;
}

/** The secrets of one text, and what its names say. Holds them as they are. */
export interface Book {
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

/** An empty book, whose labels are none that the text itself has. */
export function bookFor(text: string): Book {
  return {
    labels: labelsFor(text),
    entries: [],
    byKey: new Map(),
    byValue: new Map(),
    users: new Map(),
    unfilled: new Map(),
    roles: new Map(),
    secrets: [],
  };
}

/** The entry of a value; a more telling kind replaces the one that it had. */
export function entryOf(book: Book, kind: SecretKind, value: string): Entry {
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

/** The entry of which a value is a spelling, as a whole. */
export function entryKnownAs(book: Book, value: string): Entry | undefined {
  return book.byKey.get(keyOf(value));
}

/** One key for all spellings. */
function keyOf(value: string): string {
  return canonicalKeyOf(value) || value;
}

/** What stands for a value in the text. From the first time on, it is among the secrets. */
export function labelOf(book: Book, entry: Entry): string {
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
    user,
    unfilled,
    ...issuerOf(value),
  };
}

import { findAll } from './find-all.ts';
import { canonicalKeyOf } from './known/canonical.ts';
import { type Labels, labelsFor } from './labels.ts';
import type { NameRole } from './scan.ts';
import { type JwtFacts, type SealedSecret, type SecretKind, secretRank } from './secret.ts';
import { readJwt } from './shapes/jwt.ts';
import { isPublished } from './shapes/published.ts';
import { issuerOf } from './shapes/shapes.ts';

/** A value that is secret, with all that was found out about it. */
export interface Entry {
  kind: SecretKind;
  readonly value: string;
  label: string | undefined;
}

/** The secrets of one text, and what its names say. Holds them as they are. */
export interface Book {
  readonly personalData: boolean;
  readonly labels: Labels;
  readonly entries: Entry[];
  /** By the canonical value. */
  readonly byKey: Map<string, Entry>;
  /** By the value as it was met, which spares most values the closer look. */
  readonly byValue: Map<string, Entry>;
  readonly users: Map<string, string>;
  readonly unfilled: Map<string, readonly string[]>;
  /** Until when the address was signed that a value stands in. */
  readonly expiries: Map<string, number>;
  /** What the names of values say that are sealed one by one. */
  readonly roles: Map<string, NameRole>;
  readonly secrets: SealedSecret[];
}

/** An empty book, whose labels are none that the text itself has. */
export function bookFor(text: string, personalData: boolean): Book {
  return {
    personalData,
    labels: labelsFor(text),
    entries: [],
    byKey: new Map(),
    byValue: new Map(),
    users: new Map(),
    unfilled: new Map(),
    expiries: new Map(),
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
    ...(jwt?.format === 'jwt' ? { jwt: factsWithin(book, jwt.facts) } : {}),
    user: user === undefined ? undefined : claimWithin(book, 'client_id', user),
    unfilled,
    expires: book.expiries.get(value),
    published: isPublished(value) ? true : undefined,
    ...issuerOf(value),
  };
}

/** The facts of a token as they may be shown: whoever issues one may put an address or a key into any claim. */
function factsWithin(book: Book, facts: JwtFacts): JwtFacts {
  const within = (name: string, claim: string | undefined) =>
    claim === undefined ? undefined : claimWithin(book, name, claim);
  return {
    ...facts,
    alg: within('alg', facts.alg),
    typ: within('typ', facts.typ),
    iss: within('iss', facts.iss),
    aud: facts.aud?.map((one) => claimWithin(book, 'aud', one)),
    scope: facts.scope?.map((one) => claimWithin(book, 'scope', one)),
    client: within('client_id', facts.client),
  };
}

/** A claim, in which labels stand for what is secret under its name. */
function claimWithin(book: Book, name: string, claim: string): string {
  const before = `"${name}": "`;
  const { found } = findAll(`${before}${claim}"`, book.personalData);
  const sorted = [...found].sort((left, right) => left.start - right.start);
  let shown = '';
  let at = 0;
  for (const { start, end, kind, value } of sorted) {
    const from = start - before.length;
    if (from < at) continue;
    shown += claim.slice(at, from) + labelOf(book, entryOf(book, kind, value));
    at = end - before.length;
  }
  return shown + claim.slice(at);
}

import { type Book, bookFor, entryOf } from './book.ts';
import { findAll } from './find-all.ts';
import { fingerprint, nothingSeen, type Seen } from './known/fingerprints.ts';
import { indexValues } from './known/known-values.ts';
import { type Reseal, resealer } from './reseal.ts';
import type { SealedSecret, SecretKind } from './secret.ts';
import type { Span } from './span.ts';
import { enter, inOrder, move, replace, type Stretch, spelled } from './stretches.ts';
import { endOfLookup } from './values/lookup.ts';
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
  readonly reseal: Reseal;
  /** Offset in the original text to offset in the sealed text; within a secret, to the start of its label. */
  readonly move: (offset: number) => number;
  readonly seen: Seen;
}

/**
 * Seals every secret of a text: those that its places and shapes give away, those that the reader's hints name, and
 * every other place where one of them stands, in any spelling, whole or in pieces of 12 characters or more. Total, and
 * linear in the text.
 */
export function seal(text: string, hints: readonly Hint[], options: SealOptions): Sealed {
  const book = bookFor(text, options.personalData);
  const found = enter(book, findAll(text, options.personalData));
  for (const hint of hints) enterHint(book, text, found, hint);
  const placed = inOrder(found);
  const known = indexValues(book.entries);
  const spared: string[] = [];
  const stretches = known === undefined ? placed : inOrder([...placed, ...spelled(text, book, known, placed, spared)]);
  const sealed = replace(text, stretches, book);
  return {
    text: sealed.text,
    secrets: book.secrets,
    reseal: resealer({ book, known, personalData: options.personalData }),
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

function enterHint(book: Book, text: string, placed: Stretch[], hint: Hint): void {
  const value = withinBrackets(hint.value.trim()) ?? hint.value.trim();
  if (endOfLookup(hint.value.trim(), 0) === hint.value.trim().length) return;
  if (isPlaceholder(hint.value) || isOpenPlaceholder(hint.value) || isNoSecret(value, hint.kind) || value.includes('‹'))
    return;
  const entry = entryOf(book, hint.kind, value);
  if (hint.span === undefined || hint.span.end <= hint.span.start) return;
  const { start, end } = hint.span;
  const quoted = /^(["'`])(?!\1)/.exec(text.slice(start, start + 2))?.[1];
  const inside = quoted !== undefined && !value.startsWith(quoted) && text.charAt(end - 1) === quoted ? 1 : 0;
  placed.push({ start: start + inside, end: end - inside, entry });
}

/** `BASE64(client_id:client_secret`, whose bracket was taken for damage; `{{`, whose blank divided words of a shell. */
function isOpenPlaceholder(value: string): boolean {
  if (/^(?:[^:]{0,60}:)?\$?(?:\{\{|\[%|<%)$/.test(value)) return true;
  return value.lastIndexOf('(') > value.lastIndexOf(')') && isPlaceholder(`${value})`);
}

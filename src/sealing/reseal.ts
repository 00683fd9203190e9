import { type Book, entryKnownAs, labelOf } from './book.ts';
import { findAll } from './find-all.ts';
import type { KnownValues } from './known/known-values.ts';
import { roleOf } from './names/roles.ts';
import { enter, inOrder, replace, spelled } from './stretches.ts';

/** What strings are sealed with that were derived from a text. */
export interface Resealing {
  readonly book: Book;
  /** The secrets of the text itself; undefined where it has none. */
  readonly known: KnownValues | undefined;
  readonly personalData: boolean;
}

/** Seals one string; under a name, as what the name says. */
export type Reseal = (value: string, name?: string) => string;

/**
 * Seals strings one by one. The same ones come again and again, in each request of a command and in each exchange of a
 * log: what was made of one is kept until another secret is found.
 */
export function resealer(resealing: Resealing): Reseal {
  const { entries } = resealing.book;
  const done = new Map<string | undefined, Map<string, string>>();
  let known = entries.length;
  return (value, name) => {
    const kept = done.get(name)?.get(value);
    if (kept !== undefined) return kept;
    const sealed = reseal(value, name, resealing);
    if (entries.length !== known) done.clear();
    known = entries.length;
    const ofName = done.get(name) ?? new Map<string, string>();
    done.set(name, ofName.set(value, sealed));
    return sealed;
  };
}

function reseal(value: string, name: string | undefined, resealing: Resealing): string {
  if (name !== undefined && !saysNothing(name, resealing)) return resealNamed(value, name, resealing);
  const { book } = resealing;
  const exact = book.entries.length > 0 && value.length >= shortestExact ? entryKnownAs(book, value.trim()) : undefined;
  return exact === undefined ? resealWithin(value, resealing) : labelOf(book, exact);
}

/** Seals what stands in a text among other things. */
function resealWithin(value: string, { book, known, personalData }: Resealing): string {
  const placed = value.length < shortestFound ? [] : inOrder(enter(book, findAll(value, personalData)));
  const stretches = known === undefined ? placed : inOrder([...placed, ...spelled(value, book, known, placed, [])]);
  return stretches.length === 0 ? value : replace(value, stretches, book).text;
}

const shortestExact = 4;
const shortestFound = 8;

/** Whether a name is one word that tells nothing of its value, as most do: `Content-Type`, `status`. */
function saysNothing(name: string, { book: { roles }, personalData }: Resealing): boolean {
  return /^[A-Za-z][A-Za-z0-9_-]*$/.test(name) && roleOf({ roles, personalData }, name, ':').plain;
}

/** As a field of its own, whose name says what the value is. */
function resealNamed(value: string, name: string, resealing: Resealing): string {
  const before = `"${name}": `;
  const member = `${before}${JSON.stringify(value)}`;
  const resealed = resealWithin(member, resealing);
  const inner: unknown =
    resealed !== member && resealed.startsWith(before) ? parsed(resealed.slice(before.length)) : undefined;
  return reseal(typeof inner === 'string' ? inner : value, undefined, resealing);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

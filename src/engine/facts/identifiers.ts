import type { Pack } from '../../packs/pack.ts';
import type { Paste } from '../../reading/paste.ts';
import type { View } from '../fact.ts';
import type { Proven } from './known.ts';
import { literal } from './literal.ts';
import { oncePer } from './once.ts';

/** What a pack gives its own URLs as names: scopes or claims. */
export type Vocabulary = 'scopes' | 'claims';

const scopeNames = oncePer((pack: Pack): readonly string[] => pack.scopes);
const claimNames = oncePer((pack: Pack): readonly string[] => pack.claims.map(({ name }) => name));

/** The names of a pack's scopes or claims, in its order. */
export function namesOf(pack: Pack, vocabulary: Vocabulary): readonly string[] {
  return vocabulary === 'scopes' ? scopeNames(pack) : claimNames(pack);
}

/** `https://api.banno.com/consumer/claim/`: what stands in front of names that are URLs, with a path to tell them by. */
const prefixes = oncePer((names: readonly string[]): readonly string[] => [
  ...new Set(
    names.flatMap((name) => {
      const prefix = name.slice(0, name.lastIndexOf('/') + 1);
      return /^https?:\/\/[^/]+\/./i.test(prefix) ? [prefix] : [];
    }),
  ),
]);

/** Whether a URL is a name of that vocabulary, or would be if it existed: it names something, and nobody calls it. */
export function isIdentifier(uri: string, names: readonly string[]): boolean {
  const start = uri.slice(0, uri.lastIndexOf('/') + 1).toLowerCase();
  return prefixes(names).some((prefix) => prefix.toLowerCase() === start);
}

/** More of them in one text are a list that somebody pasted, not a question about one. */
const mostMentions = 50;

/** A name in full, as a text has it. Undefined where no name of the vocabulary is told by its start. */
const mentionPattern = oncePer((names: readonly string[]): RegExp | undefined => {
  const starts = prefixes(names).map(literal);
  return starts.length === 0 ? undefined : new RegExp(`(${starts.join('|')})([\\w/.-]{1,100})`, 'gi');
});

/** Names in full that the words of a paste hold, whoever says them and why. */
export function mentionsIn({ paste, pack }: View, vocabulary: Vocabulary): readonly Proven[] {
  return mentionsOf(namesOf(pack, vocabulary))(paste);
}

const mentionsOf = oncePer((names: readonly string[]) => oncePer(({ text }: Paste) => findMentions(text, names)));

function findMentions(text: string, names: readonly string[]): readonly Proven[] {
  const pattern = mentionPattern(names);
  if (pattern === undefined) return [];
  return [...text.matchAll(pattern)].slice(0, mostMentions).flatMap(({ 1: start = '', 2: rest = '', index }) => {
    // The full stop of the sentence is not part of the name.
    const last = rest.replace(/[./-]+$/, '');
    const value = start + last;
    return last === '' ? [] : [{ value, span: { start: index, end: index + value.length } }];
  });
}

/** The last part of a name that is a URL, else all of it. */
export function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

import type { Pack } from '../../packs/pack.ts';
import type { View } from '../fact.ts';
import type { Proven } from './known.ts';
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

/** Names in full that the words of a paste hold, whoever says them and why. */
export function mentionsIn(view: View, vocabulary: Vocabulary): readonly Proven[] {
  const { text } = view.paste;
  const lower = text.toLowerCase();
  const found: Proven[] = [];
  for (const prefix of prefixes(namesOf(view.pack, vocabulary))) {
    const wanted = prefix.toLowerCase();
    for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, at + wanted.length)) {
      const name = nameAt(text, at + wanted.length);
      if (name === '') continue;
      if (found.length === mostMentions) return found;
      const end = at + wanted.length + name.length;
      found.push({ value: text.slice(at, end), span: { start: at, end } });
    }
  }
  return found;
}

/** The last part of a name, without the full stop of the sentence. */
function nameAt(text: string, start: number): string {
  const name = /^[A-Za-z0-9_/.-]{1,100}/.exec(text.slice(start, start + 100))?.[0] ?? '';
  return name.replace(/[./-]+$/, '');
}

/** The last part of a name that is a URL, else all of it. */
export function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

import type { Ask, Diagnosis, Finding } from '../engine/diagnosis.ts';
import type { Pack } from '../packs/pack.ts';
import { fill, type WordName, type Words } from '../packs/words.ts';
import type { Mending, Paste } from '../reading/paste.ts';
import type { SealedSecret } from '../sealing/secret.ts';
import type { Answer } from './answer.ts';
import { conflictsOf } from './conflicts.ts';
import { warnOfSecrets } from './warning.ts';

/** More than three causes at once help nobody: the rest waits behind "more". */
const shownFindings = 3;

/**
 * Turns a diagnosis into what a person reads. `pack` is the one that the diagnosis names, `now` the time of the answer
 * in milliseconds since the epoch: a token that has expired by then needs no warning.
 */
export function compose(diagnosis: Diagnosis, pack: Pack, now: number): Answer {
  const { findings, items, paste } = diagnosis;
  const { words } = pack;
  const nature = natureOf(paste.text);
  return {
    headline: headlineOf(findings[0], nature, words),
    wasRead: nature === 'text' || findings.length > 0,
    findings: findings.slice(0, shownFindings),
    more: findings.slice(shownFindings),
    checklist: items.map(({ id, question, section, verdict, text, links }) => ({
      id,
      question,
      section,
      mark: verdict,
      text,
      links,
    })),
    next: nextOf(diagnosis.ask, words),
    conflicts: conflictsOf(paste),
    mended: nature === 'binary' ? [] : mendedNotes(paste.mendings),
    unread:
      paste.unread > 0
        ? fill(words.unread, { characters: paste.unread.toLocaleString(pack.language ?? 'en-US') })
        : undefined,
    warning: warnOfSecrets(standingIn(paste), pack, now),
    template: diagnosis.template,
    // The last item of a checklist is where people turn when the others did not help.
    links: items.at(-1)?.links ?? [],
    footer: `${fill(words.checkedAgainst, { name: diagnosis.pack.name })} ${words[diagnosis.chosen]}`.trim(),
    pack: diagnosis.pack.id,
    words,
  };
}

function nextOf(ask: Ask | undefined, words: Words): Answer['next'] {
  if (ask === undefined) return undefined;
  return { text: fill(words[ask.say], { what: ask.what ?? '' }), command: ask.command };
}

const withoutFinding = {
  blank: 'nothingToRead',
  binary: 'noText',
  text: 'nothingFits',
} as const satisfies Record<Nature, WordName>;

function headlineOf(first: Finding | undefined, nature: Nature, words: Words): string {
  return first === undefined
    ? words[withoutFinding[nature]]
    : fill(words[first.certainty], { question: first.question });
}

/** Without what was only made of others, as curl makes an Authorization field of `-u`: nobody can read that. */
function standingIn({ text, secrets }: Paste): readonly SealedSecret[] {
  const labels = new Set(text.match(/‹[^‹›]{1,60}›/g));
  return secrets.filter(({ label }) => labels.has(label));
}

/** What chats and terminals write for themselves, and is undone without a guess. */
const certain: ReadonlySet<string> = new Set(['code-fences', 'slack-escapes', 'slack-links', 'terminal-colours']);

/** A line for each mending that may be the very fault, then one for all that came from the way here. */
function mendedNotes(mendings: readonly Mending[]): readonly string[] {
  const guessed = mendings.filter(({ kind, suspect }) => !suspect && !certain.has(kind)).map(({ note }) => note);
  const suspected = mendings.filter(({ suspect }) => suspect).map(({ note }) => note);
  return guessed.length === 0 ? suspected : [...suspected, guessed.join(' ')];
}

type Nature = 'blank' | 'binary' | 'text';

/** Binary is what has control characters, or bytes that were no UTF-8, for a tenth of its beginning. */
function natureOf(text: string): Nature {
  if (text.trim() === '') return 'blank';
  const beginning = text.slice(0, 4_096);
  const odd = beginning.match(/[\p{Cc}\ufffd]/gu)?.filter((character) => !/\s/.test(character)) ?? [];
  return odd.length * 10 > beginning.length ? 'binary' : 'text';
}

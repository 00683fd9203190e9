import type { Diagnosis, Finding } from '../engine/diagnosis.ts';
import type { Certainty, Pack } from '../packs/pack.ts';
import type { Mending } from '../reading/paste.ts';
import type { Answer } from './answer.ts';
import { conflictsOf } from './conflicts.ts';
import { warnOfSecrets } from './warning.ts';

/** More than three causes at once help nobody: the rest waits behind "more". */
const shownFindings = 3;

const headlines: Readonly<Record<Certainty, (question: string) => string>> = {
  sure: (question) => `Found it: “${question}”`,
  likely: (question) => `Most likely: “${question}”`,
  possible: (question) => `Worth checking first: “${question}”`,
};

/**
 * Turns a diagnosis into what a person reads. `pack` is the one that the diagnosis names, `now` the time of the answer
 * in milliseconds since the epoch: a token that has expired by then needs no warning.
 */
export function compose(diagnosis: Diagnosis, pack: Pack, now: number): Answer {
  const { findings, items, paste } = diagnosis;
  return {
    headline: headlineOf(findings[0], paste.text),
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
    next: diagnosis.ask,
    conflicts: conflictsOf(paste),
    mended: isBinary(paste.text) ? [] : mendedNotes(paste.mendings),
    unread: paste.unread > 0 ? unreadNote(paste.unread) : undefined,
    warning: warnOfSecrets(paste.secrets, pack.revocation, now),
    template: diagnosis.template,
    // The last item of a checklist is where people turn when the others did not help.
    links: items.at(-1)?.links ?? [],
    footer: `Checked against the ${diagnosis.pack.name} checklist. ${diagnosis.chosen}`.trim(),
    pack: diagnosis.pack.id,
  };
}

function headlineOf(first: Finding | undefined, text: string): string {
  if (first !== undefined) return headlines[first.certainty](first.question);
  if (text.trim() === '') return 'There is nothing to read in what you sent.';
  if (isBinary(text)) return 'What you sent is no text. Paste the request and the answer to it as text.';
  return 'Nothing in the checklist fits what you pasted.';
}

/** What chats and terminals write for themselves, and is undone without a guess. */
const certain: ReadonlySet<string> = new Set(['code-fences', 'slack-escapes', 'slack-links', 'terminal-colours']);

/** A line for each mending that may be the very fault, then one for all that came from the way here. */
function mendedNotes(mendings: readonly Mending[]): readonly string[] {
  const guessed = mendings.filter(({ kind, suspect }) => !suspect && !certain.has(kind)).map(({ note }) => note);
  const suspected = mendings.filter(({ suspect }) => suspect).map(({ note }) => note);
  return guessed.length === 0 ? suspected : [...suspected, guessed.join(' ')];
}

/** Whether a tenth of what stands at the beginning are control characters, or bytes that were no UTF-8. */
function isBinary(text: string): boolean {
  const beginning = text.slice(0, 4_096);
  const odd = beginning.match(/[\p{Cc}\ufffd]/gu)?.filter((character) => !/\s/.test(character)) ?? [];
  return odd.length * 10 > beginning.length;
}

function unreadNote(characters: number): string {
  return `The paste is very long: its last ${characters.toLocaleString('en-US')} characters were not looked at.`;
}

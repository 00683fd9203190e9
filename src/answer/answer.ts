import type { FilledTemplate, Finding } from '../engine/diagnosis.ts';
import type { Link, RichText } from '../packs/pack.ts';
import type { Words } from '../packs/words.ts';

/** What a person reads, free of Slack. Every way in shows it in its own form. */
export interface Answer {
  /** One line, and the whole answer for who reads no further. */
  readonly headline: string;
  /** Whether there was text to read: where there was none, neither checklist nor template has anything to say. */
  readonly wasRead: boolean;
  /** At most three, the likeliest cause first. Where there is none the headline says so. */
  readonly findings: readonly Finding[];
  /** Findings that are not shown until a person asks for more. */
  readonly more: readonly Finding[];
  /** What was seen of the servers themselves after the answer was given, in sentences. */
  readonly live?: readonly string[];
  readonly checklist: readonly ChecklistLine[];
  /** The one thing to paste next, where the paste does not show enough. */
  readonly next?: { readonly text: string; readonly command?: string };
  /** What in the paste contradicts itself, a sentence each. */
  readonly conflicts: readonly string[];
  /** What was undone in the paste and may stand in the person's own script. */
  readonly mended: readonly string[];
  /** Said where the paste was longer than what is read. */
  readonly unread?: string;
  readonly warning?: SecretWarning;
  readonly template: FilledTemplate;
  /** Where to turn when the checklist is through. */
  readonly links: readonly Link[];
  /** Which pack answers and why. */
  readonly footer: string;
  /** Its id. */
  readonly pack: string;
  /** What stands around all of this, in the language of the pack. */
  readonly words: Words;
}

export interface ChecklistLine {
  readonly id: string;
  readonly question: string;
  readonly section: string;
  readonly mark: 'problem' | 'fine' | 'unknown';
  readonly text: readonly RichText[];
  readonly links: readonly Link[];
}

/** For the author of the paste alone: what stood in it that others must not have. */
export interface SecretWarning {
  /** `An access token and a client secret stood in what you pasted.` */
  readonly text: string;
  /** How to revoke each kind, as the pack knows it. */
  readonly steps: readonly RichText[];
}

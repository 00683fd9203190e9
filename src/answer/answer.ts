import type { FilledTemplate, Finding } from '../engine/diagnosis.ts';
import type { Link, RichText } from '../packs/pack.ts';

/** What a person reads, free of Slack. Every way in shows it in its own form. */
export interface Answer {
  /** One line, and the whole answer for who reads no further. */
  readonly headline: string;
  /** At most three, the likeliest cause first; never empty by accident: `nothing` says so in the headline. */
  readonly findings: readonly Finding[];
  /** Findings that are not shown until a person asks for more. */
  readonly more: readonly Finding[];
  readonly checklist: readonly ChecklistLine[];
  readonly next?: { readonly text: string; readonly command?: string };
  /** What was undone in the paste. */
  readonly mended: readonly string[];
  readonly warning?: SecretWarning;
  readonly template: FilledTemplate;
  readonly links: readonly Link[];
  /** Which pack answers and why. */
  readonly footer: string;
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
  /** `An access token and a client secret stood in your message.` */
  readonly text: string;
  readonly steps: readonly RichText[];
}

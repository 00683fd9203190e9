import type { Certainty, Link, RichText } from '../packs/pack.ts';
import type { WordName } from '../packs/words.ts';
import type { Paste } from '../reading/paste.ts';
import type { Span } from '../sealing/span.ts';

/** What the engine says of a paste. */
export interface Diagnosis {
  readonly pack: { readonly id: string; readonly name: string };
  /** Why this pack: the name of a sentence. */
  readonly chosen: Extract<WordName, `chosen${string}`>;
  /** A cause before its symptoms. Empty where nothing fits. */
  readonly findings: readonly Finding[];
  /** Every item of the pack, in its order. */
  readonly items: readonly ItemVerdict[];
  /** The one thing to paste next, where the paste does not show enough. */
  readonly ask?: Ask;
  readonly template: FilledTemplate;
  readonly paste: Paste;
}

export interface Finding {
  readonly item: string;
  readonly question: string;
  readonly rule: string;
  readonly certainty: Certainty;
  readonly say: RichText;
  readonly do: RichText;
  /** At least one: no finding without the lines that prove it. */
  readonly evidence: readonly Evidence[];
  readonly links: readonly Link[];
}

/** The person's own words that prove a finding. */
export interface Evidence {
  readonly span: Span;
  /** The line, or lines, that the span stands in, shortened around it. Sealed, like all of a paste. */
  readonly excerpt: string;
  /** Of the restored text, from 1. */
  readonly line: number;
}

export interface ItemVerdict {
  readonly id: string;
  readonly question: string;
  readonly section: string;
  readonly verdict: 'problem' | 'fine' | 'unknown';
  /** Names of the facts that would settle it, where it is unknown. */
  readonly missing: readonly string[];
  readonly text: readonly RichText[];
  readonly links: readonly Link[];
}

export interface Ask {
  /** The name of a sentence: `Paste the answer with its fields.` */
  readonly say: Extract<WordName, `paste${string}`>;
  /** What stands in it, where it has a place for it: `the scopes that you ask for`. */
  readonly what?: string;
  /** A command to copy, with placeholders for secrets. */
  readonly command?: string;
}

export interface FilledTemplate {
  readonly title: string;
  readonly fields: readonly FilledField[];
  /** All of it as text to copy. */
  readonly text: string;
  /** Opens a new question with the template in it. */
  readonly questionUrl?: string;
}

export interface FilledField {
  readonly name: string;
  readonly value: string | null;
  readonly hint: string;
  /** It holds the time of the request. */
  readonly isDate: boolean;
}

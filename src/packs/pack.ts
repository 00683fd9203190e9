import type { SecretKind } from '../sealing/secret.ts';
import type { Words } from './words.ts';

/**
 * A pack as the engine sees it: an API's checklist, checked and compiled. `load.ts` makes one from a folder of plain
 * files. Nothing here depends on how the files are written.
 */
export interface Pack {
  readonly id: string;
  readonly name: string;
  /** The language of its texts (BCP 47), where it is another than the one that it is written in. */
  readonly language?: string;
  /** The same pack in other languages, by their tags. */
  readonly languages: ReadonlyMap<string, Pack>;
  /** What a reply says around the pack's own texts. */
  readonly words: Words;
  /** What kinds of secrets are called in its language, as in the middle of a sentence. */
  readonly secretNames: ReadonlyMap<SecretKind, string>;
  /** In the order in which a person steps through them. */
  readonly items: readonly Item[];
  /** What kinds of URL the pack can tell apart; the first that matches is taken. */
  readonly apis: readonly ApiPattern[];
  readonly endpoints: readonly Endpoint[];
  /** Versions that exist, as they stand in a path: `v0`. */
  readonly versions: readonly string[];
  readonly scopes: readonly string[];
  readonly claims: readonly Claim[];
  readonly links: ReadonlyMap<string, Link>;
  readonly template: TemplateDefinition;
  /** Personal data is sealed unless the pack says that its API needs it seen. */
  readonly sealPersonalData: boolean;
  /** Where a person revokes what leaked, by kind of secret; `other` for the rest. */
  readonly revocation: ReadonlyMap<string, RichText>;
  /** What may be looked at over the network. Without it nothing is. */
  readonly live?: LiveDefinition;
  /** Ids of the rules that come from the pack that this one extends: their examples are checked there. */
  readonly inherited: ReadonlySet<string>;
}

/**
 * The only names and addresses that live checks ask. They stand here in full: nothing of a paste is ever put into one, and
 * a paste chooses among them at most.
 */
export interface LiveDefinition {
  /** Exact names, in lower case: their address and certificate are looked at. */
  readonly hosts: readonly string[];
  /** OpenID Connect discovery documents (OpenID Connect Discovery 1.0, section 4), each for the host that it stands at. */
  readonly discovery: readonly string[];
  /** A page of the Statuspage format, without its path: `https://status.example.com`. */
  readonly status?: string;
}

export interface Link {
  readonly title: string;
  readonly url: string;
}

/** Text of a pack with its marks read: `code`, links, and places where a fact's value goes. */
export type RichText = readonly Inline[];

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bold'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  /** Replaced by the engine: what is shown to people has no such part. */
  | { readonly kind: 'fact'; readonly fact: string };

export type Certainty = 'sure' | 'likely' | 'possible';

/** One question of the checklist. */
export interface Item {
  readonly id: string;
  readonly question: string;
  /** The checklist's section, as people know it: `API configuration`. */
  readonly section: string;
  /** A cause before its symptoms: of two findings the one with the lower rank is told first. */
  readonly rank: number;
  /** What people read to check the item by hand. */
  readonly text: readonly RichText[];
  readonly links: readonly Link[];
  readonly rules: readonly Rule[];
  /** What shows that the item is fine, where no rule holds. Without it, all rules failing on evidence does. */
  readonly fineWhen?: Condition;
}

export interface Rule {
  /** Unique in the pack. */
  readonly id: string;
  readonly when: Condition;
  readonly certainty: Certainty;
  readonly say: RichText;
  readonly do: RichText;
  readonly links: readonly Link[];
  /** What to paste next, where that would tell more than the finding does: `the scopes that you ask for`. */
  readonly ask?: string;
  /** Where this holds the paste shows it already, and it is not asked for. */
  readonly askUnless?: Condition;
  /** It is left out where another rule is sure. */
  readonly givesWay?: boolean;
  /** Rules of the same pack whose findings are but symptoms of this one, and are left out when it holds. */
  readonly explains: readonly string[];
  readonly applies: readonly Example[];
  readonly spares: readonly Example[];
  /** Where it is written. */
  readonly file: string;
  readonly line: number;
}

/** A paste that must fire a rule (`applies`) or must not (`spares`). */
export interface Example {
  readonly text: string;
  /** Where the rule's text stands. */
  readonly file: string;
  readonly line: number;
}

/** Three-valued (Kleene): a fact that the paste does not show makes a test unknown, not false. */
export type Condition =
  | { readonly op: 'all'; readonly of: readonly Condition[] }
  | { readonly op: 'any'; readonly of: readonly Condition[] }
  | { readonly op: 'not'; readonly of: Condition }
  | { readonly op: 'test'; readonly fact: string; readonly test: Test };

export type Test =
  | { readonly is: 'absent' }
  | { readonly is: 'present' }
  | { readonly is: 'equal'; readonly to: string | number | boolean }
  | { readonly is: 'oneOf'; readonly values: readonly (string | number)[] }
  | { readonly is: 'between'; readonly min: number; readonly max: number }
  /** For a list: holds where an element fits. */
  | { readonly is: 'match'; readonly pattern: LinearPattern };

/** A pattern that runs in time linear in the text (RE2 syntax), whatever the text. */
export interface LinearPattern {
  readonly source: string;
  /**
   * Whether it stands in `text`: far faster than asking where. Who asks many patterns about a text gives it in small letters
   * too, since it is kept nowhere.
   */
  standsIn(text: string, lowerCase?: string): boolean;
  /** The first match in `text`, or undefined. */
  find(text: string): { readonly start: number; readonly end: number } | undefined;
}

export interface ApiPattern {
  readonly id: string;
  /** What a person calls it: `the Admin API`. */
  readonly name: string;
  readonly role: 'api' | 'authorization-server' | 'other-api' | 'retired' | 'asset' | 'invented';
  /** Exact (`banno.com`), by suffix (`*.banno.com`), or any (`*`). */
  readonly hosts: readonly string[];
  /** Prefixes of the path; `{x}` stands for one segment. */
  readonly paths: readonly string[];
}

export interface Endpoint {
  readonly method: string;
  /** After the base path, `{x}` for one segment: `/users/{userId}/accounts`. */
  readonly path: string;
  /** Any one of them opens it. Empty where none is known. */
  readonly scopes: readonly string[];
}

export interface Claim {
  readonly name: string;
  /** A restricted claim is left out without an error until an administrator turns it on. */
  readonly access: 'public' | 'restricted' | 'unknown';
}

/** The request for support that a person sends when nothing else helped. */
export interface TemplateDefinition {
  readonly title: string;
  readonly fields: readonly TemplateField[];
  /** Stands under the fields: what never to share. */
  readonly reminder: string;
  /** The page that opens a new question, with `{title}`, `{body}` and `{tags}` to be filled in, percent-encoded. */
  readonly newQuestionUrl?: string;
  readonly tags: readonly string[];
}

export interface TemplateField {
  readonly name: string;
  /** The first of these facts that is known fills it. */
  readonly from: readonly string[];
  /** Where a person finds it. */
  readonly hint: string;
}

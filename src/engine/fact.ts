import type { Pack } from '../packs/pack.ts';
import type { Exchange, Paste } from '../reading/paste.ts';
import type { Span } from '../sealing/span.ts';

/** What is known of one thing. `absent`: the paste shows that it is not there. `unknown`: it does not show that part. */
export type Known<T> =
  | { readonly state: 'known'; readonly value: T; readonly evidence: readonly Span[] }
  | { readonly state: 'absent'; readonly evidence: readonly Span[] }
  | { readonly state: 'unknown' };

export type FactValue = string | number | boolean | readonly string[];

/** What a fact is read from: one exchange of a paste, with the pack that knows the API. */
export interface View {
  readonly paste: Paste;
  readonly exchange: Exchange;
  readonly pack: Pack;
  /** Milliseconds since the epoch. Only for what no paste can tell; a token is measured against the response's date. */
  readonly now: number;
}

/** One row of the vocabulary that all rules are written in, and of its documentation. */
export type FactDefinition = {
  /** Dotted: `request.target.host`. */
  readonly name: string;
  /** One sentence for the author of a rule. */
  readonly meaning: string;
  /** `paste`: read from the paste as a whole, so that it is the same for every exchange. Otherwise from the exchange. */
  readonly of?: 'paste';
  /** The RFC section or page that defines the thing, where there is one. */
  readonly source?: string;
  /** What a person is told to paste when it is missing: `the request as you send it`. */
  readonly ask?: string;
} & (
  | { readonly type: 'text'; readonly read: (view: View) => Known<string> }
  | { readonly type: 'number'; readonly read: (view: View) => Known<number> }
  | { readonly type: 'boolean'; readonly read: (view: View) => Known<boolean> }
  | { readonly type: 'list'; readonly read: (view: View) => Known<readonly string[]> }
);

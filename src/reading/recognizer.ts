import type { Hint } from '../sealing/seal.ts';
import type { Span } from '../sealing/span.ts';
import type { Failure, Mending, NamedValue, Request, Response } from './paste.ts';

/** The restored text, with its lines found once. Spans of all pieces point into `text`, before it is sealed. */
export interface Source {
  readonly text: string;
  readonly lines: readonly Line[];
}

export interface Line {
  readonly text: string;
  /** Where the line starts in the source; it ends at `start + text.length`, before its line break. */
  readonly start: number;
}

/**
 * Something that a recognizer found. `span` is all the text that it explains: no other recognizer is asked about that
 * stretch, so that a URL inside a curl command is not found a second time.
 */
export type Piece =
  | {
      readonly kind: 'request';
      readonly span: Span;
      readonly request: Request;
      /** What was read otherwise than it stands there. */
      readonly mendings?: readonly Mending[];
      /** Secret by where it stands, though no part of the request shows it so: the password behind `-u`. */
      readonly secrets?: readonly Hint[];
    }
  | { readonly kind: 'response'; readonly span: Span; readonly response: Response }
  | { readonly kind: 'failure'; readonly span: Span; readonly failure: Failure }
  /** Request and response are known to belong together, as in `curl -v` or a HAR entry. */
  | {
      readonly kind: 'exchange';
      readonly span: Span;
      readonly request?: Request;
      readonly response?: Response;
      readonly failure?: Failure;
    }
  | { readonly kind: 'named'; readonly span: Span; readonly named: NamedValue }
  /**
   * A part that a request below needed: a URL in a variable of the script, a file that holds its content, a tunnel
   * through a proxy.
   */
  | { readonly kind: 'setting'; readonly span: Span };

/** Reads one shape: a curl command, an HTTP message, a HAR. Total, and linear in the text it is given. */
export interface Recognizer {
  readonly name: string;
  /** A cheap look: false where the shape cannot stand in this text, so that most recognizers cost nothing. */
  readonly mayStandIn: (text: string) => boolean;
  /**
   * The pieces between `within.start` and `within.end`, in the order in which they stand, without overlaps, but for
   * values that are named within a record.
   */
  readonly recognize: (source: Source, within: Span) => readonly Piece[];
}

import type { Span } from '../../sealing/span.ts';
import type { TextPart } from './quoted.ts';

/**
 * A value as JSON, JavaScript, Python, Ruby or PHP write it, and as Node and Python print it, each part with where it
 * stands.
 */
export type Literal = Group | Text | Word;

/** An object, a list, a call's arguments: what stands between brackets. */
export interface Group {
  readonly kind: 'group';
  readonly span: Span;
  readonly bracket: '{' | '[' | '(';
  /** What stands right before the bracket: `fetch` of `fetch(…)`, `Headers` of Node's `Headers {…}`. */
  readonly name: string;
  readonly members: readonly Member[];
  readonly items: readonly Literal[];
  /** False where the text ends before the closing bracket. */
  readonly closed: boolean;
}

export interface Member {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: Literal;
}

/** A string, or several put together, with the variables in it. */
export interface Text {
  readonly kind: 'text';
  readonly span: Span;
  readonly parts: readonly TextPart[];
  readonly closed: boolean;
}

/** Whatever stands there without quotes: a number, `true`, `None`, a variable, an expression. */
export interface Word {
  readonly kind: 'word';
  readonly span: Span;
  readonly text: string;
}

export interface LiteralRead {
  readonly literal: Literal;
  readonly end: number;
  /** Whether the text ended, or a limit was met, before the value did. */
  readonly cut: boolean;
}

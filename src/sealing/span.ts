/** A stretch of a text: UTF-16 offsets, `end` exclusive, `0 <= start <= end <= text.length`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A text as it was before something was done to all of it: lines wrapped at a column, every line prefixed, the whole put
 * into a string or percent-encoded. `starts` tells for each of its characters where in the original it stands, and has one
 * more entry for the end.
 */
export interface Reading {
  readonly text: string;
  readonly starts: Int32Array;
}

/** A text without what a pattern finds in it; undefined where it finds nothing. */
export function withoutMatches(text: string, pattern: RegExp): Reading | undefined {
  let built: ReturnType<typeof createBuilder> | undefined;
  let kept = 0;
  for (const { index, 0: found } of text.matchAll(pattern)) {
    built ??= createBuilder(text);
    built.keep(kept, index);
    kept = index + found.length;
  }
  built?.keep(kept, text.length);
  return built?.done();
}

/** Collects the stretches of a text that stay, and characters in the place of others. */
export function createBuilder(original: string) {
  const parts: string[] = [];
  const spans: { readonly start: number; readonly length: number; readonly run: boolean }[] = [];
  let length = 0;
  return {
    keep(start: number, end: number): void {
      if (end <= start) return;
      parts.push(original.slice(start, end));
      spans.push({ start, length: end - start, run: true });
      length += end - start;
    },
    put(char: string, start: number): void {
      parts.push(char);
      spans.push({ start, length: char.length, run: false });
      length += char.length;
    },
    done(): Reading {
      const starts = new Int32Array(length + 1);
      let at = 0;
      for (const span of spans) {
        for (let index = 0; index < span.length; index += 1)
          starts[at + index] = span.run ? span.start + index : span.start;
        at += span.length;
      }
      starts[length] = original.length;
      return { text: parts.join(''), starts };
    },
  };
}

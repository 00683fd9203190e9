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
  const edits = createEdits(text);
  for (const { index, 0: found } of text.matchAll(pattern)) edits.replace(index, index + found.length);
  return edits.done();
}

/** Collects the stretches of a text that go, in order, and what stands in their place. Undefined where none does. */
export function createEdits(text: string) {
  const built = createBuilder(text);
  let reached = 0;
  let isEdited = false;
  return {
    replace(start: number, end: number, by = ''): void {
      built.keep(reached, start);
      built.put(by, start);
      reached = end;
      isEdited = true;
    },
    done(): Reading | undefined {
      if (!isEdited) return undefined;
      built.keep(reached, text.length);
      return built.done();
    },
  };
}

/** Longer than any run of characters that a look back has to know whole. */
export const longestRun = 200;

/** The run of such characters that ends before `end`: the last 200 of it. */
export function runBefore(text: string, end: number, isPart: (code: number) => boolean): string {
  let start = end;
  while (start > 0 && end - start < longestRun && isPart(text.charCodeAt(start - 1))) start -= 1;
  return text.slice(start, end);
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
      if (char === '') return;
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

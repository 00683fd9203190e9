import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

/** What is wrong with a file of a pack, where, and how to mend it. */
export interface PackProblem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
  readonly mend: string;
}

type Path = readonly PropertyKey[];

/** YAML of a pack's file, with the line of each of its parts. */
export interface Written<T> {
  readonly value: T;
  readonly lineOf: (path: Path) => number;
}

export type ReadResult<T> =
  | { readonly ok: true; readonly written: Written<T> }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

/** Reads YAML that starts on line `firstLine` of `file` and holds it against a schema. */
export function readYaml<S extends z.ZodType>(
  text: string,
  file: string,
  firstLine: number,
  schema: S,
): ReadResult<z.infer<S>> {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const toLine = (offset: number): number => counter.linePos(offset).line + firstLine - 1;
  if (document.errors.length > 0) {
    return {
      ok: false,
      problems: document.errors.map((error) => ({
        file,
        line: toLine(error.pos[0]),
        message: `This is not YAML: ${error.message}`,
        mend: mendOf(error.code),
      })),
    };
  }
  const lineOf = (path: Path): number => toLine(offsetOf(document, path));
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { ok: true, written: { value: parsed.data, lineOf } };
  return {
    ok: false,
    problems: parsed.error.issues.map((issue) => ({
      file,
      line: lineOf(issue.path),
      message: `${issue.path.map(String).join('.') || 'The file'}: ${issue.message}`,
      mend:
        issue.code === 'custom'
          ? 'See `stepwise pack facts` for what a rule can ask.'
          : 'Write it as the neighbours are written.',
    })),
  };
}

/** The mistakes that people make, by the parser's code. */
function mendOf(code: string): string {
  return code === 'BLOCK_AS_IMPLICIT_KEY'
    ? 'Text with a colon and a space in it goes below its name: write `do: >-`, and the text on the next line, indented.'
    : 'Look for a missing quote, a tab, or a line that is not indented like its neighbours.';
}

/** Where the part stands, or the nearest part around it that does. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

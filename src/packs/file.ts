import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { mendFor } from './mend.ts';
import { isNestedTooDeep } from './nesting.ts';
import { refusal } from './refusal.ts';

/** What is wrong with a file of a pack, where, and how to mend it. */
export interface PackProblem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
  readonly mend: string;
}

export type Path = readonly PropertyKey[];

/** YAML of a file, with the line of each of its parts. */
export interface Written<T> {
  readonly value: T;
  readonly lineOf: (path: Path) => number;
}

export type ReadResult<T> =
  | { readonly ok: true; readonly written: Written<T> }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

/** One mistake makes the parser stumble over much of what follows: more of its complaints help nobody. */
const mostSyntaxProblems = 3;

/** Reads YAML 1.2, of which JSON is a part, that starts on line `firstLine` of `file`. Any text gives a result. */
export function readTree(text: string, file: string, firstLine = 1): ReadResult<unknown> {
  if (isNestedTooDeep(text)) {
    return {
      ok: false,
      problems: [{ file, line: firstLine, message: 'This is nested too deep.', mend: 'Write it flatter.' }],
    };
  }
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const toLine = (offset: number): number => counter.linePos(offset).line + firstLine - 1;
  const [first] = document.errors;
  // What the parser says of YAML helps nobody who writes JSON.
  if (first !== undefined && /^\s*[{[]/.test(text)) {
    const mend = 'Look there and above for a missing quote, comma or bracket.';
    return { ok: false, problems: [{ file, line: toLine(first.pos[0]), message: 'This is not JSON.', mend }] };
  }
  if (first !== undefined) {
    const problems = document.errors.slice(0, mostSyntaxProblems).map((error) => ({
      file,
      line: toLine(error.pos[0]),
      message: `This is not YAML: ${error.message.replace(/[.:]?$/, '.')}`,
      mend: syntaxMends[error.code] ?? 'Look for a missing quote, or a line that is not indented like its neighbours.',
    }));
    return { ok: false, problems };
  }
  try {
    return { ok: true, written: { value: document.toJS(), lineOf: (path) => toLine(offsetOf(document, path)) } };
  } catch (error) {
    // Aliases without an anchor, and those that would unfold to more than memory holds.
    const message = error instanceof Error ? error.message : 'an alias (`*name`) leads nowhere';
    return {
      ok: false,
      problems: [
        { file, line: firstLine, message: `This YAML cannot be read: ${message}`, mend: 'Write the value out.' },
      ],
    };
  }
}

/** Reads YAML that starts on line `firstLine` of `file` and holds it against a schema. */
export function readYaml<S extends z.ZodType>(
  text: string,
  file: string,
  firstLine: number,
  schema: S,
): ReadResult<z.infer<S>> {
  const read = readTree(text, file, firstLine);
  if (!read.ok) return read;
  const { value, lineOf } = read.written;
  // The issues bring what stands there: "missing" and "wrong" are told apart by it.
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return { ok: true, written: { value: parsed.data, lineOf } };
  return { ok: false, problems: parsed.error.issues.flatMap((issue) => problemsOf(issue, file, lineOf, schema)) };
}

function problemsOf(
  issue: z.core.$ZodIssue,
  file: string,
  lineOf: Written<unknown>['lineOf'],
  schema: z.ZodType,
): readonly PackProblem[] {
  const place = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      file,
      line: lineOf([...issue.path, key]),
      message: `${place === '' ? 'The file' : `\`${place}\``} has no \`${key}\`.`,
      mend: mendFor(schema, issue.path, key),
    }));
  }
  const own = issue.code === 'custom' ? issue.params?.mend : undefined;
  const mend = typeof own === 'string' ? own : mendFor(schema, issue.path);
  return [{ file, line: lineOf(issue.path), message: refusal(issue), mend }];
}

/** The mistakes that people make, by the parser's code. */
const syntaxMends: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY:
    'Text with a colon and a space in it goes below its name: write `do: >-`, and the text on the next line, indented.',
  TAB_AS_INDENT: 'Indent with spaces; YAML takes no tabs.',
  DUPLICATE_KEY: 'Each name may be there only once: put what both of them hold under one, or take one out.',
  MULTIPLE_DOCS: 'Take the line `---` out: a file holds one document.',
  BAD_SCALAR_START: 'Put quotes around text that starts with `@`, a backtick, `%`, `*`, `&` or a brace.',
  BAD_DQ_ESCAPE: "Use single quotes ('…'), in which a backslash is a backslash: patterns are written so.",
  MISSING_CHAR: 'Close what was opened: a quote, a bracket, or put the colon after the name.',
  MULTILINE_IMPLICIT_KEY: 'Put a colon and a space after the name, and indent what belongs to it.',
};

/** Where the part stands, or the nearest part around it that does; of a name with a value, the name. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

import type { Span } from '../../sealing/span.ts';
import { readContent } from '../content/read-content.ts';
import type { Field, Request } from '../paste.ts';
import type { Line } from '../recognizer.ts';
import { readTarget } from '../target.ts';
import { fieldValue } from './message.ts';

/**
 * The variables of an `.http` file, as JetBrains' HTTP client and VS Code's REST Client have them: `@host = …` on a line
 * of its own, `{{host}}` where it is used.
 */
export interface FileVariables {
  readonly values: ReadonlyMap<string, string>;
  /** The lines that set them. */
  readonly spans: readonly Span[];
}

/** Undefined where the lines are no such file: there `{{host}}` may be what was sent. */
export function readFileVariables(lines: readonly Line[]): FileVariables | undefined {
  const values = new Map<string, string>();
  const spans: Span[] = [];
  let isFile = false;
  for (const { text, start } of lines) {
    if (text.startsWith('###')) isFile = true;
    const found = /^\s{0,8}@([\w.-]{1,60})\s{0,8}=\s{0,8}(\S.{0,4000})$/.exec(text);
    if (found?.[1] === undefined || found[2] === undefined) continue;
    values.set(found[1], found[2].trim());
    spans.push({ start, end: start + text.trimEnd().length });
  }
  return isFile || values.size > 0 ? { values, spans } : undefined;
}

/** How far a variable is followed into another. */
const furthest = 5;

/** How long a text may get: values that hold each other grow fast. */
const longest = 100_000;

interface Filled {
  readonly text: string;
  /** The variables that the file does not set, as they stand there. */
  readonly open: readonly string[];
}

function fill(text: string, { values }: FileVariables): Filled {
  let filled = text;
  for (let depth = 0; depth < furthest && filled.length < longest && filled.includes('{{'); depth += 1) {
    const next = filled.replace(use, (whole, name: string) => values.get(name) ?? whole);
    if (next === filled) break;
    filled = next;
  }
  return { text: filled, open: [...new Set(filled.match(use) ?? [])] };
}

const use = /\{\{\s{0,4}([\w.$-][\w.$ -]{0,80}?)\s{0,4}\}\}/g;

/** The request with the values of the file put in. Spans stay where the text shows the request. */
export function filledRequest(request: Request, variables: FileVariables): Request {
  const { target, content } = request;
  const fields = request.fields.map((field) => filledField(field, variables));
  const uri = target === undefined ? undefined : fill(target.uri, variables);
  const body = content === undefined ? undefined : fill(content.text, variables);
  return {
    ...request,
    fields,
    ...(target === undefined || uri === undefined || (uri.text === target.uri && uri.open.length === 0)
      ? {}
      : { target: readTarget(uri.text, target.span, uri.open) }),
    ...(content === undefined || body === undefined
      ? {}
      : {
          content: {
            ...(body.text === content.text
              ? content
              : readContent(body.text, content.span, fieldValue(fields, 'content-type'))),
            ...(body.open.length > 0 ? { open: body.open } : {}),
          },
        }),
  };
}

function filledField({ name, span, ...field }: Field, variables: FileVariables): Field {
  const { text, open } = fill(field.value, variables);
  return { name, span, value: text, ...(open.length > 0 ? { open } : {}) };
}

import { readTree } from '../file.ts';
import { isNestedTooDeep } from '../nesting.ts';

export type ReadDocument =
  | { readonly ok: true; readonly value: unknown }
  /** Sentences that say what is wrong, with the line where it is known. */
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * The value of a document in JSON or YAML, told apart by its look (OpenAPI Specification, section “Format”). Any text has
 * a result.
 */
export function readDocument(text: string, file: string): ReadDocument {
  if (text.trim() === '') return { ok: false, problems: [`${file} is empty.`] };
  if (isNestedTooDeep(text)) return { ok: false, problems: [`${file} is nested too deep to be read.`] };
  const json = text.trimStart().startsWith('{') ? parseJson(text) : undefined;
  if (json !== undefined) return { ok: true, value: json };
  const read = readTree(text, file);
  if (read.ok) return { ok: true, value: read.written.value };
  return {
    ok: false,
    problems: read.problems.map(({ line, message, mend }) => `${file}:${line}: ${message} ${mend}`),
  };
}

/** Undefined where it is none: YAML may start with a brace too, and its parser says where a fault is. */
function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import { steerlessJson } from '../answer/steerless.ts';
import { linesOf } from './input.ts';

/** One line of the input. `now`, the time to answer for, is an ISO 8601 date or milliseconds since the epoch. */
const lineSchema = z.object(
  {
    id: z.union([z.string(), z.number()], 'The member `id` must be a text or a number.'),
    text: z.string('The member `text` must be a text.'),
    now: z
      .union(
        [z.number(), z.iso.datetime({ offset: true }).transform((date) => Date.parse(date))],
        'The member `now` must be a date such as 2026-01-15T12:00:00Z, or milliseconds since 1970.',
      )
      .optional(),
  },
  'A line must be an object, {"id","text"}.',
);

export type NdjsonLine = z.infer<typeof lineSchema>;

/**
 * Reads a line, writes a line, in the same order and one at a time, so that a year of tickets needs no more memory than
 * one of them. A line that cannot be read gets `{"id","error"}` and the run goes on; empty lines are passed over.
 */
export async function eachLine(
  input: Readable,
  output: Writable,
  answer: (line: NdjsonLine) => Readonly<Record<string, unknown>>,
): Promise<void> {
  for await (const line of linesOf(input)) {
    if (line.trim() === '') continue;
    const written = output.write(`${steerlessJson(JSON.stringify(answerLine(line, answer)))}\n`);
    if (!written) await once(output, 'drain');
  }
}

function answerLine(line: string, answer: (line: NdjsonLine) => Readonly<Record<string, unknown>>): unknown {
  const json = parseJson(line);
  if (!json.ok) return { id: null, error: 'This line is not JSON.' };
  const parsed = lineSchema.safeParse(json.value);
  if (!parsed.success)
    return { id: idOf(json.value), error: parsed.error.issues.map(({ message }) => message).join(' ') };
  const { id } = parsed.data;
  try {
    return { id, ...answer(parsed.data) };
  } catch {
    // What was thrown may quote the text.
    return { id, error: 'Something went wrong with this text that should not have.' };
  }
}

function parseJson(text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}

function idOf(value: unknown): string | number | null {
  const withId = z.object({ id: z.union([z.string(), z.number()]) }).safeParse(value);
  return withId.success ? withId.data.id : null;
}

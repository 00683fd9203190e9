import type { Mended, Mender } from './mender.ts';

/** A paste that is one string of JSON, as a program's output or a log's message has it: what the string holds. */
export const jsonString: Mender = (text): Mended | undefined => {
  const written = text.trim();
  if (!written.startsWith('"') || !/\\[nrt"]/.test(written) || endOfString(written) !== written.length)
    return undefined;
  const read = stringOf(written);
  if (read === undefined) return undefined;
  const note = 'I undid the escapes of the string that the whole paste is.';
  return { text: read.replace(/\r\n?/g, '\n'), mending: { kind: 'json-string', note, count: 1, suspect: false } };
};

/** Where the string that begins the text ends, or -1. */
function endOfString(text: string): number {
  for (let index = 1; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === '"') return index + 1;
    if (character === '\n') return -1;
    if (character === '\\') index += 1;
  }
  return -1;
}

function stringOf(written: string): string | undefined {
  try {
    const value: unknown = JSON.parse(written);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

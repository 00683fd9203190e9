import type { Span } from '../../sealing/span.ts';

/** A stretch of the characters beside a dump's bytes, and whether a line of the message ends behind it. */
export interface DumpedLine {
  readonly span: Span;
  readonly ends: boolean;
}

/** A dump has so many bytes to a line. */
const width = 16;

/**
 * What a line of a hexadecimal dump stands for, behind its offset: the characters at its end, cut where the bytes say
 * that a line ends, which the characters show as dots. Undefined for any other line. `start` is where it stands.
 */
export function readHexDump(text: string, start: number): readonly DumpedLine[] | undefined {
  const hex = /^(?:[0-9a-f]{2} ){1,16}/i.exec(text)?.[0];
  if (hex === undefined) return undefined;
  const bytes = hex.trim().split(' ');
  const at = bytes.length === width ? hex.length : text.search(/\S{1,16}\s*$/);
  const from = bytes.length === width ? at : Math.max(hex.length, Math.min(3 * width, at));
  if (text.slice(from).trimEnd().length > bytes.length + 2) return undefined;
  const lines: DumpedLine[] = [];
  let open = 0;
  for (const [index, byte] of bytes.entries()) {
    if (byte !== '0a') continue;
    lines.push({
      span: stretch(text, start, from + open, from + (bytes[index - 1] === '0d' ? index - 1 : index)),
      ends: true,
    });
    open = index + 1;
  }
  if (open < bytes.length) {
    const end = bytes.length - (bytes.at(-1) === '0d' ? 1 : 0);
    lines.push({ span: stretch(text, start, from + open, from + end), ends: false });
  }
  return lines;
}

function stretch(text: string, start: number, from: number, to: number): Span {
  const end = Math.min(to, text.length);
  return { start: start + Math.min(from, end), end: start + end };
}

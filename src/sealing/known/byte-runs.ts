/** Bytes one after the other, as programs print them: as two digits of hexadecimal each, and where each stands. */
export interface ByteRun {
  readonly hex: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** `5a:6b`, `5A-6B`, `5a 6b`, `0x5a, 0x6b`, `=5A=6B`, `5a006b00`. */
const pairs = /(?<![\w\\])(?:(?:0x|=)?[\dA-F]{2}[-,:;\s]{0,14}){12,4096}/gi;
/** `90, 107`, `90 107`, `"0":90,"1":107`. */
const decimals = /(?<![\w.])(?:(?:"\d{1,4}": ?)?\d{1,3}[,;\s]{1,14}){11,4096}(?:"\d{1,4}": ?)?\d{1,3}(?!\w)/g;

const pair = /(?:0x|=)?([\dA-F]{2})/gi;
const decimal = /(?:"\d{1,4}": ?)?(\d{1,3})/g;

/** All runs of twelve bytes or more. Linear: each is gone through twice. */
export function byteRuns(text: string): readonly ByteRun[] {
  return [...runsOf(text, pairs, pair, 16), ...runsOf(text, decimals, decimal, 10)];
}

function runsOf(text: string, run: RegExp, byte: RegExp, base: number): readonly ByteRun[] {
  return Array.from(text.matchAll(run), ({ 0: found, index: from }) => {
    const starts: number[] = [];
    const ends: number[] = [];
    let hex = '';
    for (const { 0: all, 1: digits = '', index } of found.matchAll(byte)) {
      const code = Number.parseInt(digits, base) & 255;
      const end = from + index + all.length;
      // The other half of a character of UTF-16.
      if (code === 0 && ends.pop() !== undefined) ends.push(end);
      if (code === 0) continue;
      // The first of digits without marks may stand behind the `=` of a name.
      const isNamed = hex === '' && all.startsWith('=') && found.charAt(3) !== '=';
      hex += code.toString(16).padStart(2, '0');
      starts.push(from + index + (isNamed ? 1 : 0));
      ends.push(end);
    }
    return { hex, starts, ends };
  });
}

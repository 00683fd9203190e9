import type { Mended, Mender } from './mender.ts';

/**
 * Takes the bar away that a chat or a mail program draws along what is quoted, and a terminal along a box: `▎ curl …`,
 * `│ curl … │`. A plain `|` is a table's as well: it is taken for a bar where the command goes on below.
 */
export const lineBars: Mender = (text): Mended | undefined => {
  if (!opening.test(text)) return undefined;
  const lines = text.split('\n');
  let count = 0;
  for (let start = 0; start < lines.length; start += 1) {
    const bar = opening.exec(lines[start] ?? '')?.[1];
    if (bar === undefined) continue;
    let end = start + 1;
    while (end < lines.length && barOf(lines[end] ?? '') === bar) end += 1;
    const block = lines.slice(start, end).map((line) => withoutBar(line, bar));
    if (bar !== '|' || (block.length > 1 && /[\\^`]$/.test(block[0] ?? ''))) {
      lines.splice(start, block.length, ...block);
      count += block.length;
    }
    start = end - 1;
  }
  if (count === 0) return undefined;
  const note = 'Took the bars out that stood before each line.';
  return { text: lines.join('\n'), mending: { kind: 'line-bars', note, count, suspect: false } };
};

/** A bar before the first line of a command or of a message. */
const opening =
  /^[ \t]{0,8}([|│┃║▎▏▍▌▐█]) {0,4}(?:[$%#>❯] ){0,2}(?:(?:sudo|time) )?(?:curl(?:\.exe)? |wget |https? |HTTP\/\d|[A-Z]{3,8} \S{1,4000} HTTP\/\d)/m;

function barOf(line: string): string | undefined {
  return /^[ \t]{0,8}([|│┃║▎▏▍▌▐█])/.exec(line)?.[1];
}

/** Without the bar that closes a box as well. */
function withoutBar(line: string, bar: string): string {
  const inner = line.replace(/^[ \t]{0,8}[|│┃║▎▏▍▌▐█] ?/, '').trimEnd();
  return inner.endsWith(bar) ? inner.slice(0, -1).trimEnd() : inner;
}

import { type Block, blockMender, type Told } from './mender.ts';

const told: Told = { kind: 'line-bars', note: 'I took out the bars or marks before each line.', suspect: false };

/**
 * Takes the bar away that a chat or a mail program draws along what is quoted, and a terminal along a box: `▎ curl …`,
 * `│ curl … │`. A plain `|` is a table's as well: it is taken away where no line has another. The marks of comments
 * and of a diff are their own, and are taken away where the command goes on below.
 */
export const lineBars = blockMender(told, (text) => (opening.test(text) || barred.test(text) ? blockAt : undefined));

function blockAt(lines: readonly string[], start: number, before: string): Block {
  const opened = opening.exec(lines[start] ?? '')?.[1];
  const bar = opened ?? barred.exec(lines[start] ?? '')?.[1];
  let end = start + 1;
  if (bar === undefined) return { end, mended: undefined };
  while (end < lines.length && lines[end]?.startsWith(bar) === true) end += 1;
  const mended = lines.slice(start, end).map((line) => withoutBar(line, bar));
  const goesOn = opened !== undefined && mended.length > 1 && /[\\^`]$/.test(mended[0] ?? '');
  return { end, mended: drawn.test(bar) || goesOn || isBarred(mended, bar, before) ? mended : undefined };
}

/** A mark, with what stands before it, before the first line of a command or of a message. */
const opening =
  /^([ \t]{0,8}(?:[|│┃║▎▏▍▌▐█+#*;]|\/\/)) {0,4}(?:[$%#>❯] ){0,2}(?:(?:sudo|time) )?(?:curl(?:\.exe)? |wget |https? |HTTP\/\d|[A-Z]{3,8} \S{1,4000} HTTP\/\d)/m;

/** Any line behind a plain bar. */
const barred = /^([ \t]{0,8}\|)(?= \S)/m;

/** No rows of a table, which have bars between their cells and at their end, and no pipes of a command above. */
function isBarred(block: readonly string[], bar: string, before: string): boolean {
  if (block.length < 2 || !/^\s{0,200}$|[.:!?]\s{0,8}$/.test(before)) return false;
  return bar.endsWith('|') && block.every((line) => !/\|\s{0,8}$| \| /.test(line));
}

const drawn = /[│┃║▎▏▍▌▐█]/;

/** Without the bar that closes a box as well. */
function withoutBar(line: string, bar: string): string {
  const inner = line.slice(bar.length).replace(/^ /, '').trimEnd();
  return drawn.test(bar) && inner.endsWith(bar.trim()) ? inner.slice(0, -1).trimEnd() : inner;
}

import { kindOfName } from '../names/names.ts';
import { type Scan, take } from '../scan.ts';
import { looksLikeValue, looksSecret } from '../values/suspicion.ts';
import { indexWithin } from '../within.ts';

const longestHead = 2_000;
const longestTable = 20_000;

const heading = /<th(?: [^<>]{0,120})?>\s{0,40}([^<>]{0,60}?)\s{0,40}<\/th>/gi;
const row = /<tr(?: [^<>]{0,120})?>/gi;
const cell = /<td(?: [^<>]{0,120})?>\s{0,40}(?:<(?:code|span|b|pre|tt)(?: [^<>]{0,120})?>)?([^<>]{0,4000})</gi;

/**
 * A table of HTML: the columns below its headings (`<th>`), one of which names a secret and ends before `at`. Looked at once
 * for all its columns.
 */
export function takeHtmlTable(scan: Scan, at: number): void {
  const { text, progress } = scan;
  if (at < progress.table || !/^\s{0,40}<\/th>/i.test(text.slice(at, at + 50))) return;
  const before = text.slice(Math.max(0, at - longestHead), at);
  const opening = Math.max(before.lastIndexOf('<tr'), before.lastIndexOf('<TR'));
  const head = opening < 0 ? -1 : at - before.length + opening;
  const close = head < 0 ? -1 : indexWithin(text, '</tr', at, at + longestHead);
  if (close < 0) return;
  const kinds = [...text.slice(head, close).matchAll(heading)].map(([, name = '']) => kindOfName(name, 'json'));
  const end = indexWithin(text, '</table', close, close + longestTable);
  const body = text.slice(close, end < 0 ? close + longestTable : end);
  progress.table = close + body.length;
  const starts = [...body.matchAll(row)].map(({ index }) => index);
  starts.forEach((start, number) => {
    const cells = [...body.slice(start, starts[number + 1]).matchAll(cell)];
    if (cells.length !== kinds.length) return;
    cells.forEach(({ 0: whole, 1: value = '', index }, column) => {
      const kind = kinds[column];
      const from = close + start + index + whole.length - 1 - value.length;
      if (kind !== undefined && (looksSecret(value.trim()) || looksLikeValue(value.trim())))
        take(scan, from, from + value.length, kind);
    });
  });
}

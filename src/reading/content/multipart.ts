import type { Pair } from '../paste.ts';
import type { Place } from './place.ts';

/** The boundary that a `multipart/…` media type names (RFC 2046, section 5.1.1), or that the first line shows. */
export function multipartBoundary(text: string, mediaType: string | undefined): string | undefined {
  if (mediaType !== undefined && !/^multipart\//i.test(mediaType)) return undefined;
  const named = /\bboundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(mediaType ?? '');
  const boundary = named?.[1] ?? named?.[2];
  if (boundary !== undefined) return boundary;
  const [first = ''] = text.slice(0, 300).trimStart().split(/\r?\n/, 1);
  const looksLikeOne = /^--\S{3,200}$/.test(first) && /^content-disposition:/im.test(text.slice(0, 2000));
  return looksLikeOne ? first.slice(2) : undefined;
}

/** The parts of a multipart form (RFC 7578): a name and its content, or the file's name for a file. */
export function readMultipart(text: string, boundary: string, place: Place): Pair[] {
  const pairs: Pair[] = [];
  const mark = `--${boundary}`;
  let start = text.indexOf(mark);
  while (start !== -1) {
    const from = start + mark.length;
    const next = text.indexOf(mark, from);
    const pair = readPart(
      text.slice(from, next === -1 ? text.length : next),
      place(from, next === -1 ? text.length : next),
    );
    if (pair !== undefined) pairs.push(pair);
    start = next;
  }
  return pairs;
}

function readPart(part: string, span: Pair['span']): Pair | undefined {
  const gap = /\r?\n\r?\n/.exec(part);
  const head = gap === null ? part : part.slice(0, gap.index);
  const name = /\bname="([^"\n]{0,500})"/i.exec(head)?.[1];
  if (name === undefined) return undefined;
  const file = /\bfilename="([^"\n]{0,500})"/i.exec(head)?.[1];
  const body = gap === null ? '' : part.slice(gap.index + gap[0].length).replace(/\r?\n$/, '');
  return { name, value: file === undefined ? body : `@${file}`, span };
}

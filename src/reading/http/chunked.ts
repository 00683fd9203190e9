import { readContent } from '../content/read-content.ts';
import type { Response } from '../paste.ts';
import { fieldValue } from './message.ts';

/**
 * The response with its content put together from chunks (RFC 9112, section 7.1), where the text shows them with their
 * sizes. Most tools take them off; what is not chunked stays as it is.
 */
export function dechunked(response: Response, text: string): Response {
  if (!/\bchunked\b/i.test(fieldValue(response.fields, 'transfer-encoding') ?? '')) return response;
  const start = response.content?.span.start ?? response.fields.at(-1)?.span.end ?? response.span.end;
  const body = text.slice(start).trimStart();
  const from = text.length - body.length;
  const chunks = readChunks(body);
  if (chunks === undefined) return response;
  const span = { start: from, end: from + chunks.end };
  const content = readContent(chunks.text, span, fieldValue(response.fields, 'content-type'));
  return { ...response, span: { ...response.span, end: Math.max(response.span.end, span.end) }, content };
}

/** What is between sizes in hexadecimal on lines of their own, up to the last chunk of size 0. */
function readChunks(body: string): { readonly text: string; readonly end: number } | undefined {
  const lines = body.split('\n');
  let text = '';
  let end = 0;
  let wanted = 0;
  let chunks = 0;
  for (const line of lines) {
    const bare = line.replace(/\r$/, '');
    const size = wanted <= 0 ? /^([0-9a-fA-F]{1,8})(?:;.{0,200})?$/.exec(bare)?.[1] : undefined;
    if (wanted <= 0 && size === undefined && bare !== '') break;
    end += line.length + 1;
    if (size !== undefined) {
      chunks += 1;
      wanted = Number.parseInt(size, 16);
      if (wanted === 0) return { text, end: Math.min(end, body.length) };
    } else if (wanted > 0) {
      text += bare;
      wanted -= bare.length + 1;
    }
  }
  return chunks > 0 && text !== '' ? { text, end: Math.min(end, body.length) } : undefined;
}

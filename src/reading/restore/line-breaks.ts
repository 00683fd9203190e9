import { quietMender } from './mender.ts';

/** CRLF and lone CR become LF, as do the separators that Unicode and word processors have for lines and paragraphs. */
export const lineBreaks = quietMender((text) => text.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n'));

import type { Request, Response } from './paste.ts';

/**
 * A request of which a recognizer knows some parts; of what it does not name, nothing is known. Content that it names is
 * all of it, where it says nothing else.
 */
export function requestFrom(parts: Pick<Request, 'span' | 'source'> & Partial<Request>): Request {
  const contentShown = parts.content === undefined ? 'part' : 'whole';
  return { fields: [], fieldsShown: 'part', contentShown, ...parts };
}

/** The same of a response, which is taken for shown where nothing else is said. */
export function responseFrom(parts: Pick<Response, 'span'> & Partial<Response>): Response {
  return { statusBasis: 'shown', fields: [], fieldsShown: 'part', ...parts };
}

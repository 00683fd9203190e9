import type { Span } from '../../sealing/span.ts';
import type { Content, ContentData, Field, Pair, Request, Response, Target } from '../paste.ts';

type Place = (span: Span) => Span;

/** The request with all its spans placed anew. */
export function placedRequest(request: Request, place: Place): Request {
  return {
    ...request,
    span: place(request.span),
    ...(request.target === undefined ? {} : { target: placedTarget(request.target, place) }),
    fields: request.fields.map((field) => placedField(field, place)),
    ...(request.content === undefined ? {} : { content: placedContent(request.content, place) }),
  };
}

/** The response with all its spans placed anew. */
export function placedResponse(response: Response, place: Place): Response {
  return {
    ...response,
    span: place(response.span),
    fields: response.fields.map((field) => placedField(field, place)),
    ...(response.content === undefined ? {} : { content: placedContent(response.content, place) }),
  };
}

function placedField(field: Field, place: Place): Field {
  return { ...field, span: place(field.span) };
}

function placedPairs(pairs: readonly Pair[], place: Place): readonly Pair[] {
  return pairs.map((pair) => ({ ...pair, span: place(pair.span) }));
}

function placedTarget(target: Target, place: Place): Target {
  return {
    ...target,
    span: place(target.span),
    query: placedPairs(target.query, place),
    fragment: placedPairs(target.fragment, place),
  };
}

function placedContent(content: Content, place: Place): Content {
  return {
    ...content,
    span: place(content.span),
    data: placedData(content.data, place),
    ...(content.error === undefined ? {} : { error: { ...content.error, span: place(content.error.span) } }),
  };
}

function placedData(data: ContentData, place: Place): ContentData {
  if (data.kind === 'form') return { ...data, pairs: placedPairs(data.pairs, place) };
  if (data.kind === 'multipart') return { ...data, parts: placedPairs(data.parts, place) };
  return data;
}

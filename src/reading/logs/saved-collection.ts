import type { Group, Literal } from '../content/literal.ts';
import { type FileVariables, filledRequest } from '../http/file-variables.ts';
import { parameterNamed } from '../prose/parameter-names.ts';
import type { Piece } from '../recognizer.ts';
import { groupAt, innerSpan, member, textAt, textOf } from './printed-message.ts';
import { readSavedRequest, readSavedResponse } from './saved-request.ts';

/** How deep folders are followed, and how many requests are read. */
const deepest = 20;
const most = 200;

/**
 * A collection of requests with the values of its variables, as Postman and Insomnia export them, or an environment
 * alone. Undefined for any other object.
 */
export function readSavedCollection(group: Group): readonly Piece[] | undefined {
  const list = groupAt(group, 'item', 'items', 'resources', 'requests');
  const requests: Piece[] = [];
  if (list !== undefined) findRequests(list, 0, requests);
  const variables = variablesOf(group);
  if (requests.length === 0) return isEnvironment(group) && variables.values.size > 0 ? namedIn(group) : undefined;
  const filled = requests.map(
    (piece): Piece =>
      piece.kind === 'request' ? { ...piece, request: filledRequest(piece.request, variables) } : piece,
  );
  const settings = variables.spans.map((span): Piece => ({ kind: 'setting', span }));
  return [...filled, ...settings].sort((one, other) => one.span.start - other.span.start);
}

function findRequests(literal: Literal, depth: number, pieces: Piece[]): void {
  if (literal.kind !== 'group' || depth > deepest || pieces.length >= most) return;
  const found = readSavedRequest(literal);
  if (found !== undefined) {
    pieces.push(...found);
    return;
  }
  for (const { name, value } of literal.members) if (name !== 'response') findRequests(value, depth + 1, pieces);
  pieces.push(...onlyResponse(groupAt(literal, 'response')));
  for (const item of literal.items) findRequests(item, depth + 1, pieces);
}

/** Of several saved answers nobody knows which came; they document what may come. */
function onlyResponse(saved: Group | undefined): readonly Piece[] {
  const [only, ...others] = saved?.items ?? [];
  const piece = only?.kind === 'group' && others.length === 0 ? readSavedResponse(only) : undefined;
  return piece === undefined ? [] : [piece];
}

function isEnvironment(group: Group): boolean {
  return member(group, '_postman_variable_scope', '_postman_exported_at') !== undefined;
}

/** Postman lists them by key and value; Insomnia's environments are resources among the others. */
function variablesOf(group: Group): FileVariables {
  const listed = groupAt(group, 'variable', 'variables', 'values')?.items ?? [];
  const environments = (groupAt(group, 'resources')?.items ?? []).filter(
    (item): item is Group => item.kind === 'group' && textAt(item, '_type') === 'environment',
  );
  const values = new Map<string, string>();
  for (const item of listed) {
    const key = item.kind === 'group' ? textAt(item, 'key', 'name') : undefined;
    const value = item.kind === 'group' ? textAt(item, 'value', 'currentValue', 'initialValue') : undefined;
    if (key !== undefined && value !== undefined) values.set(key, value);
  }
  for (const environment of environments) {
    for (const { name, value } of groupAt(environment, 'data')?.members ?? []) {
      const text = textOf(value);
      if (text !== undefined) values.set(`_.${name}`, text).set(name, text);
    }
  }
  return { values, spans: [...listed, ...environments].map(({ span }) => span) };
}

/** What an environment gives to the usual names; the rest of it tells nothing. */
function namedIn(group: Group): readonly Piece[] {
  const items = groupAt(group, 'values')?.items ?? [];
  return items.map((item): Piece => {
    const literal = item.kind === 'group' ? member(item, 'value') : undefined;
    const value = textOf(literal);
    const name = item.kind === 'group' ? parameterNamed(textAt(item, 'key') ?? '')?.name : undefined;
    if (literal === undefined || value === undefined || name === undefined) return { kind: 'setting', span: item.span };
    return { kind: 'named', span: item.span, named: { name, value, span: innerSpan(literal, value), role: 'sent' } };
  });
}

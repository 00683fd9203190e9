import type { Span } from '../../sealing/span.ts';
import { toJson } from '../content/json.ts';
import type { Group, Literal } from '../content/literal.ts';
import { written } from '../content/quoted.ts';
import { readContent } from '../content/read-content.ts';
import type { Content, Field } from '../paste.ts';
import { readTarget } from '../target.ts';

/** The member of one of these names, the first in the order of the names. */
export function member(group: Group | undefined, ...names: readonly string[]): Literal | undefined {
  for (const name of names) {
    const found = group?.members.find((candidate) => candidate.name === name);
    if (found !== undefined) return found.value;
  }
  return undefined;
}

export function groupAt(group: Group | undefined, ...names: readonly string[]): Group | undefined {
  const value = member(group, ...names);
  return value?.kind === 'group' ? value : undefined;
}

/** A string, or a number as text; undefined for anything else and for what is empty. */
export function textAt(group: Group | undefined, ...names: readonly string[]): string | undefined {
  return textOf(member(group, ...names));
}

export function textOf(literal: Literal | undefined): string | undefined {
  if (literal === undefined || literal.kind === 'group') return undefined;
  const json = toJson(literal);
  return typeof json === 'string' || typeof json === 'number' ? String(json) || undefined : undefined;
}

export function statusAt(group: Group | undefined, ...names: readonly string[]): number | undefined {
  const literal = member(group, ...names);
  // API Management and Proxyman keep the reason beside the code.
  const text = literal?.kind === 'group' ? textAt(literal, 'code') : textOf(literal);
  return text !== undefined && /^[1-5]\d\d$/.test(text) ? Number(text) : undefined;
}

export function reasonAt(group: Group | undefined): string | undefined {
  return (
    textAt(group, 'statusText', 'statusMessage') ?? textAt(groupAt(group, 'status'), 'reason', 'phrase', 'message')
  );
}

/** Within its quotes, where a string stands there letter for letter. */
export function innerSpan({ span }: Literal, text: string): Span {
  return span.end - span.start === text.length + 2 ? { start: span.start + 1, end: span.end - 1 } : span;
}

/** Fields as an object (`{ accept: '*' + '/*' }`), a list of pairs, or a list of `{ name, value }`, as printed. */
export function printedFields(literal: Literal | undefined): readonly Field[] {
  if (literal === undefined || literal.kind !== 'group') return [];
  const list = groupAt(literal, 'Symbol(headers map)', 'Symbol(map)');
  if (list !== undefined) return printedFields(list);
  const named = literal.members.flatMap(({ name, nameSpan, value }): readonly Field[] => {
    if (value.kind === 'group' && member(value, 'name') !== undefined && member(value, 'value') !== undefined)
      return listedField(value);
    if (value.kind === 'group') return listedValues(name, nameSpan, value) ?? printedFields(value);
    const text = value.kind === 'text' ? written(value.parts) : value.text;
    // Angular prints what it keeps of them, not what they are.
    if (/^lazy(?:Update|Init)$/.test(name)) return [];
    return text === 'undefined' ? [] : [{ name, value: text, span: { start: nameSpan.start, end: value.span.end } }];
  });
  return named.length > 0 ? named : literal.items.flatMap(listedField);
}

/** `'set-cookie': [ 'a=b', 'c=d' ]`. Other groups (`Symbol(map): {…}`) hold the fields themselves. */
function listedValues(name: string, nameSpan: Span, list: Group): readonly Field[] | undefined {
  if (list.bracket === '{' || !/^[a-z0-9-]+$/i.test(name)) return undefined;
  return list.items.flatMap((item) => {
    const value = textOf(item);
    return value === undefined ? [] : [{ name, value, span: { start: nameSpan.start, end: item.span.end } }];
  });
}

function listedField(item: Literal): readonly Field[] {
  if (item.kind !== 'group') return [];
  const [first, second] = item.items;
  if (first?.kind === 'text' && second?.kind === 'text') {
    return [
      {
        name: written(first.parts),
        value: written(second.parts),
        span: { start: first.span.start, end: second.span.end },
      },
    ];
  }
  const name = textAt(item, 'name', 'key');
  if (name === undefined) return printedFields(item);
  const value = member(item, 'value');
  return [{ name, value: textAt(item, 'value') ?? '', span: value?.span ?? item.span }];
}

/** Content that is printed as a string or as an object that a client has parsed. */
export function printedContent(literal: Literal | undefined, mediaType: string | undefined): Content | undefined {
  if (literal === undefined || literal.kind === 'word') return undefined;
  if (literal.kind === 'text') {
    const text = written(literal.parts);
    return readContent(text, innerSpan(literal, text), mediaType);
  }
  if (literal.name !== '' && !/^(?:Object|\[Object.*)$/.test(literal.name)) return undefined;
  const content = readContent(JSON.stringify(toJson(literal)), literal.span, 'application/json');
  return content.error === undefined ? content : { ...content, error: { ...content.error, span: literal.span } };
}

/** `url` under `baseURL`, if it is no URL of its own. */
export function printedTarget(config: Group, ...names: readonly string[]) {
  const found = member(config, ...names);
  // Node prints a URL as an object.
  const literal = found?.kind === 'group' ? member(found, 'href') : found;
  const text = found?.kind === 'group' ? textAt(found, 'href') : textAt(config, ...names);
  if (literal === undefined || text === undefined) return undefined;
  const base = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? undefined : textAt(config, 'baseURL', 'baseUrl', 'prefixUrl');
  if (base === undefined) return readTarget(text, innerSpan(literal, text));
  return readTarget(`${base.replace(/\/$/, '')}/${text.replace(/^\//, '')}`, literal.span);
}

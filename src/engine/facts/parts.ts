import type { Exchange, Field, NamedValue, Pair, Paste } from '../../reading/paste.ts';
import type { SealedSecret } from '../../sealing/secret.ts';
import type { Span } from '../../sealing/span.ts';
import type { Known, View } from '../fact.ts';
import { absent, known, unknown } from './known.ts';

/** The first field of that name, in any case (RFC 9110, section 5.1). */
export function fieldIn(fields: readonly Field[], name: string): Field | undefined {
  return fields.find((field) => field.name.toLowerCase() === name);
}

/** A field of the request. Absent where the request's fields are shown whole and it is not among them. */
export function requestField(view: View, name: string): Known<string> {
  const { request } = view.exchange;
  return request === undefined ? unknown : fieldOf(request.fields, request.fieldsShown, request.span, name);
}

/** A field of the response. Absent where the response's fields are shown whole and it is not among them. */
export function responseField(view: View, name: string): Known<string> {
  const { response } = view.exchange;
  return response === undefined ? unknown : fieldOf(response.fields, response.fieldsShown, response.span, name);
}

function fieldOf(fields: readonly Field[], shown: 'whole' | 'part', span: Span, name: string): Known<string> {
  const field = fieldIn(fields, name);
  if (field !== undefined) return known(field.value, [field.span]);
  return shown === 'whole' ? absent([span]) : unknown;
}

/** Pairs of the request's query and form content: what OAuth calls its parameters. */
export function parametersOf(exchange: Exchange): readonly Pair[] {
  const { request } = exchange;
  if (request === undefined) return [];
  return [...(request.target?.query ?? []).map((pair) => withOpen(pair, [])), ...contentPairs(exchange)];
}

function contentPairs({ request }: Exchange): readonly Pair[] {
  const content = request?.content;
  if (content === undefined) return [];
  const open = content.open ?? [];
  if (content.data.kind === 'form') return content.data.pairs.map((pair) => withOpen(pair, open));
  if (content.data.kind === 'multipart') return content.data.parts.map((pair) => withOpen(pair, open));
  if (content.data.kind !== 'json') return [];
  const { value } = content.data;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    if (typeof member !== 'string') return [];
    return [withOpen({ name, value: member, span: content.span }, open)];
  });
}

/** A variable of a shell, of cmd.exe or of a template: alone it is no value, whatever the paste is taken for. */
const variableAlone = /^(?:%[A-Za-z_]\w{0,60}%|\$[A-Za-z_]\w{0,60}|\$\{[^{}]{1,80}\}|\{\{[^{}]{1,80}\}\})$/;

/** The pair with those of the variables of its content that stand in its value. */
function withOpen(pair: Pair, variables: readonly string[]): Pair {
  const known = variableAlone.test(pair.value) ? [pair.value] : variables;
  const open = pair.open ?? known.filter((variable) => pair.value.includes(variable));
  return open.length === 0 ? pair : { ...pair, open };
}

/** Whether all that is known of the content is the variable that holds it. */
export function isContentOpen({ request }: Exchange): boolean {
  return (request?.content?.open ?? []).length > 0 && request?.content?.data.kind === 'text';
}

/** What the paste names under one of these names, in the order in which it stands. */
export function namedIn(paste: Paste, names: readonly string[], role?: NamedValue['role']): readonly NamedValue[] {
  return paste.named.filter((named) => names.includes(named.name) && (role === undefined || named.role === role));
}

/** The kind in a label that was pasted, since the secret was sealed before: `‹refresh token 1›`. */
export function kindSealedBefore(text: string): string | undefined {
  return /‹([A-Za-z -]{1,30}) \d{1,6}›/.exec(text)?.[1];
}

/** The secret whose label stands in a text. */
export function secretIn(paste: Paste, text: string): SealedSecret | undefined {
  return text.includes('‹') ? paste.secrets.find(({ label }) => text.includes(label)) : undefined;
}

import type { Span } from '../../sealing/span.ts';
import type { Group, Literal } from '../content/literal.ts';
import { asVariable, type TextPart } from '../content/quoted.ts';
import type { Declarations } from './declarations.ts';

/** A value of code as text, with the variables in it that the snippet does not give, as they stand in the text. */
export interface Resolved {
  readonly text: string;
  readonly open: readonly string[];
  readonly span: Span;
}

/** How far a variable is followed to another. */
const furthest = 5;

/** Puts in the strings that a snippet gives to its variables, and leaves the others as `${name}`. */
export function resolveText(literal: Literal, declarations: Declarations, depth = 0): Resolved | undefined {
  if (literal.kind === 'group') return resolveCall(literal, declarations, depth);
  const parts: readonly TextPart[] = literal.kind === 'text' ? literal.parts : wordParts(literal.text);
  const open: string[] = [];
  const text = parts.map((part) => resolvePart(part, declarations, open, depth)).join('');
  return { text, open, span: literal.span };
}

function wordParts(word: string): readonly TextPart[] {
  return /^(?:-?\d[\d.]*|true|false|True|False)$/.test(word) ? [word] : [asVariable(word)];
}

function resolvePart(part: TextPart, declarations: Declarations, open: string[], depth: number): string {
  if (typeof part === 'string') return part;
  const declared = declarations.get(part.variable.replace(/^\$/, ''))?.value;
  if (declared !== undefined && depth < furthest) {
    if (declared.kind === 'text') {
      return declared.parts.map((inner) => resolvePart(inner, declarations, open, depth + 1)).join('');
    }
    const called = declared.kind === 'group' ? resolveCall(declared, declarations, depth + 1) : undefined;
    if (called !== undefined) {
      open.push(...called.open);
      return called.text;
    }
    if (declared.kind === 'word' && /^-?\d[\d.]*$/.test(declared.text)) return declared.text;
  }
  const variable = asVariable(part.variable).written;
  open.push(variable);
  return variable;
}

/** Calls that give back the text they are given. */
const transparent =
  /(?:^|[.\s])(?:URL|String|str|URI|URI\.create|Uri|Uri\.parse|parse|toString|encodeURI|trim|strip|f)$/;

/** Calls that put text together: `String.format("Bearer %s", token)`, `fmt.Sprintf`. */
const formatting = /(?:\.format|Sprintf|sprintf|\.formatted)$/;

function resolveCall(group: Group, declarations: Declarations, depth: number): Resolved | undefined {
  const [first, second] = group.items;
  if (group.bracket !== '(' || first === undefined || depth > furthest) return undefined;
  if (formatting.test(group.name) && first.kind === 'text') return resolveFormat(group, first, declarations, depth + 1);
  if (!transparent.test(group.name) && group.name !== '') {
    const written = asVariable(`${group.name}(…)`).written;
    return { text: written, open: [written], span: group.span };
  }
  const inner = resolveText(first, declarations, depth + 1);
  if (inner === undefined || second === undefined || !/URL$/.test(group.name)) return inner;
  const base = resolveText(second, declarations, depth + 1);
  return base === undefined ? inner : joinUrl(base, inner, group.span);
}

function resolveFormat(
  group: Group,
  pattern: Literal,
  declarations: Declarations,
  depth: number,
): Resolved | undefined {
  const whole = resolveText(pattern, declarations, depth);
  if (whole === undefined) return undefined;
  const values = group.items.slice(1).map((item) => resolveText(item, declarations, depth));
  const open: string[] = [];
  const text = whole.text.split(/%[sdv]|\{\d?\}/).reduce((sum, piece, index) => {
    const value = values[index - 1];
    open.push(...(value?.open ?? []));
    return `${sum}${value?.text ?? '%s'}${piece}`;
  });
  return { text, open, span: group.span };
}

/** A path under a base URL, with one slash between them. */
export function joinUrl(base: Resolved, path: Resolved, span: Span): Resolved {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(path.text) || path.text === '') return path;
  const text = `${base.text.replace(/\/$/, '')}/${path.text.replace(/^\//, '')}`;
  return { text, open: [...base.open, ...path.open], span };
}

/** The group that a literal is or that the variable of that name was given. */
export function resolveGroup(literal: Literal | undefined, declarations: Declarations): Group | undefined {
  if (literal === undefined) return undefined;
  if (literal.kind === 'group') return literal;
  if (literal.kind !== 'word') return undefined;
  const declared = declarations.get(literal.text.replace(/^\$/, ''))?.value;
  return declared?.kind === 'group' ? declared : undefined;
}

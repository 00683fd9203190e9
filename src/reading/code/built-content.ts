import { formOf } from '../content/form-content.ts';
import type { Group, Literal } from '../content/literal.ts';
import type { Content } from '../paste.ts';
import { isMaking, readCallContent, readFields, type Writing } from './call-options.ts';
import type { Declarations } from './declarations.ts';
import { jsonContent } from './json-content.ts';
import { resolveGroup, resolveText } from './resolving.ts';

/** How far into the calls around a text its content is looked for. */
const deepest = 5;

/**
 * Content through whatever makes a body of it: `BodyPublishers.ofString("…")`, `strings.NewReader(…)`.
 *
 * @param writing How an object is written, where the call tells.
 */
export function readBuiltContent(
  literal: Literal,
  declarations: Declarations,
  writing?: Writing,
  depth = 0,
): Content | undefined {
  if (depth > deepest) return undefined;
  if (literal.kind === 'text') return readsAsContent(readCallContent(literal, declarations, 'json'), writing);
  const group = resolveGroup(literal, declarations);
  if (group === undefined) {
    const resolved = resolveText(literal, declarations);
    const isKnown = resolved !== undefined && resolved.open.length === 0;
    return isKnown ? readsAsContent(readCallContent(literal, declarations, 'json'), writing) : undefined;
  }
  if (isForm(group)) return pairsContent(group, declarations);
  const isObject = group.members.length > 0 && (group.bracket !== '(' || isMaking(group));
  if (isObject) return readCallContent(group, declarations, writing ?? 'json');
  // Rust's `HashMap`, filled by its `insert`.
  if (writing === 'json' && group.members.length > 0 && /^(?:new|HashMap|\w*Map)$/.test(group.name))
    return jsonContent(group, declarations);
  const made = group.bracket === '(' ? readCallContent(group, declarations, writing ?? 'form') : undefined;
  if (made !== undefined && made.open === undefined) return made;
  const inner = [...group.items, ...group.members.map(({ value }) => value)];
  for (const item of inner) {
    const content = readBuiltContent(item, declarations, writing, depth + 1);
    if (content !== undefined) return content;
  }
  return undefined;
}

/** C#'s `FormUrlEncodedContent`, OkHttp's `FormBody`, Spring's `LinkedMultiValueMap`, Go's `url.Values`. */
function isForm({ name }: Group): boolean {
  return /FormUrlEncoded|FormBody|UrlEncoded|MultiValueMap|url\.Values/.test(name);
}

/** A media type and a name of a character set are no content. */
function readsAsContent(content: Content | undefined, writing: Writing | undefined): Content | undefined {
  if (content === undefined) return undefined;
  return writing === 'form' || content.data.kind !== 'text' || /^\s*[{[<]|=/.test(content.text) ? content : undefined;
}

/** C#'s `new FormUrlEncodedContent(new Dictionary<…> { { "a", "b" } })`. */
function pairsContent(group: Group, declarations: Declarations): Content | undefined {
  const fields =
    group.members.length > 0
      ? readFields(group, declarations)
      : group.items.flatMap((item) => readFields(item, declarations));
  return fields.length === 0 ? undefined : formOf(fields, group.span);
}

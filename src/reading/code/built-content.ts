import type { Group, Literal } from '../content/literal.ts';
import type { Content } from '../paste.ts';
import { isMaking, readCallContent, readFields } from './call-options.ts';
import type { Declarations } from './declarations.ts';
import { resolveGroup, resolveText } from './resolving.ts';

/** How far into the calls around a text its content is looked for. */
const deepest = 5;

/** Content through whatever makes a body of it: `BodyPublishers.ofString("…")`, `strings.NewReader(…)`. */
export function readBuiltContent(
  literal: Literal,
  declarations: Declarations,
  isForm = false,
  depth = 0,
): Content | undefined {
  if (depth > deepest) return undefined;
  if (literal.kind === 'text') return readsAsContent(readCallContent(literal, declarations, 'json'), isForm);
  const group = resolveGroup(literal, declarations);
  if (group === undefined) {
    const resolved = resolveText(literal, declarations);
    const isKnown = resolved !== undefined && resolved.open.length === 0;
    return isKnown ? readsAsContent(readCallContent(literal, declarations, 'json'), isForm) : undefined;
  }
  const isObject = group.members.length > 0 && (group.bracket !== '(' || isMaking(group));
  if (isObject) return readCallContent(group, declarations, isForm ? 'form' : 'json');
  const made = group.bracket === '(' ? readCallContent(group, declarations, 'form') : undefined;
  if (made !== undefined && made.open === undefined) return made;
  if (/FormUrlEncoded|FormBody|UrlEncoded/.test(group.name)) return pairsContent(group, declarations);
  const inner = [...group.items, ...group.members.map(({ value }) => value)];
  for (const item of inner) {
    const content = readBuiltContent(item, declarations, isForm, depth + 1);
    if (content !== undefined) return content;
  }
  return undefined;
}

/** A media type and a name of a character set are no content. */
function readsAsContent(content: Content | undefined, isForm: boolean): Content | undefined {
  if (content === undefined) return undefined;
  return isForm || content.data.kind !== 'text' || /^\s*[{[<]|=/.test(content.text) ? content : undefined;
}

/** C#'s `new FormUrlEncodedContent(new Dictionary<…> { { "a", "b" } })`. */
function pairsContent(group: Group, declarations: Declarations): Content | undefined {
  const fields = group.items.flatMap((item) => readFields(item, declarations));
  const [first] = fields;
  if (first === undefined) return undefined;
  const text = fields.map(({ name, value }) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
  return { span: group.span, text, data: { kind: 'form', pairs: fields } };
}

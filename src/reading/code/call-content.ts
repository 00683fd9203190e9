import type { Group, Literal } from '../content/literal.ts';
import type { Content } from '../paste.ts';
import { option, readCallContent, type Writing } from './call-options.ts';
import type { Call } from './call-shapes.ts';
import type { Declarations } from './declarations.ts';
import { resolveText } from './resolving.ts';

/** The content that a call sends: an argument, or an option whose name may tell how it is written. */
export function contentOf({ group, shape, declarations }: Call, options: Group | undefined): Content | undefined {
  const json = option(options, 'json');
  const isSwitch = json?.kind === 'word' && /^(?:true|false)$/i.test(json.text);
  if (json !== undefined && !isSwitch) return readCallContent(json, declarations, 'json');
  const form = option(options, 'form', 'form_params');
  if (form !== undefined) return readCallContent(form, declarations, 'form');
  // LuaSocket's `source = ltn12.source.string(body)`.
  const source = option(options, 'source');
  const [held] = source?.kind === 'group' && source.name === 'ltn12.source.string' ? source.items : [];
  if (held !== undefined) return readCallContent(held, declarations, 'json');
  const argument = shape.content === undefined ? undefined : group.items[shape.content];
  const body = argument ?? option(options, 'body', 'data', 'payload', 'content', 'postfields');
  if (body === undefined) return undefined;
  return readCallContent(
    body,
    declarations,
    isSwitch ? 'json' : (encodingIn(options, declarations) ?? shape.writes ?? 'form'),
  );
}

/** What the options say of how an object is written: httr's `encode = "json"`, a media type. */
function encodingIn(options: Group | undefined, declarations: Declarations): Writing | undefined {
  const told = [option(options, 'encode'), option(options, 'contenttype')].map((literal) =>
    textOf(literal, declarations),
  );
  if (told.some((text) => /json/i.test(text))) return 'json';
  return told.some((text) => /form/i.test(text)) ? 'form' : undefined;
}

function textOf(literal: Literal | undefined, declarations: Declarations): string {
  return literal === undefined ? '' : (resolveText(literal, declarations)?.text ?? '');
}

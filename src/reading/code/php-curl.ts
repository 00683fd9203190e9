import type { Group, Literal } from '../content/literal.ts';
import { written } from '../content/quoted.ts';
import type { Field } from '../paste.ts';
import type { BuilderStep } from './builder-step.ts';
import { readCallContent, toField } from './call-options.ts';
import { readCredentials } from './credentials.ts';
import type { Declarations } from './declarations.ts';
import { resolveGroup, resolveText } from './resolving.ts';

/** What `curl_setopt($ch, CURLOPT_…, …)`, `curl_setopt_array($ch, […])` and C's `curl_easy_setopt` tell of a request. */
export function readCurlOptions(name: string, call: Group, declarations: Declarations): readonly BuilderStep[] {
  const [, second, third] = call.items;
  if (!name.endsWith('_array')) {
    return second?.kind === 'word' && third !== undefined ? readOption(second.text, third, declarations) : [];
  }
  const options = resolveGroup(second, declarations);
  return (options?.members ?? []).flatMap((member) => readOption(member.name, member.value, declarations));
}

/** The options that change what is sent: https://www.php.net/manual/en/curl.constants.php */
function readOption(option: string, value: Literal, declarations: Declarations): readonly BuilderStep[] {
  const text = resolveText(value, declarations);
  switch (option) {
    case 'CURLOPT_URL':
      return text === undefined ? [] : [{ kind: 'url', url: text }];
    case 'CURLOPT_CUSTOMREQUEST':
      return text === undefined || text.open.length > 0 ? [] : [{ kind: 'method', method: text.text.toUpperCase() }];
    case 'CURLOPT_POST':
      return isOff(text?.text) ? [] : [{ kind: 'method', method: 'POST' }];
    case 'CURLOPT_NOBODY':
      return isOff(text?.text) ? [] : [{ kind: 'method', method: 'HEAD' }];
    case 'CURLOPT_POSTFIELDS': {
      const content = readCallContent(value, declarations, 'form');
      const posts: BuilderStep = { kind: 'method', method: 'POST' };
      return content === undefined ? [posts] : [{ kind: 'content', content }, posts];
    }
    case 'CURLOPT_HTTPHEADER': {
      const lines = resolveGroup(value, declarations);
      return lines?.name === 'curl_slist_append'
        ? []
        : [{ kind: 'fields', fields: readFieldLines(lines, declarations) }];
    }
    case 'CURLOPT_USERPWD': {
      const fields = text === undefined ? [] : userFields(value, text.text, declarations);
      return [{ kind: 'fields', fields }];
    }
    default:
      return [];
  }
}

/** `headers = curl_slist_append(headers, "Accept: application/json")`. */
export function readFieldLine(
  _: string,
  { items, ...call }: Group,
  declarations: Declarations,
): readonly BuilderStep[] {
  const fields = readFieldLines({ ...call, items: items.slice(1) }, declarations);
  return fields.length === 0 ? [] : [{ kind: 'fields', fields }];
}

function isOff(value: string | undefined): boolean {
  return value !== undefined && /^\$?\{?(?:0L?|false|)\}?$/i.test(value);
}

/** `['Accept: application/json', 'Authorization: Bearer ' . $token]`. */
function readFieldLines(group: Group | undefined, declarations: Declarations): readonly Field[] {
  return (group?.items ?? []).flatMap((item) => {
    const line = resolveText(item, declarations);
    const colon = line?.text.indexOf(':') ?? -1;
    if (line === undefined || colon < 1) return [];
    const value = { ...line, text: line.text.slice(colon + 1).trim() };
    return [toField(line.text.slice(0, colon).trim(), item.span, value)];
  });
}

function userFields(literal: Literal, text: string, declarations: Declarations): readonly Field[] {
  const whole = literal.kind === 'text' ? written(literal.parts) : text;
  const colon = whole.indexOf(':');
  const part = (value: string): Literal => ({ kind: 'text', span: literal.span, parts: [value], closed: true });
  const items = [part(colon === -1 ? whole : whole.slice(0, colon)), part(colon === -1 ? '' : whole.slice(colon + 1))];
  const group: Group = { kind: 'group', span: literal.span, bracket: '(', name: '', members: [], items, closed: true };
  return readCredentials(group, declarations).fields;
}

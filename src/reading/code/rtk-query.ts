import type { Group } from '../content/literal.ts';
import { methodIn } from './builder-parts.ts';
import type { BuilderStep } from './builder-step.ts';
import { option, readCallContent, readParameters } from './call-options.ts';
import type { Declarations } from './declarations.ts';
import { resolveText } from './resolving.ts';

/** What an endpoint of RTK Query asks for: `query: () => 'me'`, `query: (body) => ({ url: 'users', method: 'POST', body })`. */
export function readEndpoint(_: string, { items }: Group, declarations: Declarations): readonly BuilderStep[] {
  const [first] = items;
  const inner = first?.kind === 'group' && first.bracket === '(' ? first.items[0] : first;
  if (inner === undefined) return [];
  const options = inner.kind === 'group' ? inner : undefined;
  const literal = options === undefined ? inner : option(options, 'url');
  const url = literal === undefined || literal.kind === 'word' ? undefined : resolveText(literal, declarations);
  if (url === undefined) return [];
  const named = option(options, 'method');
  const method = named === undefined ? 'GET' : methodIn(named, declarations);
  const body = option(options, 'body');
  const content = body === undefined ? undefined : readCallContent(body, declarations, 'json');
  const query = readParameters(option(options, 'params'), declarations);
  return [{ kind: 'url', url, method, content }, ...(query.length === 0 ? [] : [{ kind: 'query', query } as const])];
}

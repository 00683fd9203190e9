/** Longer chains of references lead in a circle. */
const mostSteps = 32;

export type Resolved =
  | { readonly state: 'found'; readonly value: unknown }
  /** It leads out of the document, which is allowed. */
  | { readonly state: 'elsewhere'; readonly reference: string }
  | { readonly state: 'nowhere'; readonly reference: string };

/**
 * What stands at a place of an OpenAPI document, a `$ref` followed as long as it stays in the document (RFC 6901, JSON
 * Pointer, section 6). Total: circles and references to nothing are told, not followed.
 */
export function resolve(value: unknown, document: unknown): Resolved {
  let at = value;
  for (let step = 0; step < mostSteps; step += 1) {
    const reference = memberOf(at, '$ref');
    if (typeof reference !== 'string') return { state: 'found', value: at };
    if (!reference.startsWith('#')) return { state: 'elsewhere', reference };
    at = atPointer(document, reference.slice(1));
    if (at === undefined) return { state: 'nowhere', reference };
  }
  return { state: 'nowhere', reference: String(memberOf(value, '$ref')) };
}

/** What stands at a place, or undefined where a reference leads away. */
export function lookAt(value: unknown, document: unknown): unknown {
  const resolved = resolve(value, document);
  return resolved.state === 'found' ? resolved.value : undefined;
}

function atPointer(document: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => decoded(token).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((at, token) => memberOf(at, token), document);
}

function decoded(token: string): string {
  try {
    return decodeURIComponent(token);
  } catch {
    return token;
  }
}

/** A member of an object or an element of a list, its own and not an inherited one; undefined where there is none. */
export function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}

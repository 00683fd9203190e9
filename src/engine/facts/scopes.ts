import type { Json } from '../../reading/paste.ts';
import type { FactDefinition, Known, View } from '../fact.ts';
import { endpointOf } from './endpoints.ts';
import { lastPart, mentionsIn } from './identifiers.ts';
import { absent, derive, firstOf, known, listOf, type Proven, unknown } from './known.ts';
import { nearest } from './nearest.ts';
import { parametersAnywhere } from './oauth.ts';
import { namedIn } from './parts.ts';
import { tokenOf, tokenScopes } from './token.ts';
import { identifiersIn } from './urls.ts';

const askForScopes = 'the scopes that you ask for: the `scope` parameter of your authorization request';

/** RFC 6749, section 3.3: names with spaces between them; also as lists in code are written. */
function split(text: string): readonly string[] {
  return text.split(/[\s,;"'`[\](){}+]+/).filter((scope) => scope !== '');
}

function splitAll(proven: readonly Proven[]): readonly Proven[] {
  return proven.flatMap(({ value, span }) => split(value).map((scope) => ({ value: scope, span })));
}

/** What the client asks for, by its requests and by what the paste says of it. */
export function requested(view: View): Known<readonly string[]> {
  const sent = splitAll(parametersAnywhere(view, 'scope'));
  const named = splitAll(namedIn(view.paste, ['scope', 'scopes'], 'sent')).map((one) => inFull(view, one));
  return listOf([...sent, ...named, ...identifiersIn(view, 'scopes')]);
}

/** In a sentence people leave out what stands in front of a scope: `the scope accounts.readonly is granted`. */
function inFull({ paste, pack }: View, { value, span }: Proven): Proven {
  if (pack.scopes.includes(value)) return { value, span };
  const before = paste.text.slice(Math.max(0, span.start - 20), span.start);
  if (!/[A-Za-z][\s"'`“‘]{1,5}$/.test(before)) return { value, span };
  return { value: pack.scopes.find((real) => real.endsWith(`/${value}`)) ?? value, span };
}

/** What was granted: as the token carries it, or as the token response says (RFC 6749, section 5.1). */
function granted(view: View): Known<readonly string[]> {
  return firstOf(
    () => tokenScopes(view),
    () => listOf(splitAll(view.paste.exchanges.flatMap((exchange) => scopeInContent({ ...view, exchange })))),
  );
}

function scopeInContent(view: View): readonly Proven[] {
  const content = view.exchange.response?.content;
  if (content === undefined || content.data.kind !== 'json' || content.error !== undefined) return [];
  const scope = memberOf(content.data.value, 'scope');
  return typeof scope === 'string' ? [{ value: scope, span: content.span }] : [];
}

function memberOf(value: Json, name: string): Json | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

/** Granted, or as a next best, asked for. */
function held(view: View): Known<readonly string[]> {
  return firstOf(
    () => granted(view),
    () => requested(view),
  );
}

function needed(view: View): Known<readonly string[]> {
  const endpoint = endpointOf(view);
  if (endpoint.state !== 'known' || endpoint.value.scopes.length === 0) return unknown;
  return known(endpoint.value.scopes, endpoint.evidence);
}

function missing(view: View, have: Known<readonly string[]>): Known<readonly string[]> {
  const need = needed(view);
  if (need.state !== 'known' || have.state !== 'known') return unknown;
  const evidence = [...need.evidence, ...have.evidence];
  // A pack may list several that are needed together, as a token response does: with spaces between them.
  const isOpen = need.value.some((scopes) => scopes.split(' ').every((scope) => have.value.includes(scope)));
  return isOpen ? absent(evidence) : known(need.value, evidence);
}

/** Scopes that are asked for, carried or written out in words, with the place of each. */
function allNamed(view: View): readonly Proven[] {
  const held = [requested(view), tokenScopes(view)].flatMap((fact) =>
    fact.state === 'known'
      ? fact.value.flatMap((value, index) => {
          const span = fact.evidence[index] ?? fact.evidence[0];
          return span === undefined ? [] : [{ value, span }];
        })
      : [],
  );
  return [...held, ...mentionsIn(view, 'scopes')];
}

function chosen(
  view: View,
  fits: (scope: string) => boolean,
  read: (scope: string) => string | undefined = (scope) => scope,
) {
  if (view.pack.scopes.length === 0) return unknown;
  const all = allNamed(view);
  const found = all.flatMap(({ value, span }) => {
    const shown = fits(value) ? read(value) : undefined;
    return shown === undefined ? [] : [{ value: shown, span }];
  });
  return listOf(found, all.length === 0 ? unknown : absent(all.map(({ span }) => span)));
}

function isScope(view: View, scope: string): boolean {
  return view.pack.scopes.includes(scope);
}

/** A claim's name, in full or by its last part, where a scope should stand. */
function isClaim(view: View, scope: string): boolean {
  return (
    view.pack.claims.some(
      ({ name }) =>
        name === scope || lastPart(name) === lastPart(scope).replace(/\.(?:readonly|readwrite|read|write)$/, ''),
    ) && /claim/i.test(scope)
  );
}

/** Real scopes that only differ in upper and lower case. */
function inAnyCase(view: View, scope: string): string | undefined {
  const wanted = scope.toLowerCase();
  return view.pack.scopes.find((real) => real.toLowerCase() === wanted);
}

/** The real scope that was most likely meant, by its last part. */
function meant(view: View, scope: string): string | undefined {
  return (
    inAnyCase(view, scope) ??
    view.pack.scopes.find((real) => real.endsWith(`/${scope}`)) ??
    sameThing(view, scope) ??
    nearest(scope, view.pack.scopes, lastPart)
  );
}

/** A real scope of the same thing, `transfers` or `bill-pay`: the nearest by its segments, by spelling, by its access. */
function sameThing(view: View, scope: string): string | undefined {
  const wanted = segments(scope);
  const same = view.pack.scopes.filter((real) => segments(real)[0] === wanted[0]);
  const access = wanted
    .at(-1)
    ?.replace(/^read$/, 'readonly')
    .replace(/^write$/, 'readwrite');
  return (
    same.find((real) => segments(real).every((segment) => wanted.includes(segment))) ??
    nearest(scope, same, lastPart) ??
    same.find((real) => segments(real).at(-1) === access) ??
    same[0]
  );
}

function segments(scope: string): readonly string[] {
  return lastPart(scope).toLowerCase().replace(/[-_]/g, '').split('.');
}

/** RFC 6749, section 3.3, and the pack's list of scopes. */
export const scopeFacts: readonly FactDefinition[] = [
  {
    name: 'scopes.requested',
    meaning: 'The scopes that the client asks for.',
    source: 'RFC 6749, section 3.3',
    ask: askForScopes,
    type: 'list',
    read: requested,
  },
  {
    name: 'scopes.granted',
    meaning: 'The scopes that the token carries, or that the token response names.',
    source: 'RFC 6749, section 5.1',
    ask: 'the `scope` of the token response',
    type: 'list',
    read: granted,
  },
  {
    name: 'scopes.registered',
    meaning: 'The scopes that the paste says are allowed for the application.',
    type: 'list',
    read: (view) => listOf(splitAll(namedIn(view.paste, ['scope', 'scopes'], 'registered'))),
  },
  {
    name: 'scopes.needed',
    meaning: 'The scopes of the endpoint that is called; any one of them opens it.',
    ask: 'the method and the full URL that you call',
    type: 'list',
    read: needed,
  },
  {
    name: 'scopes.missing',
    meaning: 'What the endpoint needs, where none of it is granted or, if that isn’t shown, asked for.',
    ask: askForScopes,
    type: 'list',
    read: (view) => missing(view, held(view)),
  },
  {
    name: 'scopes.missing.granted',
    meaning: 'What the endpoint needs, where the token or the token response shows that none of it was granted.',
    ask: askForScopes,
    type: 'list',
    read: (view) => missing(view, granted(view)),
  },
  {
    name: 'scopes.not-granted',
    meaning: 'Scopes that were asked for and not granted.',
    type: 'list',
    read: (view) => {
      const [asked, given] = [requested(view), granted(view)];
      if (asked.state !== 'known' || given.state !== 'known') return unknown;
      const left = asked.value.flatMap((value, index) => {
        const span = asked.evidence[index];
        return given.value.includes(value) || span === undefined ? [] : [{ value, span }];
      });
      return listOf(left, absent(given.evidence));
    },
  },
  {
    name: 'scopes.needed.not-granted',
    meaning: 'Scopes of the endpoint that were asked for, where the paste shows that none of its scopes was granted.',
    type: 'list',
    read: (view) => {
      const [lacking, asked] = [missing(view, granted(view)), requested(view)];
      if (lacking.state !== 'known' || asked.state !== 'known') return unknown;
      const found = lacking.value.filter((scope) => asked.value.includes(scope));
      return found.length === 0 ? absent(lacking.evidence) : known(found, [...lacking.evidence, ...asked.evidence]);
    },
  },
  {
    name: 'scopes.unknown',
    meaning: 'Scopes of the paste that the pack’s list does not have.',
    ask: askForScopes,
    type: 'list',
    read: (view) => chosen(view, (scope) => !isScope(view, scope)),
  },
  {
    name: 'scopes.unknown.nearest',
    meaning: 'For these, the real scopes that were most likely meant.',
    type: 'list',
    read: (view) =>
      chosen(
        view,
        (scope) => !isScope(view, scope) && !isClaim(view, scope),
        (scope) => meant(view, scope),
      ),
  },
  {
    name: 'scopes.unknown.by-case',
    meaning: 'Scopes that are real but for upper and lower case.',
    type: 'list',
    read: (view) => chosen(view, (scope) => !isScope(view, scope) && inAnyCase(view, scope) !== undefined),
  },
  {
    name: 'scopes.claims',
    meaning: 'Names of claims that are asked for as scopes.',
    type: 'list',
    read: (view) => chosen(view, (scope) => !isScope(view, scope) && isClaim(view, scope)),
  },
  {
    name: 'scopes.basis',
    meaning: 'What is known of the token’s scopes: granted or requested.',
    type: 'text',
    read: (view) => {
      const given = granted(view);
      if (given.state === 'known') return known('granted', given.evidence);
      return derive(requested(view), () => 'requested');
    },
  },
  {
    name: 'scopes.in-token',
    meaning: 'Whether the token that is sent shows its scopes.',
    type: 'boolean',
    read: (view) => {
      const token = tokenOf(view);
      return token.state === 'known' ? known(tokenScopes(view).state === 'known', token.evidence) : unknown;
    },
  },
  {
    name: 'scopes.suffice',
    meaning:
      'Whether the paste shows that a scope of the endpoint is granted or asked for. False where it does not show.',
    ask: askForScopes,
    type: 'boolean',
    read: (view) => {
      const lacking = missing(view, held(view));
      return known(lacking.state === 'absent', lacking.state === 'absent' ? lacking.evidence : []);
    },
  },
  {
    name: 'scopes.by-comma',
    meaning: 'Whether the scope parameter of a request separates its names by commas instead of spaces.',
    source: 'RFC 6749, section 3.3',
    type: 'boolean',
    read: (view) => {
      const [first] = parametersAnywhere(view, 'scope');
      return first === undefined ? unknown : known(/[^\s,],\s?[^\s,]/.test(first.value), [first.span]);
    },
  },
];

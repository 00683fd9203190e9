import type { Claim } from '../../packs/pack.ts';
import type { FactDefinition, Known, View } from '../fact.ts';
import { lastPart } from './identifiers.ts';
import { absent, known, listOf, type Proven, unknown } from './known.ts';
import { absenceIn, missedClaims } from './missed-claims.ts';
import { nearest } from './nearest.ts';
import { parametersAnywhere } from './oauth.ts';
import { namedIn } from './parts.ts';
import { requested } from './scopes.ts';
import { scopeBringing } from './standard-claims.ts';
import { mostText } from './text.ts';
import { identifiersIn } from './urls.ts';

const askForClaims = 'the `claims` parameter of your authorization request';

/** OpenID Connect Core, section 5.5. */
interface ClaimsParameter {
  readonly span: Proven['span'];
  /** Undefined where the text is no JSON object. */
  readonly names?: readonly string[];
  /** Members of `id_token` and `userinfo`, or these themselves, that are neither null nor an object. */
  readonly misfits: readonly string[];
  /** Top-level members beside `id_token` and `userinfo`. */
  readonly strays: readonly string[];
}

function parameterOf(view: View): ClaimsParameter | undefined {
  const found = parametersAnywhere(view, 'claims')[0] ?? namedIn(view.paste, ['claims'], 'sent')[0];
  if (found === undefined) return undefined;
  const object = objectIn(found.value);
  if (object === undefined) return { span: found.span, misfits: [], strays: [] };
  const sections = ['id_token', 'userinfo'].filter((name) => object.has(name));
  const parts = sections.flatMap((name) => [...membersOf(object.get(name))]);
  const odd = sections.filter((name) => object.get(name) !== null && !isObject(object.get(name)));
  return {
    span: found.span,
    names: [...new Set(parts.map(([name]) => name))],
    misfits: [...odd, ...parts.flatMap(([name, value]) => (value === null || isObject(value) ? [] : [name]))],
    strays: [...object.keys()].filter((name) => name !== 'id_token' && name !== 'userinfo'),
  };
}

/** What is found in a claims parameter, where it is JSON. */
function listedBy(pick: (parameter: ClaimsParameter) => readonly string[]) {
  return (view: View) => {
    const parameter = parameterOf(view);
    if (parameter?.names === undefined) return unknown;
    const { span } = parameter;
    return listOf(
      pick(parameter).map((value) => ({ value, span })),
      absent([span]),
    );
  };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function membersOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isObject(value) ? Object.entries(value) : [];
}

function objectIn(text: string): ReadonlyMap<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? new Map(membersOf(value)) : undefined;
  } catch {
    return undefined;
  }
}

function claimOf(view: View, name: string): Claim | undefined {
  return view.pack.claims.find((claim) => claim.name === name);
}

/** The claims that the parameter asks for, those that the text names in full, and those that it misses. */
function namesWhere(view: View, fits: (name: string) => boolean): Known<readonly string[]> {
  const parameter = parameterOf(view);
  const named = [...identifiersIn(view, 'claims'), ...missedClaims(view)];
  if (parameter?.names === undefined && named.length === 0) return unknown;
  const asked =
    parameter === undefined ? [] : (parameter.names ?? []).map((value) => ({ value, span: parameter.span }));
  const all = [...asked, ...named];
  return listOf(
    all.filter(({ value }) => fits(value)),
    absent(all.map(({ span }) => span)),
  );
}

function withAccess(view: View, access: Claim['access']): Known<readonly string[]> {
  if (view.pack.claims.length === 0) return unknown;
  return namesWhere(view, (name) => claimOf(view, name)?.access === access);
}

function meant(view: View, name: string): string | undefined {
  const names = view.pack.claims.map((claim) => claim.name);
  return names.find((real) => lastPart(real) === name) ?? nearest(name, names, lastPart);
}

/** Where the claims parameter asks for a claim itself, it needs no scope to bring it. */
function scopesMissing(view: View): Known<readonly string[]> {
  const scopes = requested(view);
  if (scopes.state !== 'known') return unknown;
  const asked = parameterOf(view)?.names ?? [];
  const found = missedClaims(view).flatMap(({ value, span }) => {
    const scope = scopeBringing(value);
    const lacks = scope !== undefined && view.pack.scopes.includes(scope) && !scopes.value.includes(scope);
    return lacks && !asked.includes(value) ? [{ value: scope, span }] : [];
  });
  return listOf(found, absent(scopes.evidence));
}

/** OpenID Connect Core, sections 5.1 and 5.5, and the pack's list of claims. */
export const claimFacts: readonly FactDefinition[] = [
  {
    name: 'claims.requested',
    meaning: 'The claims that the claims parameter asks for, that the text names in full, or that it says are missing.',
    source: 'OpenID Connect Core, section 5.5',
    ask: askForClaims,
    type: 'list',
    read: (view) => namesWhere(view, () => true),
  },
  {
    name: 'claims.restricted',
    meaning: 'Those that an administrator has to turn on.',
    ask: askForClaims,
    type: 'list',
    read: (view) => withAccess(view, 'restricted'),
  },
  {
    name: 'claims.access-unknown',
    meaning: 'Those that exist, and of which the pack does not know whether they are restricted.',
    type: 'list',
    read: (view) => withAccess(view, 'unknown'),
  },
  {
    name: 'claims.unknown',
    meaning: 'Those that the pack’s list does not have.',
    ask: askForClaims,
    type: 'list',
    read: (view) =>
      view.pack.claims.length === 0 ? unknown : namesWhere(view, (name) => claimOf(view, name) === undefined),
  },
  {
    name: 'claims.unknown.nearest',
    meaning: 'For these, the real claims that were most likely meant.',
    type: 'list',
    read: (view) => {
      const odd =
        view.pack.claims.length === 0 ? unknown : namesWhere(view, (name) => claimOf(view, name) === undefined);
      if (odd.state !== 'known') return odd;
      const found = odd.value.flatMap((name, index) => {
        const [real, span] = [meant(view, name), odd.evidence[index]];
        return real === undefined || span === undefined ? [] : [{ value: real, span }];
      });
      return listOf(found, absent(odd.evidence));
    },
  },
  {
    name: 'claims.scopes',
    meaning: 'Names of scopes that are asked for as claims.',
    type: 'list',
    read: (view) =>
      view.pack.scopes.length === 0
        ? unknown
        : namesWhere(view, (name) => view.pack.scopes.includes(name) && claimOf(view, name) === undefined),
  },
  {
    name: 'claims.scopes-missing',
    meaning: 'The scopes that would bring the standard claims that the paste misses, where they are not asked for.',
    source: 'OpenID Connect Core, section 5.4',
    type: 'list',
    read: scopesMissing,
  },
  {
    name: 'claims.said-missing',
    meaning: 'Whether the words of the paste say that something did not come back: `undefined`, `is missing`.',
    of: 'paste',
    type: 'boolean',
    read: ({ paste }) => {
      const place = absenceIn(paste.text.slice(0, mostText));
      return place === undefined ? known(false) : known(true, [place]);
    },
  },
  {
    name: 'claims.json',
    meaning: 'Whether the claims parameter is a JSON object.',
    source: 'OpenID Connect Core, section 5.5',
    ask: askForClaims,
    type: 'boolean',
    read: (view) => {
      const parameter = parameterOf(view);
      return parameter === undefined ? unknown : known(parameter.names !== undefined, [parameter.span]);
    },
  },
  {
    name: 'claims.misfits',
    meaning: 'Claims whose member is neither null nor an object.',
    source: 'OpenID Connect Core, section 5.5.1',
    type: 'list',
    read: listedBy(({ misfits }) => misfits),
  },
  {
    name: 'claims.strays',
    meaning: 'Members of the claims parameter beside `id_token` and `userinfo`.',
    source: 'OpenID Connect Core, section 5.5',
    type: 'list',
    read: listedBy(({ strays }) => strays),
  },
];

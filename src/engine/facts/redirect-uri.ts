import type { FactDefinition, Known, View } from '../fact.ts';
import { absent, known, listOf, type Proven, unknown } from './known.ts';
import { parametersAnywhere } from './oauth.ts';
import { namedIn } from './parts.ts';

function sentUris(view: View): readonly Proven[] {
  const sent = [...parametersAnywhere(view, 'redirect_uri'), ...namedIn(view.paste, ['redirect_uri'], 'sent')];
  return (sent.length > 0 ? sent : besideRegistered(view)).map(clean);
}

/** A URL that stands by itself beside a registered one of the same host is the one that was sent. */
function besideRegistered(view: View): readonly Proven[] {
  const hosts = new Set(registeredUris(view).map(({ value }) => partsOf(value).host.toLowerCase()));
  return view.paste.exchanges.flatMap(({ request, response }) => {
    const target = request?.source === 'url' && response === undefined ? request.target : undefined;
    const isBeside = target?.host !== undefined && hosts.has(target.host) && target.query.length === 0;
    return isBeside ? [{ value: target.uri, span: target.span }] : [];
  });
}

function registeredUris(view: View): readonly Proven[] {
  return namedIn(view.paste, ['redirect_uri', 'redirect_uris'], 'registered').flatMap((named) =>
    named.value
      .split(/[\s,;"'[\]]+/)
      .filter((uri) => uri !== '')
      .map((value) => ({ value, span: named.span })),
  );
}

function clean({ value, span }: Proven): Proven {
  return { value: value.trim(), span };
}

/** A URI in the parts that people mistype. RFC 3986, section 3, without changing a letter. */
interface Parts {
  readonly scheme: string;
  readonly host: string;
  readonly port: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
}

function partsOf(uri: string): Parts {
  const match = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/([^/?#:]*)(?::(\d*))?)?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(
    uri,
  );
  const part = (index: number) => match?.[index] ?? '';
  return { scheme: part(1), host: part(2), port: part(3), path: part(4), query: part(5), fragment: part(6) };
}

const partNames = ['scheme', 'host', 'port', 'path', 'query', 'fragment'] as const;

/** What differs, in words, the sent first: `path: /callback was sent, / is registered`. */
function differences(sent: string, registered: string): readonly string[] {
  const [a, b] = [partsOf(sent), partsOf(registered)];
  return partNames.flatMap((name) => (a[name] === b[name] ? [] : [difference(name, a[name], b[name])]));
}

function difference(name: string, sent: string, registered: string): string {
  const kind = kindOf(sent, registered);
  const shown = (text: string) => (text === '' ? 'none' : text);
  return `${name}${kind === undefined ? '' : ` (${kind})`}: ${shown(sent)} was sent, ${shown(registered)} is registered`;
}

/** Differences that eyes pass over. */
function kindOf(sent: string, registered: string): string | undefined {
  if (sent.toLowerCase() === registered.toLowerCase()) return 'upper and lower case';
  if (sent.replace(/\/$/, '') === registered.replace(/\/$/, '')) return 'the slash at the end';
  if (decoded(sent) === decoded(registered)) return 'percent-encoding';
  if (sent.replace(/^www\./, '') === registered.replace(/^www\./, '')) return 'www.';
  return undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

interface Comparison {
  readonly sent: Proven;
  readonly registered: Proven;
  readonly differences: readonly string[];
}

/** The sent URI with the registered one that is nearest to it; no differences where one is the same. */
function compare(view: View): Comparison | undefined {
  const [sent] = sentUris(view);
  if (sent === undefined) return undefined;
  const comparisons = registeredUris(view).map((registered) => ({
    sent,
    registered,
    differences: sent.value === registered.value ? [] : differences(sent.value, registered.value),
  }));
  return comparisons.toSorted((a, b) => a.differences.length - b.differences.length)[0];
}

function compared<T>(view: View, read: (comparison: Comparison) => T | undefined): Known<T> {
  const comparison = compare(view);
  if (comparison === undefined) return unknown;
  const value = read(comparison);
  const evidence = [comparison.sent.span, comparison.registered.span];
  return value === undefined ? absent(evidence) : known(value, evidence);
}

/** Of several requests of one sign-in, each must send the same redirect URI (RFC 6749, section 4.1.3). */
function changed(view: View): Known<string> {
  const [first, ...rest] = parametersAnywhere(view, 'redirect_uri').map(clean);
  if (first === undefined || rest.length === 0) return unknown;
  const other = rest.find(({ value }) => value !== first.value);
  if (other === undefined) return absent([first.span]);
  return known(`${first.value} at first, ${other.value} later`, [first.span, other.span]);
}

/** RFC 6749, section 3.1.2, and OpenID Connect Core, section 3.1.2.1: compared letter for letter. */
export const redirectUriFacts: readonly FactDefinition[] = [
  {
    name: 'oauth.redirect-uri',
    meaning: 'The redirect URI that the client sends; where that does not show, the only one that is registered.',
    source: 'RFC 6749, section 4.1.1',
    ask: 'the redirect URI that you send',
    type: 'text',
    read: (view) => {
      const registered = registeredUris(view);
      const isOne = new Set(registered.map(({ value }) => value)).size === 1;
      const uri = sentUris(view)[0] ?? (isOne ? registered[0] : undefined);
      return uri === undefined ? unknown : known(uri.value, [uri.span]);
    },
  },
  {
    name: 'oauth.redirect-uri.registered',
    meaning: 'The redirect URIs that the paste says are registered.',
    ask: 'the redirect URIs as they are registered for your application',
    type: 'list',
    read: (view) => listOf(registeredUris(view)),
  },
  {
    name: 'oauth.redirect-uri.same',
    meaning: 'Whether the sent one is, letter for letter, one of the registered.',
    source: 'OpenID Connect Core, section 3.1.2.1',
    ask: 'the redirect URIs as they are registered for your application',
    type: 'boolean',
    read: (view) => compared(view, ({ differences: found }) => found.length === 0),
  },
  {
    name: 'oauth.redirect-uri.difference',
    meaning: 'What differs from the nearest registered one, part by part. Absent where nothing does.',
    type: 'text',
    read: (view) => compared(view, ({ differences: found }) => (found.length === 0 ? undefined : found.join('; '))),
  },
  {
    name: 'oauth.redirect-uri.changed',
    meaning: 'Two redirect URIs that two requests of the paste send, where they must be the same.',
    source: 'RFC 6749, section 4.1.3',
    type: 'text',
    read: changed,
  },
  {
    name: 'oauth.redirect-uri.scheme',
    meaning: 'Its scheme.',
    type: 'text',
    read: (view) => {
      const [sent] = sentUris(view);
      return sent === undefined ? unknown : known(partsOf(sent.value).scheme.toLowerCase(), [sent.span]);
    },
  },
  {
    name: 'oauth.redirect-uri.host',
    meaning: 'Its host.',
    type: 'text',
    read: (view) => {
      const [sent] = sentUris(view);
      return sent === undefined ? unknown : known(partsOf(sent.value).host.toLowerCase(), [sent.span]);
    },
  },
];

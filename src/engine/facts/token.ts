import type { JwtFacts, SealedSecret } from '../../sealing/secret.ts';
import type { FactDefinition, Known, View } from '../fact.ts';
import { credentialsOf } from './authorization.ts';
import { absent, derive, firstOf, known, unknown } from './known.ts';
import { kindSealedBefore, secretIn } from './parts.ts';
import { dateOf } from './response.ts';
import { placeOfRequest, segmentsOf } from './urls.ts';

const askForToken =
  'the request with its token: it is sealed before anybody sees it, and its dates and scopes are read';

/** The token that the request carries; without one, the only token of the paste that can be meant. */
export function tokenOf(view: View): Known<SealedSecret> {
  if (toldKind(view).state === 'known') return unknown;
  return firstOf(
    () => sentToken(view),
    () => (view.exchange.request?.fieldsShown === 'whole' ? unknown : onlyToken(view)),
  );
}

function sentToken(view: View): Known<SealedSecret> {
  const credentials = credentialsOf(view);
  if (credentials.state !== 'known') return credentials;
  const { scheme, credentials: text, field } = credentials.value;
  if (scheme !== undefined && !/^(?:bearer|dpop|token|jwt|oauth)$/i.test(scheme)) return absent([field.span]);
  const secret = secretIn(view.paste, text);
  return secret === undefined ? unknown : known(secret, [field.span]);
}

/** What the label says of a token that was sealed before it was pasted. */
function toldKind(view: View): Known<string> {
  const credentials = credentialsOf(view);
  if (credentials.state !== 'known') return unknown;
  const { credentials: text } = credentials.value;
  const kind = secretIn(view.paste, text) === undefined ? kindSealedBefore(text) : undefined;
  return kind === undefined ? unknown : known(kind, [credentials.value.field.span]);
}

const tokenKinds = new Set(['access token', 'identity token', 'token']);

function onlyToken(view: View): Known<SealedSecret> {
  const tokens = view.paste.secrets.filter(({ kind, jwt }) => jwt !== undefined && tokenKinds.has(kind));
  const [only] = tokens;
  if (only === undefined || tokens.length > 1) return unknown;
  const start = view.paste.text.indexOf(only.label);
  return start === -1 ? unknown : known(only, [{ start, end: start + only.label.length }]);
}

function jwtPart<T>(view: View, read: (jwt: JwtFacts) => T | undefined): Known<T> {
  return derive(jwtOf(view), read);
}

/** The claims of the token; where the token does not show, those of the only one that is shown decoded. */
function jwtOf(view: View): Known<JwtFacts> {
  const token = tokenOf(view);
  if (token.state === 'absent') return token;
  if (token.state === 'known') return token.value.jwt === undefined ? unknown : known(token.value.jwt, token.evidence);
  // Somebody may show the same one twice.
  const [only, ...others] = new Map(view.paste.decoded.map((one) => [JSON.stringify(one.facts), one])).values();
  return only === undefined || others.length > 0 ? unknown : known(only.facts, [only.span]);
}

/** Seconds since the epoch of the moment at which the request was answered. */
function answered(view: View): Known<number> {
  return derive(dateOf(view), (date) => {
    const time = Date.parse(date);
    return Number.isNaN(time) ? undefined : time / 1000;
  });
}

function bothOf<T>(a: Known<number>, b: Known<number>, read: (a: number, b: number) => T): Known<T> {
  if (a.state !== 'known' || b.state !== 'known') return unknown;
  return known(read(a.value, b.value), [...a.evidence, ...b.evidence]);
}

const expiry = (view: View) => jwtPart(view, ({ exp }) => exp);
const start = (view: View) => jwtPart(view, ({ nbf, iat }) => nbf ?? iat);

/** Clocks differ a little (RFC 7519, section 4.1.4). */
const leeway = 60;

function hostIn(url: string): string | undefined {
  return /^https?:\/\/([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase();
}

function issuerFits(view: View): Known<boolean> {
  const issuer = jwtPart(view, ({ iss }) => (iss === undefined ? undefined : hostIn(iss)));
  const host = placeOfRequest(view)?.host;
  if (issuer.state !== 'known' || host === undefined) return unknown;
  return known(issuer.value === host, issuer.evidence);
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Known where the path names somebody or something by a UUID, and the token's subject is one that is not the client itself. */
function subjectInPath(view: View): Known<boolean> {
  const subject = jwtPart(view, ({ sub, client }) => (sub === client ? undefined : sub));
  const place = placeOfRequest(view);
  if (subject.state !== 'known' || place === undefined) return unknown;
  const named = segmentsOf(place.path.toLowerCase()).filter((segment) => uuid.test(segment));
  return named.length === 0 ? unknown : known(named.includes(subject.value), [place.span]);
}

/** `10 minutes`, `3 days`: how long, for people. */
function duration(seconds: number): string {
  const [unit, size] =
    seconds < 120
      ? ['second', 1]
      : seconds < 7200
        ? ['minute', 60]
        : seconds < 172_800
          ? ['hour', 3600]
          : ['day', 86_400];
  const count = Math.round(seconds / Number(size));
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** Times that no calendar has say nothing. */
function dateText(seconds: number): string | undefined {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date.toUTCString();
}

/** RFC 7519, section 4.1, of the bearer token. Read before the token was sealed. */
export const tokenFacts: readonly FactDefinition[] = [
  {
    name: 'token.format',
    meaning: 'jwt, jwe or opaque.',
    source: 'RFC 7519; RFC 7516',
    ask: askForToken,
    type: 'text',
    read: (view) => derive(tokenOf(view), ({ format }) => format),
  },
  {
    name: 'token.kind',
    meaning: 'What the token seems to be: access token, identity token, refresh token and so on.',
    ask: askForToken,
    type: 'text',
    read: (view) =>
      firstOf(
        () => derive(tokenOf(view), ({ kind }) => kind),
        () => toldKind(view),
      ),
  },
  {
    name: 'token.length',
    meaning: 'Its length in characters.',
    type: 'number',
    read: (view) => derive(tokenOf(view), ({ length }) => length),
  },
  {
    name: 'token.complete',
    meaning: 'Whether a JWT has its three parts. False for one that was cut off.',
    source: 'RFC 7515, section 7.1',
    ask: askForToken,
    type: 'boolean',
    read: (view) => jwtPart(view, ({ complete }) => complete),
  },
  {
    name: 'token.identity',
    meaning: 'Whether it is an identity token: at_hash, nonce or profile claims, and no scope.',
    source: 'OpenID Connect Core, section 2',
    ask: askForToken,
    type: 'boolean',
    read: (view) => jwtPart(view, ({ looksLikeIdentityToken }) => looksLikeIdentityToken),
  },
  {
    name: 'token.expired',
    meaning:
      'Whether it had expired when the response was made, by the response’s Date or the time that the paste states.',
    source: 'RFC 7519, section 4.1.4',
    ask: 'the response with its Date field: run the same request with curl -i',
    type: 'boolean',
    read: (view) => bothOf(expiry(view), answered(view), (exp, now) => now >= exp),
  },
  {
    name: 'token.expires',
    meaning: 'When it expires.',
    source: 'RFC 7519, section 4.1.4',
    ask: askForToken,
    type: 'text',
    read: (view) => derive(expiry(view), dateText),
  },
  {
    name: 'token.expired-for',
    meaning: 'How long it had been expired when the response was made: `4 minutes`. Absent where it had not.',
    type: 'text',
    read: (view) =>
      derive(
        bothOf(expiry(view), answered(view), (exp, now) => now - exp),
        (age) => (age >= 0 ? duration(age) : undefined),
      ),
  },
  {
    name: 'token.lifetime',
    meaning: 'From its issue to its expiry, in seconds.',
    type: 'number',
    read: (view) => jwtPart(view, ({ exp, iat }) => (exp === undefined || iat === undefined ? undefined : exp - iat)),
  },
  {
    name: 'token.not-yet-valid',
    meaning: 'Whether it was not valid yet when the response was made; a minute’s difference of clocks is allowed.',
    source: 'RFC 7519, section 4.1.5',
    type: 'boolean',
    read: (view) => bothOf(start(view), answered(view), (from, now) => from > now + leeway),
  },
  {
    name: 'token.issuer',
    meaning: 'Who issued it.',
    source: 'RFC 7519, section 4.1.1',
    ask: askForToken,
    type: 'text',
    read: (view) => jwtPart(view, ({ iss }) => iss),
  },
  {
    name: 'token.issuer.host',
    meaning: 'The host of its issuer.',
    type: 'text',
    read: (view) => jwtPart(view, ({ iss }) => (iss === undefined ? undefined : hostIn(iss))),
  },
  {
    name: 'token.issuer.is-host',
    meaning: 'Whether its issuer is the host that the request calls.',
    ask: askForToken,
    type: 'boolean',
    read: issuerFits,
  },
  {
    name: 'token.subject',
    meaning: 'For whom it was issued, where that is a UUID: other subjects tell about a person.',
    source: 'RFC 7519, section 4.1.2',
    ask: askForToken,
    type: 'text',
    read: (view) => jwtPart(view, ({ sub }) => sub),
  },
  {
    name: 'token.subject.in-path',
    meaning:
      'Whether its subject is one of the UUIDs in the path. Unknown where the path has none, or the subject is none or the client.',
    source: 'RFC 7519, section 4.1.2',
    ask: askForToken,
    type: 'boolean',
    read: subjectInPath,
  },
  {
    name: 'token.audience',
    meaning: 'For whom it was issued.',
    source: 'RFC 7519, section 4.1.3',
    ask: askForToken,
    type: 'list',
    read: (view) => jwtPart(view, ({ aud }) => aud),
  },
  {
    name: 'token.scopes',
    meaning: 'The scopes that it carries.',
    source: 'RFC 9068, section 2.2.3',
    ask: askForToken,
    type: 'list',
    read: (view) => jwtPart(view, ({ scope }) => scope),
  },
  {
    name: 'token.algorithm',
    meaning: 'The algorithm that it is signed with.',
    source: 'RFC 7515, section 4.1.1',
    type: 'text',
    read: (view) => jwtPart(view, ({ alg }) => alg),
  },
];

/** The span and the scopes of the token, for what is compared with them. */
export function tokenScopes(view: View): Known<readonly string[]> {
  return jwtPart(view, ({ scope }) => (scope === undefined || scope.length === 0 ? undefined : scope));
}

/** The client that a token was issued to: it says so, or it is an identity token, whose audience is the client. */
export function tokenClient(view: View): Known<string> {
  const told = jwtPart(
    view,
    ({ client, aud, looksLikeIdentityToken }) => client ?? (looksLikeIdentityToken ? aud?.[0] : undefined),
  );
  return told.state === 'known' ? told : unknown;
}

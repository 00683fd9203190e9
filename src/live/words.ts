import type { NamedValue, Paste } from '../reading/paste.ts';
import { blamesServer, failureWith, issuersAt, type NetworkFailure, type Question } from './question.ts';
import type {
  Certificate,
  DiscoveryDocument,
  HostResult,
  IncidentsResult,
  LiveResult,
  StatusResult,
} from './result.ts';

/** A certificate that ends within this is told of, though it holds. In milliseconds. */
const soonMs = 14 * 24 * 60 * 60 * 1000;

/** Of a text from outside, in UTF-16 code units. */
const mostText = 200;

/**
 * What live checks add to an answer: sentences that each say what was seen and where. What is as it should be is told only
 * where the paste makes one doubt it. `now` is the time of the answer in milliseconds since the epoch: certificates are held
 * against it.
 */
export function liveLines(
  question: Question,
  results: readonly LiveResult[],
  paste: Paste,
  now: number,
): readonly string[] {
  const lines = results.flatMap((result) => linesOf(result, question, paste, now));
  const documents = results.flatMap((result) =>
    result.kind === 'discovery' && result.state === 'read' ? [{ url: result.url, ...result.document }] : [],
  );
  return [...lines, ...issuerLines(documents, question, paste), ...endpointLines(documents, paste)].map(shown);
}

function linesOf(result: LiveResult, { hosts, faultAt }: Question, paste: Paste, now: number): readonly string[] {
  switch (result.kind) {
    case 'host':
      return hostLine(result, failureWith(result.host, paste), now);
    case 'discovery':
      return unreadLine(result.url, result.state, result.state === 'refused' ? result.status : undefined);
    case 'status':
      return statusLine(result, blamesServer(hosts, paste));
    case 'incidents':
      return faultAt === undefined ? [] : incidentLine(result, faultAt);
  }
}

function hostLine(result: HostResult, failure: NetworkFailure | undefined, now: number): readonly string[] {
  const { host } = result;
  switch (result.state) {
    case 'no-address':
      return [`DNS knows no address for ${host}.`];
    case 'not-public':
      return [`DNS gives ${host} an address that is not public, so I did not connect to it.`];
    case 'silent':
      return [silences[result.why](host)];
    case 'no-tls':
      return [`From here ${host} opens port 443, but ends the TLS handshake without showing a certificate.`];
    case 'reached':
      return [
        certificateLine(host, result.certificate, now) ?? fineLine(host, result.certificate, failure) ?? [],
      ].flat();
    case 'unknown':
      return [];
  }
}

const silences = {
  timeout: (host: string) => `From here ${host} did not open a TLS connection on port 443 within 2 seconds.`,
  refused: (host: string) => `From here ${host} refuses connections on port 443.`,
  reset: (host: string) => `From here ${host} breaks off the connection on port 443 before it shows a certificate.`,
} as const;

/** What is wrong with a certificate at a time, the cause before what follows from it. */
function certificateLine(
  host: string,
  { from, until, namesHost, names, distrust }: Certificate,
  now: number,
): string | undefined {
  const whose = `The certificate of ${host}`;
  if (until <= now) return `${whose} expired on ${day(until)}: clients refuse it until it is renewed.`;
  if (from > now) return `${whose} is valid only from ${day(from)} on.`;
  if (!namesHost) return `${whose} is not for that name, but for ${names.map(short).join(', ') || 'no name'}.`;
  if (distrust !== undefined) return `${whose} is not trusted: ${distrusts[distrust] ?? short(distrust)}.`;
  return until - now < soonMs ? `${whose} is valid, but expires soon, on ${day(until)}.` : undefined;
}

/** By OpenSSL's names, as Node gives them. */
const distrusts: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it is self-signed (DEPTH_ZERO_SELF_SIGNED_CERT)',
  SELF_SIGNED_CERT_IN_CHAIN: 'its chain ends in an authority that clients do not know (SELF_SIGNED_CERT_IN_CHAIN)',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'the server does not send the intermediate certificate (UNABLE_TO_VERIFY_LEAF_SIGNATURE)',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    'who signed it is not known, or the server leaves an intermediate certificate out (UNABLE_TO_GET_ISSUER_CERT_LOCALLY)',
  CERT_HAS_EXPIRED: 'a certificate above it has expired (CERT_HAS_EXPIRED)',
};

/** What speaks against the failure that the paste shows. */
function fineLine(host: string, { until }: Certificate, failure: NetworkFailure | undefined): string | undefined {
  if (failure === undefined) return undefined;
  const seen = `From here ${host} has an address, opens port 443 and shows a certificate that is valid until ${day(until)}`;
  return `${seen}: ${onYourSide[failure]}`;
}

const onYourSide: Readonly<Record<NetworkFailure, string>> = {
  dns: 'look at the DNS, the VPN or the proxy of the machine that failed.',
  connect: 'look at the firewall or the proxy of the machine that failed.',
  tls: 'look at the authorities that the failing machine trusts, its clock, and a proxy that opens TLS.',
  timeout: 'look at the firewall or the proxy of the machine that failed, or at a request that takes too long.',
  reset: 'look at the firewall or the proxy of the machine that failed.',
};

function unreadLine(url: string, state: string, status: number | undefined): readonly string[] {
  if (status !== undefined) return [`The discovery document ${url} is answered with ${status}.`];
  if (state === 'other') return [`${url} is not a discovery document: there is no issuer in it.`];
  return state === 'too-large' ? [`${url} is larger than any discovery document should be, so I did not read it.`] : [];
}

function statusLine(result: StatusResult, isDoubted: boolean): readonly string[] {
  if (result.state !== 'read') return [];
  const { page, indicator, description } = result;
  if (indicator !== 'none') return [`The status page ${page} says “${short(description)}” (${indicator}).`];
  return isDoubted ? [`The status page ${page} reports no incident now (“${short(description)}”).`] : [];
}

/** A page tells of an incident some time after it began. In milliseconds. */
const lateMs = 30 * 60 * 1000;

function incidentLine(result: IncidentsResult, at: number): readonly string[] {
  if (result.state !== 'read') return [];
  const { page, incidents } = result;
  const found = incidents.find(({ from, until = Number.POSITIVE_INFINITY }) => from - lateMs <= at && at <= until);
  const when = `When the response of your paste was made, ${minute(at)}`;
  if (found !== undefined) {
    const end = found.until === undefined ? 'and not over yet' : `until ${minute(found.until)}`;
    return [`${when}, ${page} had an incident: “${short(found.name)}” (from ${minute(found.from)} ${end}).`];
  }
  // The list goes back no further than its oldest.
  const isCovered = incidents.some(({ from }) => from < at);
  return isCovered ? [`${when}, ${page} had no incident.`] : [];
}

type Read = DiscoveryDocument & { readonly url: string };

/** The issuer of a token must be that of the document to the letter (OpenID Connect Discovery 1.0, section 4.3). */
function issuerLines(documents: readonly Read[], { hosts }: Question, paste: Paste): readonly string[] {
  if (documents.length === 0) return [];
  const named = documents.map(({ issuer }) => issuer);
  return issuersAt(hosts, paste)
    .filter((issuer) => !named.includes(issuer))
    .map((issuer) => {
      const places = documents.map(({ url, issuer }) => `“${short(issuer)}” (${url})`).join(', ');
      return `The token’s issuer is “${short(issuer)}”, but the issuer of this server is ${places}.`;
    });
}

/** Endpoints that the paste configures on the host of a document, and that the document has otherwise. */
function endpointLines(documents: readonly Read[], { named }: Paste): readonly string[] {
  return documents.flatMap((document) =>
    compared.flatMap(([name, called, of]) => {
      const right = of(document);
      const wrong = named.find((value) => value.name === name && isAtHostOf(value, document.url))?.value;
      if (right === undefined || wrong === undefined || wrong === right) return [];
      return [`The ${called} in your paste is ${short(wrong)}, but ${document.url} names ${short(right)}.`];
    }),
  );
}

const compared: readonly (readonly [name: string, called: string, of: (document: Read) => string | undefined])[] = [
  ['issuer', 'issuer', ({ issuer }) => issuer],
  ['authorization_endpoint', 'authorization endpoint', ({ authorizationEndpoint }) => authorizationEndpoint],
  ['token_endpoint', 'token endpoint', ({ tokenEndpoint }) => tokenEndpoint],
];

function isAtHostOf({ value }: NamedValue, url: string): boolean {
  return URL.canParse(value) && new URL(value).host === new URL(url).host;
}

/** `11 Jul 2026`, in UTC. */
function day(time: number): string {
  return new Date(time).toUTCString().slice(5, 16);
}

/** `11 Jul 2026 14:03 GMT`. */
function minute(time: number): string {
  return `${new Date(time).toUTCString().slice(5, 22)} GMT`;
}

function short(text: string): string {
  return text.length > mostText ? `${text.slice(0, mostText)}…` : text;
}

/** What comes from outside may hold what steers a terminal or turns the reading direction round. */
function shown(line: string): string {
  return line.replaceAll(/[\p{Cc}\p{Cf}]/gu, '\ufffd');
}

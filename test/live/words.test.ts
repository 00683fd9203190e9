import { describe, expect, test } from 'vitest';
import { questionAbout } from '../../src/live/question.ts';
import type { Certificate, Incident, LiveResult } from '../../src/live/result.ts';
import { liveLines } from '../../src/live/words.ts';
import type { LiveDefinition } from '../../src/packs/pack.ts';
import { readPaste } from '../../src/reading/read.ts';

const now = Date.parse('2026-01-15T12:00:00Z');
const host = 'api.pets.example';
const url = 'https://api.pets.example/oidc/.well-known/openid-configuration';
const page = 'https://status.pets.example';
const live: LiveDefinition = { hosts: [host, 'login.pets.example'], discovery: [url], status: page };

function lines(text: string, ...results: readonly LiveResult[]): readonly string[] {
  const { paste } = readPaste(text, { personalData: true });
  const question = questionAbout(paste, live, now);
  return question === undefined ? ['Nothing is asked.'] : liveLines(question, results, paste, now);
}

const fine: Certificate = {
  from: Date.parse('2025-06-01T00:00:00Z'),
  until: Date.parse('2026-09-01T00:00:00Z'),
  namesHost: true,
  names: [host],
};

const reached = (certificate: Partial<Certificate> = {}): LiveResult => ({
  kind: 'host',
  host,
  state: 'reached',
  certificate: { ...fine, ...certificate },
});

const read = (
  document: Partial<Record<'issuer' | 'authorizationEndpoint' | 'tokenEndpoint', string>> = {},
): LiveResult => ({
  kind: 'discovery',
  url,
  state: 'read',
  document: { issuer: 'https://api.pets.example/oidc', ...document },
});

const status = (indicator: 'none' | 'major' | 'maintenance', description: string): LiveResult => ({
  kind: 'status',
  page,
  state: 'read',
  indicator,
  description,
});

const ok = 'curl -i https://api.pets.example/v2/dogs\nHTTP/2 404';
const down = 'curl -i https://api.pets.example/v2/dogs\nHTTP/2 503';

/** A token in the form of RFC 7519 whose signature is made up. */
function tokenOf(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256' })}.${part(claims)}.${'c2lnbmF0dXJl'.repeat(4)}`;
}

test('what is as it should be is not told', () => {
  expect(lines(ok, reached(), read(), status('none', 'All Systems Operational'))).toEqual([]);
});

describe('a certificate is held against the time of the answer', () => {
  test.each([
    [
      { until: now - 1 },
      'The certificate of api.pets.example expired on 15 Jan 2026: clients refuse it until it is renewed.',
    ],
    [
      { until: now },
      'The certificate of api.pets.example expired on 15 Jan 2026: clients refuse it until it is renewed.',
    ],
    [
      { until: now + 3 * 24 * 60 * 60 * 1000 },
      'The certificate of api.pets.example is valid, but expires soon, on 18 Jan 2026.',
    ],
    [{ from: now + 24 * 60 * 60 * 1000 }, 'The certificate of api.pets.example is valid only from 16 Jan 2026 on.'],
    [
      { namesHost: false, names: ['www.cats.example', 'cats.example'] },
      'The certificate of api.pets.example is not for that name, but for www.cats.example, cats.example.',
    ],
    [{ namesHost: false, names: [] }, 'The certificate of api.pets.example is not for that name, but for no name.'],
    [
      { distrust: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
      'The certificate of api.pets.example is not trusted: it is self-signed (DEPTH_ZERO_SELF_SIGNED_CERT).',
    ],
    [{ distrust: 'CERT_REVOKED' }, 'The certificate of api.pets.example is not trusted: CERT_REVOKED.'],
    // The end explains that the chain is not trusted.
    [
      { until: now - 1, distrust: 'CERT_HAS_EXPIRED' },
      'The certificate of api.pets.example expired on 15 Jan 2026: clients refuse it until it is renewed.',
    ],
  ])('%j', (certificate, line) => {
    expect(lines(ok, reached(certificate))).toEqual([line]);
  });
});

describe('a host that cannot be reached', () => {
  test.each<[LiveResult, readonly string[]]>([
    [{ kind: 'host', host, state: 'no-address' }, ['DNS knows no address for api.pets.example.']],
    [
      { kind: 'host', host, state: 'not-public' },
      ['DNS gives api.pets.example an address that is not public, so I did not connect to it.'],
    ],
    [
      { kind: 'host', host, state: 'silent', why: 'timeout' },
      ['From here api.pets.example did not open a TLS connection on port 443 within 2 seconds.'],
    ],
    [
      { kind: 'host', host, state: 'silent', why: 'refused' },
      ['From here api.pets.example refuses connections on port 443.'],
    ],
    [
      { kind: 'host', host, state: 'silent', why: 'reset' },
      ['From here api.pets.example breaks off the connection on port 443 before it shows a certificate.'],
    ],
    [
      { kind: 'host', host, state: 'no-tls' },
      ['From here api.pets.example opens port 443, but ends the TLS handshake without showing a certificate.'],
    ],
    // It may be this machine that is cut off.
    [{ kind: 'host', host, state: 'unknown' }, []],
  ])('%j', (result, expected) => {
    expect(lines(ok, result)).toEqual(expected);
  });
});

describe('a host that is fine from here, though the paste says otherwise', () => {
  test.each([
    ['curl: (6) Could not resolve host: api.pets.example', 'look at the DNS'],
    [
      'curl https://api.pets.example/v2\ncurl: (7) Failed to connect to api.pets.example port 443 after 2 ms: Connection refused',
      'look at the firewall',
    ],
    [
      'curl https://api.pets.example/v2\ncurl: (60) SSL certificate problem: certificate has expired',
      'look at the authorities',
    ],
    [
      'curl https://api.pets.example/v2\ncurl: (28) Connection timed out after 10001 milliseconds',
      'a request that takes too long',
    ],
  ])('%s', (text, advice) => {
    expect(lines(text, reached())).toEqual([
      expect.stringMatching(
        /^From here api\.pets\.example has an address, opens port 443 and shows a certificate that is valid until 01 Sep 2026: /,
      ),
    ]);
    expect(lines(text, reached())[0]).toContain(advice);
  });

  test('unless it is not fine', () => {
    const text = 'curl https://api.pets.example/v2\ncurl: (60) SSL certificate problem: certificate has expired';
    expect(lines(text, reached({ until: now - 1 }))).toEqual([expect.stringContaining('expired on 15 Jan 2026')]);
  });
});

describe('the issuer of a token', () => {
  const bearing = (iss: string) =>
    `curl https://api.pets.example/v2/dogs -H 'Authorization: Bearer ${tokenOf({ iss, exp: 1_900_000_000 })}'\nHTTP/2 401`;

  test('is that of the discovery document', () => {
    expect(lines(bearing('https://api.pets.example/oidc'), read())).toEqual([]);
  });

  test.each(['https://api.pets.example/oidc/', 'https://API.pets.example/oidc', 'https://login.cats.example'])(
    'is not, to the letter: %s',
    (iss) => {
      expect(lines(bearing(iss), read())).toEqual([
        `The token’s issuer is “${iss}”, but the issuer of this server is “https://api.pets.example/oidc” (${url}).`,
      ]);
    },
  );

  test('is not compared where the document was not read', () => {
    expect(lines(bearing('https://login.cats.example'), { kind: 'discovery', url, state: 'unknown' })).toEqual([]);
  });

  test('of a token that goes to another host does not matter', () => {
    const elsewhere = `curl https://api.cats.example -H 'Authorization: Bearer ${tokenOf({ iss: 'https://login.cats.example' })}'`;
    expect(lines(`${ok}\n\n${elsewhere}\nHTTP/2 200`, read())).toEqual([]);
  });
});

describe('endpoints of the paste', () => {
  const configured = (endpoint: string) => `${ok}\n\ntoken_endpoint: ${endpoint}\n`;

  test('that the document has otherwise', () => {
    expect(
      lines(
        configured('https://api.pets.example/token'),
        read({ tokenEndpoint: 'https://api.pets.example/oidc/token' }),
      ),
    ).toEqual([
      `The token endpoint in your paste is https://api.pets.example/token, but ${url} names https://api.pets.example/oidc/token.`,
    ]);
  });

  test.each([
    ['https://api.pets.example/oidc/token', 'the same'],
    ['https://login.cats.example/token', 'of another server'],
    ['{TOKEN_ENDPOINT}', 'a placeholder'],
  ])('%s: %s', (endpoint) => {
    expect(lines(configured(endpoint), read({ tokenEndpoint: 'https://api.pets.example/oidc/token' }))).toEqual([]);
  });
});

describe('the discovery document', () => {
  test.each<[LiveResult, readonly string[]]>([
    [
      { kind: 'discovery', url, state: 'refused', status: 404 },
      [`The discovery document ${url} is answered with 404.`],
    ],
    [{ kind: 'discovery', url, state: 'other' }, [`${url} is not a discovery document: there is no issuer in it.`]],
    [
      { kind: 'discovery', url, state: 'too-large' },
      [`${url} is larger than any discovery document should be, so I did not read it.`],
    ],
    // The check of the host tells why.
    [{ kind: 'discovery', url, state: 'unknown' }, []],
  ])('%j', (result, expected) => {
    expect(lines(ok, result)).toEqual(expected);
  });
});

describe('the status page', () => {
  test('is told where it says something', () => {
    expect(lines(ok, status('major', 'Partial System Outage'))).toEqual([
      'The status page https://status.pets.example says “Partial System Outage” (major).',
    ]);
    expect(lines(ok, status('maintenance', 'Service Under Maintenance'))).toHaveLength(1);
  });

  test('is told where it says nothing, though the server seems to be at fault', () => {
    expect(lines(down, status('none', 'All Systems Operational'))).toEqual([
      'The status page https://status.pets.example reports no incident now (“All Systems Operational”).',
    ]);
  });

  test.each<LiveResult>([
    { kind: 'status', page, state: 'unknown' },
    { kind: 'status', page, state: 'other' },
    { kind: 'status', page, state: 'refused', status: 404 },
  ])('says nothing where it is not read: $state', (result) => {
    expect(lines(down, result)).toEqual([]);
  });

  test('cannot steer a terminal, nor turn what is read round, nor speak without end', () => {
    const [line = ''] = lines(ok, status('major', `\u001b[2J\u202e${'x'.repeat(300)}`));
    expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(line.length).toBeLessThan(300);
  });
});

describe('incidents at the time of the response', () => {
  const failed = 'curl -i https://api.pets.example/v2/dogs\nHTTP/2 503\ndate: Wed, 14 Jan 2026 10:30:00 GMT';
  const at = (text: string) => Date.parse(`2026-01-14T${text}:00Z`);
  const listed = (...incidents: readonly Incident[]): LiveResult => ({
    kind: 'incidents',
    page,
    state: 'read',
    incidents,
  });
  const before: Incident = { name: 'Slow logins', from: at('06:00'), until: at('07:00') };

  test.each<readonly [string, Incident, string]>([
    ['in the middle', { name: 'API errors', from: at('10:00'), until: at('11:00') }, 'until 14 Jan 2026 11:00 GMT'],
    [
      'told of a little later',
      { name: 'API errors', from: at('10:50'), until: at('11:00') },
      'from 14 Jan 2026 10:50 GMT',
    ],
    ['that goes on', { name: 'API errors', from: at('10:00') }, 'from 14 Jan 2026 10:00 GMT and not over yet'],
  ])('one %s is told', (_what, incident, part) => {
    const [line = '', ...more] = lines(failed, listed(incident, before));
    expect(more).toEqual([]);
    expect(line).toContain(
      'When the response of your paste was made, 14 Jan 2026 10:30 GMT, https://status.pets.example had an incident: “API errors” (',
    );
    expect(line).toContain(part);
  });

  test('none is told too', () => {
    expect(lines(failed, listed({ name: 'API errors', from: at('12:00') }, before))).toEqual([
      'When the response of your paste was made, 14 Jan 2026 10:30 GMT, https://status.pets.example had no incident.',
    ]);
  });

  test('nothing is told where the list does not go back so far', () => {
    expect(lines(failed, listed({ name: 'API errors', from: at('12:00') }))).toEqual([]);
    expect(lines(failed, listed())).toEqual([]);
    expect(lines(failed, { kind: 'incidents', page, state: 'unknown' })).toEqual([]);
  });

  test.each([
    ['a fault a day ago', failed, at('10:30')],
    ['a fault just now', failed.replace('Wed, 14 Jan 2026 10:30:00', 'Thu, 15 Jan 2026 11:50:00'), undefined],
    ['a date that is none', failed.replace('Wed, 14 Jan 2026 10:30:00 GMT', 'yesterday'), undefined],
    ['an answer that blames nobody', failed.replace('503', '404'), undefined],
    ['no date', down, undefined],
  ])('they are asked for after %s or not', (_what, text, expected) => {
    const { paste } = readPaste(text, { personalData: true });
    expect(questionAbout(paste, live, now)?.faultAt).toBe(expected);
  });
});

describe('what is asked', () => {
  test.each<readonly [string, readonly string[] | undefined, string]>([
    ['curl https://api.pets.example/v2/dogs', [host], 'the target'],
    ['curl https://API.PETS.example:443/v2/dogs', [host], 'in capitals, with the port of https'],
    ['GET /v2/dogs HTTP/1.1\nHost: api.pets.example\n\nHTTP/1.1 500 Oops', [host], 'the field of a message'],
    ['curl: (6) Could not resolve host: api.pets.example', [host], 'the host that an error names'],
    ['curl https://api.pets.example:8443/v2', undefined, 'another server on the same machine'],
    ['curl https://api.pets.example.cats.example/v2', undefined, 'a host that only begins so'],
    ['curl https://x.api.pets.example/v2', undefined, 'a host below it'],
    ['curl https://api.pets.example@cats.example/v2', undefined, 'a user of that name'],
    ['curl https://cats.example/?next=https://api.pets.example/v2', undefined, 'a parameter'],
    ['api.pets.example is down?', undefined, 'prose alone'],
    ['', undefined, 'nothing'],
  ])('%s: %s (%s)', (text, hosts) => {
    const { paste } = readPaste(text, { personalData: true });
    expect(questionAbout(paste, live, now)?.hosts).toEqual(hosts);
  });

  test('is the discovery document of the very host, where the checklist has one', () => {
    const { paste } = readPaste('curl https://login.pets.example/x', { personalData: true });
    const login = 'https://login.pets.example/.well-known/openid-configuration';
    expect(questionAbout(paste, { ...live, discovery: [url, login] }, now)?.discovery).toEqual([login]);
    expect(questionAbout(paste, live, now)?.discovery).toEqual([url]);
  });
});

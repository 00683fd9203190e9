import fc from 'fast-check';
import { Agent } from 'undici';
import { afterEach, describe, expect, test } from 'vitest';
import { createLiveChecks, hostsOf } from '../../src/live/checks.ts';
import { guardedLookup } from '../../src/live/lookup.ts';
import { type NetworkOptions, openNetwork } from '../../src/live/network.ts';
import type { Pack } from '../../src/packs/pack.ts';
import { packsAtHand } from '../../src/packs-at-hand.ts';
import { troubleshoot } from '../../src/troubleshoot.ts';
import { loadedFrom } from '../packs/pack-folder.ts';
import { authority, loopback, startTlsServer, type TlsServer } from './tls-server.ts';

async function petsPack(live: string): Promise<Pack> {
  const head = `id: pets
name: Pets API
extends: http
apis:
  - { id: pets, name: the Pets API, role: api, hosts: [api.pets.example, login.pets.example], paths: [/] }
${live}
template:
  title: Help
  fields: [{ name: Status, from: [response.status], hint: the status code }]
  reminder: Share no keys.
`;
  const loaded = await loadedFrom({ 'pack.yml': head });
  const [pack] = loaded.ok ? loaded.packs : [];
  if (pack === undefined) throw new Error(JSON.stringify(loaded));
  return pack;
}

const listed = await petsPack(`live:
  hosts: [api.pets.example, login.pets.example]
  discovery: [https://api.pets.example/.well-known/openid-configuration]
  status: https://status.pets.example`);
const unlisted = await petsPack('');

const now = Date.parse('2026-01-15T12:00:00Z');

/** The outside as it is: names that are looked up and connections that are opened, all on loopback. */
function openOutside(pack: Pack, port: number, more: Partial<NetworkOptions> = {}) {
  const lookedUp: string[] = [];
  const guard = {
    hosts: hostsOf([pack]),
    resolve: async (name: string) => {
      lookedUp.push(name);
      return [loopback];
    },
    isAllowed: () => true,
  };
  // Addresses of a checklist have no port, and the server of a test has one of its own.
  const lookup = guardedLookup(guard);
  const agent = new Agent({ connect: { ca: authority, lookup } });
  const dispatcher = agent.compose((dispatch) => (options, handler) => {
    const origin = new URL(String(options.origin));
    origin.port = String(port);
    return dispatch({ ...options, origin: origin.origin }, handler);
  });
  let time = now;
  const network = openNetwork({
    hosts: hostsOf([pack]),
    proxy: {},
    guard,
    dispatcher,
    port,
    ca: authority,
    patience: 20_000,
    ...more,
  });
  const checks = createLiveChecks([pack], network, () => time);
  return {
    lookedUp,
    look: (text: string) => checks.look(troubleshoot(text, [pack], now).diagnosis),
    pass: (ms: number) => {
      time += ms;
    },
    close: () => Promise.all([agent.destroy(), checks.close()]),
  };
}

type Outside = ReturnType<typeof openOutside>;

let server: TlsServer | undefined;
let outside: Outside | undefined;
afterEach(async () => {
  await outside?.close();
  await server?.close();
  server = undefined;
  outside = undefined;
});

const documents: Readonly<Record<string, object>> = {
  '/.well-known/openid-configuration': { issuer: 'https://api.pets.example' },
  '/api/v2/incidents.json': { incidents: [{ name: 'API errors', created_at: '2026-01-14T10:00:00Z' }] },
  '/api/v2/status.json': { status: { indicator: 'major', description: 'Partial System Outage' } },
};

async function start(
  pack: Pack,
  fixture: 'fine' | 'expired' = 'fine',
): Promise<Outside & { readonly server: TlsServer }> {
  server = await startTlsServer(fixture, ({ url = '' }, response) =>
    response.end(JSON.stringify(documents[url] ?? {})),
  );
  outside = openOutside(pack, server.port);
  return { ...outside, server };
}

const question = 'curl -i https://api.pets.example/v2/dogs/7?key=abc -H "X-Trace: 1"\nHTTP/2 500';

describe('live checks', () => {
  test('say what they saw', async () => {
    const { look } = await start(listed);
    expect(await look(question)).toEqual([
      'The status page https://status.pets.example says “Partial System Outage” (major).',
    ]);
  });

  test('read no document behind a certificate that has ended', async () => {
    const { look, server } = await start(listed, 'expired');
    expect(await look(question)).toEqual([
      'The certificate of api.pets.example expired on 01 Jan 2020: clients refuse it until it is renewed.',
    ]);
    expect(server.requests).toEqual([]);
  });

  test('ask for what the checklist names, and tell nothing of the paste', async () => {
    const { look, server, lookedUp } = await start(listed);
    await look(question);
    expect([...server.requests].toSorted()).toEqual([
      'GET /.well-known/openid-configuration',
      'GET /api/v2/status.json',
    ]);
    expect([...lookedUp].toSorted()).toEqual(['api.pets.example', 'api.pets.example', 'status.pets.example']);
  });

  test('ask about the time of a fault where that is over', async () => {
    const { look } = await start(listed);
    expect(await look(`${question}\ndate: Wed, 14 Jan 2026 10:30:00 GMT`)).toEqual([
      'The status page https://status.pets.example says “Partial System Outage” (major).',
      'When the response of your paste was made, 14 Jan 2026 10:30 GMT, https://status.pets.example had an incident: “API errors” (from 14 Jan 2026 10:00 GMT and not over yet).',
    ]);
  });

  test.each([
    ['a checklist that lists no host', unlisted, question],
    ['a paste without a listed host', listed, 'curl -i https://api.cats.example/v2\nHTTP/2 500'],
    ['no paste', listed, ''],
  ])('are silent for %s', async (_what, pack, text) => {
    const { look, lookedUp } = await start(pack);
    expect(await look(text)).toEqual([]);
    expect(lookedUp).toEqual([]);
  });

  test('ask once for many who want to know at the same time', async () => {
    const { look, server } = await start(listed);
    await Promise.all(Array.from({ length: 20 }, () => look(question)));
    expect(server.requests).toHaveLength(2);
  });

  test('ask again after a minute, and not before', async () => {
    const { look, pass, lookedUp } = await start(listed);
    await look(question);
    const once = lookedUp.length;
    pass(59_999);
    await look(question);
    expect(lookedUp).toHaveLength(once);
    pass(1);
    await look(question);
    expect(lookedUp.length).toBeGreaterThan(once);
  });

  test('end in time, though nobody answers', async () => {
    server = await startTlsServer('fine', () => {});
    outside = openOutside(listed, server.port, { patience: 200 });
    // Left alone, nobody would ever answer, and the test would run into its limit.
    expect(await outside.look(question)).toEqual([]);
  });
});

test('the built-in checklists list no more than what is documented', async () => {
  const atHand = await packsAtHand(undefined);
  expect([...hostsOf(atHand.ok ? atHand.packs : [])].toSorted()).toEqual([
    'api.banno.com',
    'banno.com',
    'digital.garden-fi.com',
    'login.jackhenry.com',
  ]);
});

describe('whatever is pasted', () => {
  const name = fc.constantFrom(
    ...['api.pets.example', 'login.pets.example', 'status.pets.example', 'api.pets.example.', 'x.api.pets.example'],
    ...['api.pets.example.cats.example', 'cats.example', 'localhost', '127.0.0.1', '[::1]', '169.254.169.254'],
    ...[
      'api.pets.example:8443',
      'api.pets.example@cats.example',
      'cats.example#api.pets.example',
      'xn--pets-9ra.example',
    ],
  );
  const path = fc.webPath();
  const target = fc
    .tuple(fc.constantFrom('https', 'http', 'ftp', ''), name, path)
    .map(([scheme, at, rest]) => `${scheme}://${at}${rest}`);
  const paste = fc.oneof(
    target.map((url) => `curl -i ${url}\nHTTP/2 500`),
    fc.tuple(name, path).map(([at, rest]) => `GET ${rest || '/'} HTTP/1.1\nHost: ${at}\n\nHTTP/1.1 502 Bad Gateway`),
    name.map((at) => `curl: (6) Could not resolve host: ${at}`),
    fc.tuple(target, target).map(([one, other]) => `issuer: ${one}\ntoken_endpoint: ${other}\ncurl ${one}`),
    fc.tuple(fc.string({ unit: 'grapheme' }), target).map(([text, url]) => `${text} ${url}`),
    fc.string({ unit: 'grapheme' }),
  );

  test('no name is looked up that the checklist does not list, and nothing of the paste is sent', async () => {
    const addresses = new Set(Object.keys(documents).map((path) => `GET ${path}`));
    const allowed = new Set(['api.pets.example', 'login.pets.example', 'status.pets.example']);
    const { look, pass, lookedUp, server } = await start(listed);
    await fc.assert(
      fc.asyncProperty(fc.array(paste, { maxLength: 4 }), async (pastes) => {
        // What was seen before is not asked for again.
        pass(60_000);
        await look(pastes.join('\n\n'));
        expect(lookedUp.filter((asked) => !allowed.has(asked))).toEqual([]);
        expect(server.requests.filter((asked) => !addresses.has(asked))).toEqual([]);
      }),
      { numRuns: 150 },
    );
    // The property has been tried: some of them were asked about.
    expect(lookedUp).toContain('login.pets.example');
  });
});

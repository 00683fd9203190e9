import { createHmac, randomBytes } from 'node:crypto';
import type { Installation } from '@slack/bolt';
import { MockAgent } from 'undici';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { createMetrics, type Metrics } from '../../../src/metrics.ts';
import { packsAtHand } from '../../../src/packs-at-hand.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/start.ts';
import { createSlackApp, type SlackApp } from '../../../src/slack/app.ts';
import { createInstallationStore, NotInstalled } from '../../../src/slack/installation/installations.ts';
import { scopes } from '../../../src/slack/installation/scopes.ts';
import { createCipher } from '../../../src/store/cipher.ts';
import { createMemoryStore } from '../../../src/store/memory.ts';
import { sealInstallations } from '../../../src/store/sealed.ts';
import type { Store } from '../../../src/store/store.ts';
import { troubleshoot } from '../../../src/troubleshoot.ts';
import { manifest, shownText } from '../workspace.ts';

/** As the store has it, and as the app sees it. */
let kept: Store;
let store: Store;
let sandbox: Sandbox;
let app: SlackApp;
let url: string;
let logged: string[];
let metrics: Metrics;

interface Options {
  readonly manifest?: string;
  readonly allowedTeams?: readonly string[];
  /** What Slack answers in place of a token. */
  readonly inPlaceOfToken?: string;
}

async function start(options: Options = {}) {
  kept = createMemoryStore(() => Date.now());
  store = sealInstallations(kept, createCipher([randomBytes(32)]));
  sandbox = await startSandbox({ manifest: options.manifest ?? manifest, port: 0, clock: { frozen: true } });
  const { clientId, clientSecret, signingSecret, url: slackApiUrl } = sandbox;
  const { allowedTeams } = options;
  logged = [];
  const line = (about: object, message: string) => {
    logged.push(`${JSON.stringify(about)} ${message}`);
  };
  metrics = createMetrics();
  const dispatcher = new MockAgent();
  if (options.inPlaceOfToken !== undefined) {
    const asked = dispatcher
      .get(new URL(slackApiUrl).origin)
      .intercept({ path: '/api/oauth.v2.access', method: 'POST' });
    asked.reply(200, options.inPlaceOfToken);
  }
  const loaded = await packsAtHand(undefined);
  if (!loaded.ok) throw new Error('A checklist is broken.');
  app = createSlackApp({
    settings: { mode: 'http', signingSecret, port: 0, slackApiUrl, allowedTeams, install: { clientId, clientSecret } },
    troubleshoot: (text) => troubleshoot(text, loaded.packs, Date.now()),
    log: { info: line, warn: line, error: line },
    now: () => Date.now(),
    checklists: [],
    store,
    meter: metrics.meter,
    dispatcher,
  });
  const started = await app.start();
  if (!started.ok) throw new Error(started.problem);
  url = `http://127.0.0.1:${started.port}`;
  await sandbox.deliverOverHttp(`${url}/slack/events`);
}
beforeEach(async () => {
  app = { start: () => Promise.reject(new Error('It is not there yet.')), stop: async () => {}, isReady: () => false };
});
afterEach(async () => {
  await app.stop();
  await sandbox.close();
});

interface Shown {
  readonly status: number;
  readonly text: string;
  /** What the browser was given to bring back. */
  readonly secrets: readonly string[];
}

interface GoneWrong {
  /** What Slack sends the person back with, `null` where it is missing. */
  readonly query?: Readonly<Record<string, string | null>>;
  readonly cookie?: string;
}

/** What a person's browser does who lets the app in. */
async function install(wrong: GoneWrong = {}): Promise<Shown> {
  const begun = await fetch(`${url}/slack/install`, { redirect: 'manual' });
  const cookie = (begun.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const slack = new URL(begun.headers.get('location') ?? '');
  // An app with one redirect URL need not name it.
  slack.searchParams.set('redirect_uri', `${url}/slack/oauth_redirect`);
  const agreed = await fetch(slack, { redirect: 'manual' });
  const back = new URL(agreed.headers.get('location') ?? '');
  for (const [name, value] of Object.entries(wrong.query ?? {})) {
    if (value === null) back.searchParams.delete(name);
    else back.searchParams.set(name, value);
  }
  const shown = await fetch(back, { headers: { cookie: wrong.cookie ?? cookie } });
  const secrets = [back.searchParams.get('state'), back.searchParams.get('code'), cookie];
  return {
    status: shown.status,
    text: await shown.text(),
    secrets: secrets.filter((one) => (one ?? '') !== '').map(String),
  };
}

const paste = 'curl https://api.example.com/v2/dogs\nHTTP/2 401';

function ask(): Promise<string> {
  const ada = sandbox.as('ada');
  ada.post(ada.dm, paste);
  return sandbox.until(() => {
    const reply = sandbox.messages(ada.dm).find((message) => message.user === sandbox.bot.userId);
    return reply === undefined ? undefined : shownText(reply);
  }, 'the reply');
}

describe('a workspace that installs the app', () => {
  test('is answered with its own token, which rests sealed', async () => {
    await start();
    expect(await install()).toMatchObject({ status: 200, text: expect.stringContaining('Stepwise is installed.') });
    expect(await ask()).toContain('401');
    expect(await store.installations.get(sandbox.team.id)).toContain('xoxb-');
    expect(await kept.installations.get(sandbox.team.id)).not.toContain('xoxb');
    expect(logged.join('\n')).not.toContain('xoxb');
  });

  test('is asked for the scopes of the manifest and for no other', () => {
    const read = z.object({ oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }) });
    expect([...scopes]).toEqual(read.parse(parse(manifest)).oauth_config.scopes.bot);
  });

  test('gets a new token before the old one ends, once for all who ask at the same time', async () => {
    await start({ manifest: manifest.replace('token_rotation_enabled: false', 'token_rotation_enabled: true') });
    await install();
    const installed = JSON.parse((await store.installations.get(sandbox.team.id)) ?? '');
    const soon = Math.floor(Date.now() / 1000) + 60;
    const ending = { ...installed, bot: { ...installed.bot, expiresAt: soon } };
    await store.installations.put(sandbox.team.id, JSON.stringify(ending));
    sandbox.as('ben').post(sandbox.as('ben').dm, paste);
    expect(await ask()).toContain('401');
    const renewed = JSON.parse((await store.installations.get(sandbox.team.id)) ?? '');
    expect(renewed.bot.token).not.toBe(installed.bot.token);
    expect(renewed.bot.expiresAt).toBeGreaterThan(soon + 3_600);
    const access = sandbox.traffic.all().filter(({ name }) => name === 'oauth.v2.access');
    expect(access.map(({ outcome }) => outcome)).toEqual(['ok', 'ok']);
  });
});

describe('an installation that goes wrong', () => {
  const cases: readonly (readonly [string, GoneWrong, string])[] = [
    ['was refused by the person', { query: { error: 'access_denied' } }, 'You did not let'],
    ['began in another browser', { cookie: 'slack-app-oauth-state=another' }, 'began in another browser'],
    ['has no state', { query: { state: null } }, 'began in another browser'],
    ['has no code', { query: { code: null } }, 'Slack sent no code'],
    ['has a code that Slack did not give', { query: { code: 'made-up' } }, 'could not be installed'],
  ];
  test.each(cases)('because it %s is told so, and keeps nothing', async (_what, wrong, sentence) => {
    await start();
    expect(await install(wrong)).toMatchObject({ status: 400, text: expect.stringContaining(sentence) });
    expect(await store.installations.get(sandbox.team.id)).toBeUndefined();
  });

  test('since the workspace is not allowed keeps nothing, and gives the token back', async () => {
    await start({ allowedTeams: ['T999'] });
    expect(await install()).toMatchObject({ status: 403, text: expect.stringContaining('may not be installed') });
    expect(await store.installations.get(sandbox.team.id)).toBeUndefined();
    expect(sandbox.traffic.all().map(({ name }) => name)).toContain('auth.revoke');
  });
});

describe('of an installation no secret is shown, written, counted or kept as it is', () => {
  const echoed = 'Zk4vT9qLw2Xr8NbY3mHs6Pd1';
  test.each<readonly [string, string | undefined]>([
    ['gives a token', undefined],
    ['refuses, and quotes what it was sent', JSON.stringify({ ok: false, error: `invalid_code ${echoed}` })],
    ['answers with what is no JSON', `{"ok":tru ${echoed}`],
    ['gives a token and nothing else', JSON.stringify({ ok: true, access_token: ['xoxb', echoed].join('-') })],
  ])('where Slack %s', async (_what, inPlaceOfToken) => {
    await start({ inPlaceOfToken });
    const { text, secrets } = await install();
    const { id, botToken, clientSecret, signingSecret } = { ...sandbox.team, ...sandbox };
    const all = [text, ...logged, await metrics.read(), (await kept.installations.get(id)) ?? ''].join('\n');
    for (const secret of [...secrets, botToken, clientSecret, signingSecret, echoed]) expect(all).not.toContain(secret);
    expect(secrets).toHaveLength(3);
    expect(text).toContain(inPlaceOfToken === undefined ? 'is installed' : 'could not be installed');
  });
});

describe('a workspace that removes the app', () => {
  test.each([
    ['app_uninstalled', {}],
    ['tokens_revoked', { tokens: { bot: ['UBOT'] } }],
  ])('(%s) leaves nothing behind', async (type, about) => {
    await start();
    await install();
    const { id } = sandbox.team;
    await store.counts.add({ team: id, pack: 'http', outcome: 'found' }, Date.now());
    expect(await sandbox.sendEvent({ type, ...about })).toMatchObject({ ok: true });
    expect(await kept.installations.get(id)).toBeUndefined();
    expect(await kept.counts.read(id, 0)).toEqual([]);
  });

  test('by a person’s token alone, which is never asked for, stays installed', async () => {
    await start();
    await install();
    await sandbox.sendEvent({ type: 'tokens_revoked', tokens: { oauth: ['U1'] } });
    expect(await kept.installations.get(sandbox.team.id)).toBeDefined();
  });

  test('or never had it is acknowledged, and not answered', async () => {
    await start();
    const ada = sandbox.as('ada');
    const mention = { type: 'message', channel_type: 'im', channel: ada.dm, user: ada.id, text: paste, ts: '1.1' };
    expect(await sandbox.sendEvent(mention)).toMatchObject({ ok: true });
    expect(logged.join('\n')).toContain('where Stepwise is not installed');
  });
});

describe('a request', () => {
  test('from a workspace that is not allowed is acknowledged, and not answered', async () => {
    await start({ allowedTeams: ['T999'] });
    const before = sandbox.traffic.all().length;
    expect(await sandbox.sendEvent({ type: 'app_home_opened', user: 'U1', tab: 'home' })).toMatchObject({ ok: true });
    const after = sandbox.traffic.all().slice(before);
    expect(after.filter(({ direction }) => direction === 'from-app')).toEqual([]);
  });

  test('that is sent once more, signature and all, is dropped', async () => {
    await start();
    await install();
    const timestamp = Math.floor(Date.now() / 1000);
    const { id: team } = sandbox.team;
    const body = new URLSearchParams({
      command: '/troubleshoot',
      text: '',
      team_id: team,
      user_id: 'U1',
      channel_id: 'C1',
      trigger_id: 'trigger.1',
      response_url: `${sandbox.url}nowhere`,
    }).toString();
    const signature = createHmac('sha256', sandbox.signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
    const send = async () => {
      const response = await fetch(`${url}/slack/events`, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-slack-request-timestamp': String(timestamp),
          'x-slack-signature': `v0=${signature}`,
        },
        body,
      });
      return response.status;
    };
    expect(await send()).toBe(200);
    expect(await send()).toBe(200);
    expect(logged.filter((line) => line.includes('came twice'))).toHaveLength(1);
  });
});

describe('an installation in an organization', () => {
  const org: Installation<'v2', true> = {
    team: undefined,
    enterprise: { id: 'E1', name: 'Garden' },
    isEnterpriseInstall: true,
    user: { id: 'U1', token: undefined, scopes: undefined },
    bot: { id: 'B1', userId: 'U2', token: ['xoxb', 'org'].join('-'), scopes: [...scopes] },
    authVersion: 'v2',
  };
  const own: Installation<'v2', false> = { ...org, team: { id: 'T1' }, isEnterpriseInstall: false };

  test('serves each of its workspaces, and a workspace’s own goes before it', async () => {
    const { installations } = createMemoryStore(() => 0);
    const bolt = createInstallationStore(installations);
    await bolt.storeInstallation(org);
    const fetched = (teamId: string, isEnterpriseInstall: boolean) =>
      bolt.fetchInstallation({ teamId, enterpriseId: 'E1', isEnterpriseInstall });
    expect(await fetched('T1', true)).toMatchObject({ isEnterpriseInstall: true });
    expect(await fetched('T1', false)).toMatchObject({ isEnterpriseInstall: true });
    await bolt.storeInstallation(own);
    expect(await fetched('T1', false)).toMatchObject({ isEnterpriseInstall: false });
    expect(await fetched('T2', false)).toMatchObject({ isEnterpriseInstall: true });
    await bolt.deleteInstallation?.({ teamId: undefined, enterpriseId: 'E1', isEnterpriseInstall: true });
    await expect(fetched('T2', true)).rejects.toBeInstanceOf(NotInstalled);
    expect(await fetched('T1', false)).toMatchObject({ isEnterpriseInstall: false });
  });
});

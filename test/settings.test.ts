import { describe, expect, it } from 'vitest';
import { readSettings } from '../src/settings.ts';

const botToken = ['xoxb', '1', '2', 'fake'].join('-');
const appToken = ['xapp', '1', 'A1', 'fake'].join('-');
const signingSecret = '0123456789abcdef'.repeat(2);

const hour = 60 * 60 * 1000;
const inMemory = {
  place: { kind: 'memory' },
  retention: { answers: 24 * hour, deliveries: 24 * hour, counts: 26 * 7 * 24 * hour },
  keys: [],
};
const key = '0f'.repeat(32);
const many = {
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'ab'.repeat(16),
  SLACK_SIGNING_SECRET: signingSecret,
  STORE_KEY: key,
  DATABASE_URL: 'postgres://stepwise@localhost/stepwise',
};

describe('settings', () => {
  it('start the local workspace when nothing is set', () => {
    expect(readSettings({})).toEqual({
      ok: true,
      settings: {
        port: 3000,
        liveChecks: false,
        logLevel: 'info',
        store: inMemory,
        channelPacks: new Map(),
        proxy: {},
      },
    });
  });

  it('are read without the blanks that copying leaves around them', () => {
    expect(
      readSettings({ SLACK_BOT_TOKEN: ` ${botToken}\n`, SLACK_SIGNING_SECRET: `${signingSecret} ` }),
    ).toMatchObject({
      ok: true,
      settings: { slack: { botToken, signingSecret } },
    });
  });

  it('use Socket Mode when there is an app token', () => {
    expect(
      readSettings({
        SLACK_BOT_TOKEN: botToken,
        SLACK_APP_TOKEN: appToken,
        SLACK_SIGNING_SECRET: signingSecret,
      }),
    ).toMatchObject({ ok: true, settings: { slack: { mode: 'socket', botToken, appToken } } });
  });

  it('use HTTP with a signing secret otherwise', () => {
    expect(
      readSettings({ SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret, PORT: '8080' }),
    ).toMatchObject({ ok: true, settings: { port: 8080, slack: { mode: 'http', botToken, signingSecret } } });
  });

  it('take an empty variable for one that is not set, as a .env file leaves it', () => {
    expect(readSettings({ SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '', PORT: '' })).toMatchObject({
      ok: true,
      settings: { port: 3000 },
    });
  });

  it.each([
    ['https://slack-gov.com/api/', true],
    ['http://127.0.0.1:3000/api/', true],
    ['http://[::1]:3000/api/', true],
    ['https://slack-gov.com/api', false],
    ['http://slack.com/api/', false],
    ['http://127.0.0.1.example/api/', false],
  ])('take %s for the root of the Web API: %s', (SLACK_API_URL, isTaken) => {
    const read = readSettings({ SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL });
    expect(read.ok && read.settings.slack?.slackApiUrl === SLACK_API_URL).toBe(isTaken);
  });

  it('take proxies in large and in small letters', () => {
    const read = readSettings({
      https_proxy: 'http://a:3128',
      HTTP_PROXY: 'http://b:3128',
      no_proxy: 'c',
      NO_PROXY: '',
    });
    expect(read).toMatchObject({
      settings: { proxy: { https: 'http://a:3128', http: 'http://b:3128', except: 'c' } },
    });
  });

  it('watch the process from this machine alone, unless they say more', () => {
    expect(readSettings({ OPS_PORT: '9090' })).toMatchObject({ settings: { ops: { host: '127.0.0.1', port: 9090 } } });
    expect(readSettings({ OPS_PORT: '9090', OPS_HOST: '0.0.0.0' })).toMatchObject({
      settings: { ops: { host: '0.0.0.0' } },
    });
  });

  it('look at no host unless they say so', () => {
    expect(readSettings({ LIVE_CHECKS: 'on' })).toMatchObject({ settings: { liveChecks: true } });
    expect(readSettings({ LIVE_CHECKS: '' })).toMatchObject({ settings: { liveChecks: false } });
    expect(readSettings({ LIVE_CHECKS: 'yes' })).toEqual({ ok: false, problems: ['LIVE_CHECKS must be on or off.'] });
  });

  it('list every problem at once, and repeat no value', () => {
    const result = readSettings({
      SLACK_APP_TOKEN: botToken,
      SLACK_SIGNING_SECRET: 'hunter2',
      PORT: 'http',
      LOG_LEVEL: 'loud',
    });
    expect(result).toMatchObject({ ok: false });
    const problems = result.ok ? [] : result.problems;
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'SLACK_APP_TOKEN',
      'SLACK_SIGNING_SECRET',
      'PORT',
      'LOG_LEVEL',
      'SLACK_BOT_TOKEN',
    ]);
    expect(problems.join(' ')).not.toContain('hunter2');
    expect(problems.join(' ')).not.toContain(botToken);
  });

  it.each([
    [{ SLACK_BOT_TOKEN: botToken }, 'SLACK_APP_TOKEN is missing'],
    [{ SLACK_APP_TOKEN: appToken }, 'SLACK_BOT_TOKEN is missing'],
    [{ SLACK_SIGNING_SECRET: signingSecret }, 'SLACK_BOT_TOKEN is missing'],
  ])('say what is missing (%#)', (environment, problem) => {
    const result = readSettings(environment);
    expect(result.ok ? [] : result.problems).toEqual([expect.stringContaining(problem)]);
  });

  it('keep what outlives the process in Postgres, else in a folder', () => {
    expect(readSettings({ DATABASE_URL: many.DATABASE_URL, DATA_DIR: './data' })).toMatchObject({
      settings: { store: { place: { kind: 'postgres', url: many.DATABASE_URL } } },
    });
    expect(readSettings({ DATA_DIR: './data', KEEP_DELIVERIES_HOURS: '3', KEEP_COUNTS_WEEKS: '4' })).toMatchObject({
      settings: {
        store: {
          place: { kind: 'folder', path: './data' },
          retention: { deliveries: 3 * hour, counts: 28 * 24 * hour },
        },
      },
    });
  });

  it('take keys with the newest first', () => {
    const result = readSettings({ STORE_KEY: `${key}, ${'aa'.repeat(32)}` });
    expect(result.ok ? result.settings.store.keys.map((one) => Buffer.from(one).toString('hex')) : []).toEqual([
      key,
      'aa'.repeat(32),
    ]);
  });

  it('give channels checklists of their own', () => {
    const read = readSettings({ CHANNEL_PACKS: 'C012AB3CD=pets, C045EF6GH = admin-api' });
    expect(read).toMatchObject({ ok: true });
    expect(read.ok && [...read.settings.channelPacks]).toEqual([
      ['C012AB3CD', 'pets'],
      ['C045EF6GH', 'admin-api'],
    ]);
    expect(readSettings({ CHANNEL_PACKS: '#pets=pets' })).toEqual({
      ok: false,
      problems: [
        'CHANNEL_PACKS must list channels with their checklists, such as C012AB3CD=pets, C045EF6GH=admin-api.',
      ],
    });
  });

  it('let many workspaces install the app', () => {
    expect(readSettings({ ...many, PUBLIC_URL: 'https://stepwise.example', ALLOWED_TEAMS: 'T01, E02' })).toMatchObject({
      ok: true,
      settings: {
        slack: {
          mode: 'http',
          allowedTeams: ['T01', 'E02'],
          install: { clientId: '1.2', publicUrl: 'https://stepwise.example' },
        },
      },
    });
  });

  it.each([
    [{ ...many, SLACK_CLIENT_SECRET: '' }, 'SLACK_CLIENT_SECRET is missing'],
    [{ ...many, SLACK_SIGNING_SECRET: '' }, 'SLACK_SIGNING_SECRET is missing'],
    [{ ...many, STORE_KEY: '' }, 'STORE_KEY is missing'],
    [{ ...many, DATABASE_URL: '' }, 'DATABASE_URL is missing'],
    [{ ...many, SLACK_BOT_TOKEN: botToken }, 'SLACK_BOT_TOKEN is for one workspace'],
    [{ ...many, SLACK_APP_TOKEN: appToken }, 'SLACK_APP_TOKEN is for one workspace'],
    [{ STORE_KEY: 'short' }, 'STORE_KEY must be 64 hexadecimal digits'],
    [{ DATABASE_URL: 'mysql://there' }, 'DATABASE_URL must be the address of a Postgres database'],
    [{ ALLOWED_TEAMS: 'our-team' }, 'ALLOWED_TEAMS must list ids'],
    [{ KEEP_COUNTS_WEEKS: '0' }, 'KEEP_COUNTS_WEEKS must be a whole number from 1'],
  ])('say what is wrong with many workspaces or with the store (%#)', (environment, problem) => {
    const result = readSettings(environment);
    expect(result.ok ? [] : result.problems).toEqual([expect.stringContaining(problem)]);
  });
});

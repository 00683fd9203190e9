import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { settings, settingsExample, settingsList } from '../../src/cli/settings.ts';
import { settingsTable } from '../../src/settings-table.ts';

const secrets: Readonly<Record<string, string>> = {
  SLACK_BOT_TOKEN: ['xoxb', '123456789012', '1234567890123', 'Zk4vT9qLw2Xr8NbY3mHs6Pd1'].join('-'),
  SLACK_APP_TOKEN: ['xapp', '1', 'A1', 'fake'].join('-'),
  SLACK_SIGNING_SECRET: '0123456789abcdef'.repeat(2),
  SLACK_CLIENT_SECRET: 'ab'.repeat(16),
  DATABASE_URL: 'postgres://stepwise:hunter2@localhost/stepwise',
  STORE_KEY: '0f'.repeat(32),
  HTTPS_PROXY: 'http://ada:hunter3@proxy.example:3128',
  HTTP_PROXY: 'http://ada:hunter4@proxy.example:3128',
};

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** Runs the command with nothing but these variables, and what stands in `.env`, if there is one, or why it cannot be read. */
async function run(
  environment: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  envFile: Readonly<Record<string, string>> | Error = Object.assign(new Error('There is none.'), { code: 'ENOENT' }),
) {
  for (const { name } of settingsTable) {
    vi.stubEnv(name, environment[name] ?? '');
    vi.stubEnv(name.toLowerCase(), environment[name.toLowerCase()] ?? '');
  }
  vi.spyOn(process, 'loadEnvFile').mockImplementation(() => {
    if (envFile instanceof Error) throw envFile;
    for (const [name, value] of Object.entries(envFile)) vi.stubEnv(name, value);
  });
  let said = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  return { status: await settings(args), said };
}

describe('stepwise settings', () => {
  it('lists each setting with what it does', () => {
    const list = settingsList({});
    for (const { name, does, section } of settingsTable) {
      expect(does).toMatch(/^.{10,}\.$/);
      expect(list).toContain(`  ${name}: `);
      expect(list).toContain(section);
    }
  });

  it('says which are given, and never the value of a secret', () => {
    const list = settingsList({ ...secrets, PORT: '8080', PACK: '', PACKS_DIR: secrets.SLACK_BOT_TOKEN });
    for (const [name, value] of Object.entries(secrets)) {
      expect(list).toContain(`${name}: given\n`);
      expect(list).not.toContain(value);
    }
    expect(list).not.toMatch(/hunter\d/);
    expect(list).toContain('PORT: 8080\n');
    expect(list).toContain('PACK: not given\n');
    expect(list).toContain('PACKS_DIR: given\n');
    expect(list).toContain('LOG_LEVEL: info, unless given\n');
  });

  it('ends with 0 where nothing is wrong', async () => {
    const { status, said } = await run({});
    expect(status).toBe(0);
    expect(said).toContain('Nothing is wrong with them.');
  });

  it('lists everything that is wrong, and ends with 1', async () => {
    const { status, said } = await run({
      SLACK_APP_TOKEN: 'xapp-1',
      PORT: 'hunter5',
      PACK: 'nonsense',
      https_proxy: 'proxy:3128',
    });
    expect(status).toBe(1);
    for (const problem of ['SLACK_BOT_TOKEN is missing', 'PORT must be', 'PACK names no', 'HTTPS_PROXY must be']) {
      expect(said).toContain(`  - ${problem}`);
    }
  });

  it('says what in .env is nearly a setting, and leaves alone what belongs to others', async () => {
    const { status, said } = await run({}, [], {
      DATABASE_ULR: 'postgres://ada:hunter6@db/x',
      COMPOSE_PROFILES: 'all',
    });
    expect(status).toBe(1);
    expect(said).toContain('  - `.env` has DATABASE_ULR, which is no setting. Did you mean DATABASE_URL?\n');
    expect(said).not.toMatch(/hunter6|COMPOSE/);
  });

  it('says that .env cannot be read, as where Docker has made a folder of it', async () => {
    const { status, said } = await run({}, [], Object.assign(new TypeError(), { code: 'ERR_INVALID_ARG_TYPE' }));
    expect(status).toBe(1);
    expect(said).toContain('  - `.env` cannot be read. It must be a file that you may read.\n');
  });

  it('says where a checklist is broken', async () => {
    const { status, said } = await run({ PACKS_DIR: '/nowhere/at/all' });
    expect(status).toBe(1);
    expect(said).toContain('/nowhere/at/all');
  });
});

it('.env.example is what `npx stepwise settings --example` prints', async () => {
  const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
  expect(example).toBe(settingsExample());
  expect((await run({}, ['--example'])).said).toBe(example);
});

import { describe, expect, it } from 'vitest';
import { readSettings } from '../src/settings.ts';

const botToken = ['xoxb', '1', '2', 'fake'].join('-');
const appToken = ['xapp', '1', 'A1', 'fake'].join('-');
const signingSecret = '0123456789abcdef'.repeat(2);

describe('settings', () => {
  it('start the local workspace when nothing is set', () => {
    expect(readSettings({})).toEqual({ ok: true, settings: { port: 3000, logLevel: 'info' } });
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
});

import { describe, expect, test } from 'vitest';
import { ask } from './ask.ts';

const both = (sent: string, registered: string) =>
  `redirect_uri sent: ${sent}\nRegistered redirect URI: ${registered}\n`;

describe('the sent redirect URI against the registered one, part by part', () => {
  test.each([
    ['https://app.example.com/cb', 'https://app.example.com/cb', 'absent'],
    [
      'https://app.example.com/callback/plugin',
      'https://app.example.com/',
      'path: /callback/plugin was sent, / is registered',
    ],
    [
      'https://app.example.com/cb/',
      'https://app.example.com/cb',
      'path (the slash at the end): /cb/ was sent, /cb is registered',
    ],
    [
      'https://app.example.com/Callback',
      'https://app.example.com/callback',
      'path (upper and lower case): /Callback was sent, /callback is registered',
    ],
    ['http://app.example.com/cb', 'https://app.example.com/cb', 'scheme: http was sent, https is registered'],
    ['http://localhost:3000/cb', 'http://localhost:8080/cb', 'port: 3000 was sent, 8080 is registered'],
    [
      'https://www.example.com/cb',
      'https://example.com/cb',
      'host (www.): www.example.com was sent, example.com is registered',
    ],
    [
      'https://app.example.com/a%2Fb',
      'https://app.example.com/a/b',
      'path (percent-encoding): /a%2Fb was sent, /a/b is registered',
    ],
  ])('%s against %s', (sent, registered, difference) => {
    expect(ask('oauth.redirect-uri.difference', both(sent, registered))).toBe(difference);
    expect(ask('oauth.redirect-uri.same', both(sent, registered))).toBe(difference === 'absent');
  });

  test('with one of them alone there is nothing to compare', () => {
    expect(ask('oauth.redirect-uri.same', 'redirect_uri: https://app.example.com/cb')).toBe('unknown');
  });
});

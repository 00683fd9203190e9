import { expect, test } from 'vitest';
import { isGreeting, isThanks } from '../../../src/slack/ways-in/greeting.ts';

test.each(['hi', 'Hello!', 'help', 'What should I paste?', 'Hey Stepwise', 'can you help me, please?'])(
  '“%s” asks how to use the app',
  (text) => expect(isGreeting(text)).toBe(true),
);

test.each(['', '401', 'hi, I get a 401', 'help with scopes', 'curl https://api.example.com', 'ERR'])(
  '“%s” asks something else',
  (text) => expect(isGreeting(text)).toBe(false),
);

test.each([
  'thanks!',
  'Thank you so much',
  'ok, thanks a lot',
  'That worked',
  'it works now',
  '👍',
  ':+1: :tada:',
  'OK',
])('“%s” asks nothing', (text) => expect(isThanks(text)).toBe(true));

test.each([
  '',
  'hi',
  'it',
  '???',
  '401',
  'works not',
  'thanks, but now I get a 403',
  'now',
  ':+1: 403',
  'danke https://a.example',
])('“%s” is more than thanks', (text) => expect(isThanks(text)).toBe(false));

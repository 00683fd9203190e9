import { expect, test } from 'vitest';
import { isGreeting } from '../../../src/slack/ways-in/greeting.ts';

test.each(['hi', 'Hello!', 'help', 'What should I paste?', 'Hey Stepwise', 'can you help me, please?'])(
  '“%s” asks how to use the app',
  (text) => expect(isGreeting(text)).toBe(true),
);

test.each(['', '401', 'hi, I get a 401', 'help with scopes', 'curl https://api.example.com', 'ERR'])(
  '“%s” asks something else',
  (text) => expect(isGreeting(text)).toBe(false),
);

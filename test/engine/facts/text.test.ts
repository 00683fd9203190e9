import { expect, test } from 'vitest';
import { ask } from './ask.ts';

test.each([
  ['How do I get an access token?', true],
  ['Which scopes are there? I get invalid_scope.', false],
  ['Where do I ask for claims? Mine is undefined.', false],
  ['How do I get rid of the 401?\nGET https://api.example.com/v1\n401', false],
])('a question of how something is done, or one about a call that failed: %s', (text, isQuestion) => {
  expect(ask('paste.is-question', text)).toBe(isQuestion);
});

import { expect, test } from 'vitest';
import { ask } from './ask.ts';

const url = 'https://digital.garden-fi.com/a/consumer/api/v0/users/1';

test.each([
  [`GET ${url}\n404\n{"message":"Not Found"}`, false],
  [`GET ${url}\n401\n{"error":{"message":"Unauthorized."}}`, false],
  [`GET ${url}\n404\n{"message":"No such customer: cus_123"}`, true],
  [`curl ${url}\n{"message":"Not Found"}`, true],
  [`GET ${url}\n404\n{"errorCode":4}`, false],
  [`GET ${url}\n404`, 'unknown'],
])('the words of an error tell more than its status, or not: %s', (text, tellsMore) => {
  expect(ask('error.description.tells-more', text)).toBe(tellsMore);
});

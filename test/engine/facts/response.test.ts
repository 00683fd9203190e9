import { expect, it } from 'vitest';
import { ask } from './ask.ts';

it.each([
  [
    'the line of a log that tells of the failure',
    '2026-01-12T10:22:31Z INFO token refreshed, x-request-id=4a61c2b97f580f6e2ad4b8c1957330de\n2026-01-12T10:33:31Z ERROR GET https://h.example/v1/a 401 x-request-id=0f6e2ad4b8c1957330de4a61c2b97f58',
    '2026-01-12T10:33:31Z',
    '0f6e2ad4b8c1957330de4a61c2b97f58',
  ],
  [
    'the paste, where the line of the failure has none',
    'It happened on 2026-01-12 at 10:33 UTC, x-request-id: 0f6e2ad4b8c1957330de4a61c2b97f58\n\ncurl https://h.example/v1/a\nHTTP/1.1 401 Unauthorized',
    '2026-01-12 at 10:33 UTC',
    '0f6e2ad4b8c1957330de4a61c2b97f58',
  ],
])('takes the date and the request id from %s', (_from, paste, date, id) => {
  expect(ask('response.date', paste)).toBe(date);
  expect(ask('response.request-id', paste)).toBe(id);
});

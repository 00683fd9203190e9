import { expect, test } from 'vitest';
import { readPaste } from '../../../src/reading/read.ts';
import { telling } from '../pastes/telling.ts';

const lines: readonly (readonly [told: string, pasted: string])[] = [
  [
    '> POST https://api.example.com/oauth/token\n< 401\n= date sent: 2026-07-11T10:00:00Z',
    '2026-07-11T10:00:00Z level=error msg="request failed" method=POST url=https://api.example.com/oauth/token status=401',
  ],
  [
    '> GET https://api.example.com/v1/users?page=2\n< 503\n= x-request-id sent: 8601b555',
    'at=error code=H12 desc="Request timeout" method=GET path="/v1/users?page=2" host=api.example.com request_id=8601b555 dyno=web.1 connect=1ms service=30000ms status=503 bytes=0',
  ],
  [
    '> GET /v1/users\n< 404',
    'method=GET path=/v1/users format=json controller=UsersController action=index status=404 duration=58.33',
  ],
];

test.each(lines)('%s', (told, pasted) => {
  expect(telling(readPaste(pasted).paste)).toBe(told);
});

test.each(['method=GET path=/v1/users', 'a=1 b=2 status=404', 'the method=POST of status=404 in words'])(
  'no request: %s',
  (pasted) => {
    expect(readPaste(pasted).paste.exchanges.filter(({ request }) => request?.source === 'log')).toEqual([]);
  },
);

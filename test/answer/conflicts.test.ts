import { expect, it } from 'vitest';
import { conflictsOf } from '../../src/answer/conflicts.ts';
import { readPaste } from '../../src/reading/read.ts';

const call = (authorization: string) =>
  `curl -i https://api.example.com/v1/orders -H "Authorization: ${authorization}"\n`;
const bearer = call('Bearer kq83hfnw02mcla94jdoq7zxb5t1v6y');
const answered = (status: string, body: string) => `HTTP/1.1 ${status}\ncontent-type: application/json\n\n${body}`;
const told = (paste: string) => conflictsOf(readPaste(paste).paste).join('\n');

it.each([
  [
    'a token that is sent, and a response that says none came',
    bearer + answered('401 Unauthorized', '{"error":"missing_token"}'),
    'The request sends an Authorization header, and the response says that none came',
  ],
  [
    'the same in a sentence',
    bearer + answered('401 Unauthorized', '{"message":"No Authorization header was provided"}'),
    'the response says that none came',
  ],
  [
    'a status line and a content that differ',
    bearer + answered('401 Unauthorized', '{"status":404,"error":"not found"}'),
    'The status line says 401 and the content of the response 404.',
  ],
  [
    'a status that is told and another that is shown',
    `I get a 403 all the time\n\n${bearer}${answered('401 Unauthorized', '{}')}`,
    'The text speaks of a 403, and the response that it shows is a 401.',
  ],
])('%s', (_, paste, note) => {
  expect(told(paste)).toContain(note);
});

it.each([
  ['a token that is refused', bearer + answered('401 Unauthorized', '{"error":"no valid token"}')],
  ['a token that is not there', call('Bearer {TOKEN}') + answered('401 Unauthorized', '{"error":"missing_token"}')],
  ['a variable', call('Bearer $TOKEN') + answered('401 Unauthorized', '{"error":"missing_token"}')],
  ['one status in both places', bearer + answered('404 Not Found', '{"status":404}')],
  ['a status of something else', bearer + answered('200 OK', '{"status":"shipped"}')],
  ['the status that is shown, told', `I get a 401\n\n${bearer}${answered('401 Unauthorized', '{}')}`],
  ['what is expected', 'OPError: expected 200 OK, got: 404 Not Found'],
  ['nothing', ''],
])('nothing is said of %s', (_, paste) => {
  expect(told(paste)).toBe('');
});

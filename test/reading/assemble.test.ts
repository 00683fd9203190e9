import { describe, expect, it } from 'vitest';
import { readPaste } from '../../src/reading/read.ts';

/** Each exchange as one line: what was asked, and what came of it. */
function exchangesOf(pasted: string): readonly string[] {
  return readPaste(pasted).paste.exchanges.map(({ request, response, failure }) => {
    const asked = request === undefined ? '?' : `${request.method ?? '…'} ${request.target?.path ?? '?'}`;
    const told = response === undefined ? [] : [`${response.status ?? '…'} ${response.statusBasis}`];
    const code = response?.content?.error?.code;
    return [
      asked,
      ...told,
      ...(code === undefined ? [] : [code]),
      ...(failure === undefined ? [] : [failure.kind]),
    ].join(' -> ');
  });
}

const together: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  'a command and what it printed': [
    'curl -i https://a.example.com/one\nHTTP/1.1 401 Unauthorized\ncontent-type: application/json\n\n{"error":"invalid_token"}',
    ['GET /one -> 401 shown -> invalid_token'],
  ],
  'what came back, and then the command': [
    'I get 403 Forbidden when I run\n\ncurl https://a.example.com/one',
    ['GET /one -> 403 stated'],
  ],
  'a failure behind the command': [
    'curl https://a.example.com/one\ncurl: (6) Could not resolve host: a.example.com',
    ['GET /one -> dns'],
  ],
  'a status in words and the body below it': [
    'curl https://a.example.com/one\n\n401 Unauthorized\n\n{"error":"invalid_token"}',
    ['GET /one -> 401 stated -> invalid_token'],
  ],
  'a status in words and the response that shows it': [
    'this answers 401 Unauthorized:\ncurl https://a.example.com/one\nHTTP/1.1 401 Unauthorized\ndate: Wed, 11 Sep 2024 14:05:41 GMT',
    ['GET /one -> 401 shown'],
  ],
  'the last of several responses': [
    'curl -iL https://a.example.com/one\nHTTP/1.1 302 Found\nlocation: /two\n\nHTTP/1.1 404 Not Found\n',
    ['GET /one -> 404 shown'],
  ],
  'a URL in passing does not take the answer': [
    'curl https://a.example.com/one\n\nour app: https://app.example.org/callback\n\nHTTP/1.1 401 Unauthorized\n',
    ['GET /one -> 401 shown', '… /callback'],
  ],
  'a command and its trace': [
    'curl -v https://a.example.com/one\n* Trying 192.0.2.1\n> GET /one HTTP/1.1\n> Host: a.example.com\n> Accept: */*\n>\n< HTTP/1.1 401 Unauthorized\n< date: Wed, 11 Sep 2024 14:05:41 GMT\n',
    ['GET /one -> 401 shown'],
  ],
  'several exchanges': [
    'curl https://a.example.com/one\nHTTP/1.1 200 OK\n\ncurl -X POST https://a.example.com/two\nHTTP/1.1 403 Forbidden\n',
    ['GET /one -> 200 shown', 'POST /two -> 403 shown'],
  ],
  'ten commands': [
    Array.from({ length: 10 }, (_, index) => `curl https://a.example.com/${index}`).join('\n'),
    Array.from({ length: 10 }, (_, index) => `GET /${index}`),
  ],
  'answers that contradict each other': [
    'HTTP/1.1 401 Unauthorized\n\nand with the new token\n\nHTTP/1.1 403 Forbidden\n',
    ['? -> 401 shown', '? -> 403 shown'],
  ],
  'nothing about HTTP': ['hello, is anybody there?', []],
};

describe('what belongs to one exchange', () => {
  it.each(Object.entries(together))('%s', (_, [pasted, exchanges]) => {
    expect(exchangesOf(pasted)).toEqual(exchanges);
  });
});

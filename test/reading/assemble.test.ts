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
  'a call and the exception that names it': [
    "r = requests.get('https://a.example.com/one', headers={'Accept': 'x'})\nr.raise_for_status()\n\nrequests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://a.example.com/one",
    ['GET /one -> 401 stated'],
  ],
  'calls with their own fields and what came of each': [
    "h1 = {'Authorization': 'Bearer aaa'}\nrequests.get('https://a.example.com/one', headers=h1)\n# 200\nh2 = {'Authorization': 'Bearer bbb'}\nrequests.get('https://a.example.com/two', headers=h2)\n# 403",
    ['GET /one -> 200 stated', 'GET /two -> 403 stated'],
  ],
  'printed fields, the URL and the status below them': [
    "{'Authorization': 'Bearer aaa'}\nhttps://a.example.com/one\n403",
    ['… /one -> 403 stated'],
  ],
  'a CORS refusal and the line below that names the call again': [
    "Access to fetch at 'https://a.example.com/one' from origin 'https://b.example.com' has been blocked by CORS policy: No header.\nme:1 GET https://a.example.com/one net::ERR_FAILED 401",
    ['GET /one -> cors'],
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

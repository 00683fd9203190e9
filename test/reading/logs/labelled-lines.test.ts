import { describe, expect, test } from 'vitest';
import { labelledLinesRecognizer } from '../../../src/reading/logs/labelled-lines.ts';
import { sourceOf } from '../../../src/reading/source.ts';

function read(text: string): readonly string[] {
  return labelledLinesRecognizer.recognize(sourceOf(text), { start: 0, end: text.length }).flatMap((piece) => {
    if (piece.kind !== 'exchange' || piece.request === undefined) return [];
    const { method, target, fields, content } = piece.request;
    const sent = fields.map(({ name, value }) => `> ${name}: ${value}`);
    const received = piece.response === undefined ? [] : [`< ${piece.response.status}`];
    const told = content === undefined ? sent : [...sent, `> ${content.text}`];
    return [`${method ?? '?'} ${target?.uri}`, ...told, ...received];
  });
}

describe('a request reported part by part', () => {
  test.each([
    ['lines', 'Method: get\nURL: https://h.example/a\nStatus: 401 Unauthorized', ['GET https://h.example/a', '< 401']],
    ['a list', '- Endpoint: https://h.example/a\n- HTTP method: POST', ['POST https://h.example/a']],
    ['a numbered list', '1. URL: `https://h.example/a`\n2. Verb: PUT', ['PUT https://h.example/a']],
    ['emphasis', '*Endpoint:* POST /a/token\n**Base URL**: https://h.example/', ['POST https://h.example/a/token']],
    [
      'a table',
      '| Step | Value |\n|---|---|\n| URL | https://h.example/a |\n| Status | 404 |',
      ['? https://h.example/a', '< 404'],
    ],
    [
      'fields below their label',
      'Endpoint: GET https://h.example/a\nHeaders:\n  - Accept: */*\n  - Authorization: Bearer abc\nResponse: 403',
      ['GET https://h.example/a', '> Accept: */*', '> Authorization: Bearer abc', '< 403'],
    ],
    [
      'a field beside its label',
      'URL: https://h.example/a\nHeader: Authorization: Bearer abc',
      ['? https://h.example/a', '> Authorization: Bearer abc'],
    ],
    [
      'content beside its label',
      'POST body: a=b&c=d\nURL: https://h.example/a',
      ['? https://h.example/a', '> a=b&c=d'],
    ],
    [
      'content below its label',
      'Request: POST https://h.example/a\nPayload:\n{\n  "a": 1\n}\nResult: 422',
      ['POST https://h.example/a', '> {\n  "a": 1\n}', '< 422'],
    ],
    [
      'two of them',
      'URL: https://h.example/a\nMethod: GET\n\nURL: https://h.example/b\nMethod: POST',
      ['GET https://h.example/a', 'POST https://h.example/b'],
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    ['a URL alone', 'URL: https://h.example/a'],
    ['words', 'Request: please help us with the login\nMethod: we do not know\nBody: none'],
    ['no URL', 'Endpoint: accounts\nMethod: GET'],
    ['an object of a program', "url: 'https://h.example/a',\nmethod: 'GET',"],
  ])('are not: %s', (_, text) => {
    expect(read(text)).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { buildersRecognizer } from '../../../src/reading/code/builders.ts';
import { piecesOf } from '../pieces.ts';

const built = (text: string) =>
  piecesOf(buildersRecognizer, text).flatMap((piece) =>
    piece.kind === 'request'
      ? [
          {
            call: `${piece.request.method ?? '?'} ${piece.request.target?.uri}`,
            fields: piece.request.fields.map(({ name, value }) => `${name}: ${value}`),
          },
        ]
      : [],
  );

/** A variable, as it is shown where the code does not give it. */
const hole = (name: string) => `\${${name}}`;

describe('a request that code builds', () => {
  test.each([
    [
      "Java's HttpRequest",
      'HttpRequest.newBuilder()\n  .uri(URI.create("https://h.example/a"))\n  .header("Authorization", "Bearer " + token)\n  .GET().build();',
      { call: 'GET https://h.example/a', fields: [`Authorization: Bearer ${hole('token')}`] },
    ],
    [
      'OkHttp',
      'new Request.Builder().url("https://h.example/a").addHeader("Accept", "x").build();',
      { call: 'GET https://h.example/a', fields: ['Accept: x'] },
    ],
    [
      'Go',
      'req, err := http.NewRequest("GET", "https://h.example/a", nil)\nreq.Header.Set("Authorization", "Bearer "+token)',
      { call: 'GET https://h.example/a', fields: [`Authorization: Bearer ${hole('token')}`] },
    ],
    [
      'C#',
      'client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);\nvar r = await client.GetAsync("https://h.example/a");',
      { call: 'GET https://h.example/a', fields: [`Authorization: Bearer ${hole('token')}`] },
    ],
    [
      'C# with a message',
      'new HttpRequestMessage(HttpMethod.Post, "https://h.example/t")',
      { call: 'POST https://h.example/t', fields: [] },
    ],
    [
      'XMLHttpRequest',
      'xhr.open("GET", "https://h.example/a");\nxhr.setRequestHeader("Accept", "x");',
      { call: 'GET https://h.example/a', fields: ['Accept: x'] },
    ],
    ['Ruby', 'Net::HTTP.get(URI("https://h.example/a"))', { call: 'GET https://h.example/a', fields: [] }],
  ])('%s', (_, text, expected) => {
    expect(built(text)).toEqual([expected]);
  });

  test('is told apart from the next', () => {
    const text = 'http.Get("https://h.example/a")\nhttp.Post("https://h.example/b", "x", nil)';
    expect(built(text).map(({ call }) => call)).toEqual(['GET https://h.example/a', 'POST https://h.example/b']);
  });

  test.each([['new URL(window.location)'], ['x.header("a", "b")'], ['the URI (see above)']])('is not: %s', (text) => {
    expect(built(text)).toEqual([]);
  });
});

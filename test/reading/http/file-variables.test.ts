import { describe, expect, test } from 'vitest';
import { httpRequestRecognizer } from '../../../src/reading/http/http-request.ts';
import { piecesOf } from '../pieces.ts';

const requests = (text: string) =>
  piecesOf(httpRequestRecognizer, text).flatMap((piece) => (piece.kind === 'request' ? [piece.request] : []));

describe('the variables of an .http file', () => {
  test('are put in, one into another', () => {
    const text =
      '@host = https://h.example\n@api={{host}}/v1\n@token = abc\n\n### Me\nPOST {{api}}/me?x={{x}}\nAuthorization: Bearer {{token}}\nContent-Type: application/json\n\n{"a":"{{host}}"}\n\n###\nGET {{ api }}/you\n';
    expect(requests(text)).toMatchObject([
      {
        target: { uri: 'https://h.example/v1/me?x={{x}}', host: 'h.example', open: ['{{x}}'] },
        fields: [{ value: 'Bearer abc' }, {}],
        content: { text: '{"a":"https://h.example"}' },
      },
      { target: { uri: 'https://h.example/v1/you' } },
    ]);
    expect(piecesOf(httpRequestRecognizer, text).map(({ kind }) => kind)).toEqual([
      ...['setting', 'setting', 'setting', 'request', 'request'],
    ]);
  });

  test('stay open where the file does not set them', () => {
    const [request] = requests('### Me\nGET https://{{host}}/me\n# a comment\nAuthorization: Bearer {{token}}\n');
    expect(request?.target).toMatchObject({ uri: 'https://{{host}}/me', open: ['{{host}}'] });
    expect(request?.fields).toMatchObject([{ value: 'Bearer {{token}}', open: ['{{token}}'] }]);
  });

  test('are what was sent where there is no such file', () => {
    const [request] = requests('GET https://h.example/me HTTP/1.1\nAuthorization: Bearer {{token}}\n');
    expect(request?.fields[0]?.open).toBeUndefined();
  });

  test('that hold themselves come to an end', () => {
    expect(requests('@a = {{a}}{{a}}\nGET https://h.example/{{a}}')).toHaveLength(1);
  });

  test('and a query that goes on below', () => {
    expect(requests('GET https://h.example/me?\n    limit=5&\n    offset=10\nAccept: x')).toMatchObject([
      { target: { uri: 'https://h.example/me?limit=5&offset=10' }, fields: [{ name: 'Accept' }] },
    ]);
  });
});

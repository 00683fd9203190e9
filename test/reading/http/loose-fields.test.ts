import { describe, expect, test } from 'vitest';
import { looseFieldsRecognizer } from '../../../src/reading/http/loose-fields.ts';
import { sourceOf } from '../../../src/reading/source.ts';

function fieldsIn(text: string): readonly string[] {
  return looseFieldsRecognizer.recognize(sourceOf(text), { start: 0, end: text.length }).flatMap((piece) => {
    if (piece.kind === 'request') return piece.request.fields.map(({ name, value }) => `> ${name}: ${value}`);
    if (piece.kind === 'response') return piece.response.fields.map(({ name, value }) => `< ${name}: ${value}`);
    return [];
  });
}

describe('fields without their message', () => {
  test.each([
    ['a line of a head', 'Authorization: Bearer [abc]', ['> Authorization: Bearer [abc]']],
    ['a scheme with nothing behind it', 'Authorization: Bearer', ['> Authorization: Bearer']],
    [
      'several lines of a head',
      'Host: h.example\nAccept: */*\nX-Request-Id: 1',
      ['> Host: h.example', '> Accept: */*', '> X-Request-Id: 1'],
    ],
    ['lines of a response', 'server: nginx\ncf-ray: 8f', ['< server: nginx', '< cf-ray: 8f']],
    [
      'lines out of an object',
      `  "Authorization": "Bearer abc",\n  'Accept': 'application/json'`,
      ['> Authorization: Bearer abc', '> Accept: application/json'],
    ],
    ['a field in a sentence', 'I send Authorization: Bearer abcdefgh. It fails.', ['> Authorization: Bearer abcdefgh']],
    [
      'a placeholder in a sentence',
      'my header is `Authorization: Bearer {ACCESS_TOKEN}` and it fails',
      ['> Authorization: Bearer {ACCESS_TOKEN}'],
    ],
    ['the token alone, in backticks', 'with `Authorization: abcdefgh12` I get', ['> Authorization: abcdefgh12']],
  ])('%s', (_, text, expected) => {
    expect(fieldsIn(text)).toEqual(expected);
  });

  test.each([
    ['a label', 'Host: the one of our bank'],
    ['what a form asks for', 'Origin: Berlin'],
    ['a sentence', 'Authorization: we do not know how it works.'],
    [
      'what a program puts together',
      `headers["Authorization"] = "Bearer " + token;\n"Authorization": "Bearer " + token,`,
    ],
    [
      'a template',
      `Authorization: \`Bearer $\{token}\`,\n"Authorization": "Bearer $\{token}"\nAuthorization: Bearer $TOKEN`,
    ],
    ['a string that goes on', 'setHeader("Authorization: Bearer " + token)'],
    ['data', 'status: 401\nname: x\ntoken_type: Bearer'],
  ])('are not: %s', (_, text) => {
    expect(fieldsIn(text)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { curlRecognizer } from '../../../src/reading/curl/curl.ts';
import { commands } from '../../bench/curl-commands.ts';
import { shapes } from '../../bench/curl-shapes.ts';
import { piecesOf } from '../pieces.ts';

/** The fields in any order, and without the user information that a URI may have: it is sent as a field. */
describe('commands that were run against a server that echoes are read as what it got', () => {
  it.each([...commands, ...shapes])('$text', ({ text, method, uri, fields, content }) => {
    const piece = piecesOf(curlRecognizer, text).find(({ kind }) => kind === 'request');
    const request = piece?.kind === 'request' ? piece.request : undefined;
    const isFile = request?.content?.data.kind === 'file';
    expect({
      method: request?.method,
      uri: request?.target?.uri.replace(/\/\/[^/@]*@/, '//'),
      fields: request?.fields.map((field) => `${field.name}: ${field.value}`).toSorted(),
      content: isFile ? undefined : request?.content?.text,
    }).toEqual({ method, uri, fields: [...fields].toSorted(), content });
  });
});

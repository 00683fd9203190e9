import { describe, expect, it } from 'vitest';
import { checkExamples } from '../../../src/packs/check.ts';
import { loadedFrom } from '../pack-folder.ts';
import { described, fixture, made, told, workshop } from './made-pack.ts';

const documents = [
  'petstore.yaml',
  'github-like.json',
  'stripe-like.yaml',
  'server-variables.yaml',
  'path-templates.yaml',
  'operation-servers.json',
] as const;

const packs = new Map(documents.map((name) => [name, made(described(fixture(name)))]));

function packOf(name: (typeof documents)[number]) {
  const pack = packs.get(name);
  if (pack === undefined) throw new Error(name);
  return pack;
}

const token = 'Authorization: Bearer fake0123456789token';

describe.each(documents)('the checklist made from %s', (name) => {
  it('loads from a folder, has examples for every rule, and passes its check without a word', async () => {
    const { files } = packOf(name);
    const loaded = await loadedFrom(
      Object.fromEntries([files.head, ...files.items].map(({ file, text }) => [file, text])),
    );
    const [pack] = loaded.ok ? loaded.packs : [];
    if (pack === undefined) throw new Error(JSON.stringify(loaded));
    const checked = checkExamples(pack, workshop.diagnoserOf(pack));
    expect([checked.problems, checked.notes]).toEqual([[], []]);
    const own = pack.items.flatMap(({ rules }) => rules).filter(({ id }) => !pack.inherited.has(id));
    expect(own.length).toBeGreaterThan(5);
    expect(own.filter(({ applies, spares }) => applies.length < 2 || spares.length < 2).map(({ id }) => id)).toEqual(
      [],
    );
  });
});

describe('what people are told', () => {
  it.each([
    [
      'a misspelt path, with the one that was meant',
      'petstore.yaml',
      `curl -i https://petstore.example.com/api/v3/pet -H "${token}"\nHTTP/2 404`,
      /^path-misspelt: The path \/api\/v3\/pet is not in the documentation\. Did you mean \/pets\?/,
    ],
    [
      'a method that the path does not take, with those that it takes',
      'petstore.yaml',
      `curl -i -X PUT https://petstore.example.com/api/v3/pets/7 -H "${token}"\nHTTP/2 405`,
      /^method-not-taken: The path is right, but it takes GET, DELETE, and the request is a PUT\./,
    ],
    [
      'a missing base path',
      'petstore.yaml',
      `curl -i https://petstore.example.com/pets/7 -H "${token}"\nHTTP/2 404`,
      /^base-path-missing: The base path \/api\/v3 is missing in front of the resource in \/pets\/7\./,
    ],
    [
      'a 403, with the scopes of that very operation',
      'petstore.yaml',
      `curl -i -X DELETE https://petstore.example.com/api/v3/pets/7 -H "${token}"\nHTTP/2 403`,
      /^scope-needed: The operation DELETE \/pets\/\{petId\} needs a scope, any one of: write:pets\./,
    ],
    [
      'a 403 of an operation that needs two scopes together',
      'petstore.yaml',
      `curl -i -X POST https://petstore.example.com/api/v3/pets -H "${token}"\nHTTP/2 403`,
      /any one of: write:pets read:pets\./,
    ],
    [
      'a call without its key',
      'petstore.yaml',
      'curl -i https://petstore.example.com/api/v3/pets\nHTTP/2 401',
      /^authorization-missing: The request does not bring the Authorization header with the scheme Bearer, nor the header X-Api-Key/,
    ],
    [
      'an error by its code, in the words of the documentation',
      'petstore.yaml',
      'HTTP/2 422\ncontent-type: application/json\n\n{"code":"cage_too_small","message":"Too small"}',
      /^error-cage-too-small: The API reports cage_too_small: The pet needs a larger cage than it was given\./,
    ],
    [
      'a misspelt scope',
      'petstore.yaml',
      'scope: "read:pet"',
      /^scope-unknown: The documentation does not list the scope read:pet\. Did you mean read:pets\?/,
    ],
    [
      'the scope of one method of a path among others',
      'github-like.json',
      `curl -i -X DELETE https://api.forge.example/repos/ann/notes -H "${token}"\nHTTP/2 403`,
      /any one of: delete_repo\./,
    ],
    [
      'a path with a part too few',
      'github-like.json',
      `curl -i https://api.forge.example/repos/ann/notes/isues -H "${token}"\nHTTP/2 404`,
      /Did you mean \/repos\/\{owner\}\/\{repo\}\/issues\?/,
    ],
    [
      'a code that stands in a list of errors',
      'github-like.json',
      'HTTP/2 422\ncontent-type: application/json\n\n{"message":"Validation Failed","errors":[{"field":"title","code":"missing_field","message":"title is missing"}]}',
      /^error-missing-field: The API reports missing_field: A required field was not set\./,
    ],
    [
      'a code of an enumeration with its description',
      'stripe-like.yaml',
      'HTTP/2 402\ncontent-type: application/json\n\n{"error":{"code":"expired_card","message":"Your card has expired."}}',
      /^error-expired-card: The API reports expired_card: The card has expired\./,
    ],
    [
      'a code of which the documentation says no more',
      'stripe-like.yaml',
      'HTTP/2 400\ncontent-type: application/json\n\n{"error":{"code":"amount_too_small","message":"Too small"}}',
      /^error-listed: /,
    ],
    [
      'a POST to a path that only takes DELETE',
      'stripe-like.yaml',
      `curl -i https://api.payments.example/v1/customers/cus_1/sources/src_1 -d a=b -H "${token}"\nHTTP/2 404`,
      /^method-not-taken: The path is right, but it takes DELETE, and the request is a POST\./,
    ],
    [
      'a key in the query that is missing beside the tenant',
      'server-variables.yaml',
      'curl -i https://us.metrics.example/v7/series -H "X-Tenant-Id: t"\nHTTP/2 401',
      /^authorization-missing: .*the query parameter api_key together with the header X-Tenant-Id/,
    ],
    [
      'a host of one tenant, with the version left out',
      'server-variables.yaml',
      'curl -i "https://globex.private.metrics.example/series?api_key=fake" -H "X-Tenant-Id: t"\nHTTP/2 404',
      /^base-path-missing: /,
    ],
    [
      'a problem by its type',
      'server-variables.yaml',
      'HTTP/2 400\ncontent-type: application/problem+json\n\n{"type":"https://metrics.example/problems/clock-ahead","title":"The clock is ahead","status":400}',
      /reports https:\/\/metrics\.example\/problems\/clock-ahead: A point lies in the future\./,
    ],
    [
      'a version that is not the one of the server',
      'path-templates.yaml',
      `curl -i https://library.example/2019-01/catalog/books/7 -H "${token}"\nHTTP/2 404`,
      /^base-path-wrong: The host is right, but the path .* does not start with \/2024-06\/catalog/,
    ],
    [
      'a method of a path with a variable amid a segment',
      'path-templates.yaml',
      `curl -i -X POST 'https://library.example/2024-06/catalog/books/7/chapters/2/pages(3)' -H "${token}"\nHTTP/2 405`,
      /^method-not-taken: The path is right, but it takes GET/,
    ],
    [
      'the cookie that is missing',
      'operation-servers.json',
      'curl -i https://api.files.example/2/files/7\nHTTP/2 401',
      /^authorization-missing: The request does not bring the cookie session_id/,
    ],
    [
      'an error of an operation on another server',
      'operation-servers.json',
      'curl -i -X PUT https://upload.files.example/resumable/files/7/content -H "Cookie: session_id=fake"\nHTTP/2 409\n\n{"error":{"code":"file_locked","message":"Locked."}}',
      /^error-file-locked: .*Somebody else writes to this file\./,
    ],
    [
      'what holds for any HTTP API',
      'petstore.yaml',
      `curl -i https://petstore.example.com/api/v3/pets -H "${token}"\nHTTP/2 429\nretry-after: 7`,
      /^retry-after: /,
    ],
  ] as const)('is %s', (_what, name, paste, first) => {
    expect(told(packOf(name).pack, paste)[0]).toMatch(first);
  });

  it.each([
    [
      'a call that is right',
      'petstore.yaml',
      `curl -i https://petstore.example.com/api/v3/pets -H "${token}"\nHTTP/2 200`,
    ],
    [
      'a variable amid a segment',
      'path-templates.yaml',
      `curl -i 'https://library.example/2024-06/catalog/books/7/chapters/2/pages(3)' -H "${token}"\nHTTP/2 200`,
    ],
    [
      'either of two keys',
      'petstore.yaml',
      'curl -i https://petstore.example.com/api/v3/store/inventory -H "X-Api-Key: fake0123456789"\nHTTP/2 200',
    ],
    ['a scope that there is', 'petstore.yaml', 'scope: "read:pets write:pets"'],
  ] as const)('is nothing about %s', (_what, name, paste) => {
    expect(told(packOf(name).pack, paste)).toEqual([]);
  });

  it('is no scope where the token carries one that opens the operation', () => {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const carrying = (scope: string): string => `${part({ alg: 'ES256' })}.${part({ iss: 'a', scope })}.bm90aGluZw`;
    const post = (scope: string): string =>
      `curl -i -X POST https://petstore.example.com/api/v3/pets -H "Authorization: Bearer ${carrying(scope)}"\nHTTP/2 403`;
    const rules = (scope: string) => told(packOf('petstore.yaml').pack, post(scope)).map((text) => text.split(':')[0]);
    expect(rules('read:pets write:pets')).toEqual(['bare-403']);
    expect(rules('write:pets')).toEqual(['scope-not-granted']);
  });
});

it('never copies a secret out of the document', () => {
  const { files } = packOf('operation-servers.json');
  const text = [files.head, ...files.items].map((file) => file.text).join('\n');
  expect(text).toContain('file_locked');
  expect(text).not.toContain('key_seen');
  expect(text).not.toContain('xoxb-');
});

import { expect, it } from 'vitest';
import { diagnose } from '../../src/engine/diagnose.ts';
import { packsAtHand } from '../../src/packs-at-hand.ts';
import { readPaste } from '../../src/reading/read.ts';

const token = 'eyJhbGciOiJFUzI1NiJ9.eyJhIjoxfQ.ZmFrZS1zaWduYXR1cmUtb2YtYW4tZXhhbXBsZQ';
const user = '7b1d6e0a-4c39-4f0e-9a55-1de2c7a8f310';

it.each([
  [
    'quotes that were mended may stand in the script itself, so nobody says that all is copied well',
    `curl -i https://digital.garden-fi.com/a/consumer/api/v0/users/${user} -H “Authorization: Bearer ${token}”\nHTTP/2 200`,
    { 'copy-and-paste': 'unknown', version: 'fine' },
  ],
  [
    'quotes that are straight leave no doubt',
    `curl -i https://digital.garden-fi.com/a/consumer/api/v0/users/${user} -H "Authorization: Bearer ${token}"\nHTTP/2 200`,
    { 'copy-and-paste': 'fine', version: 'fine' },
  ],
  [
    'the same holds of any HTTP API',
    'curl -i https://api.example.com/v1/pets -H “Accept: application/json”\nHTTP/2 200',
    { 'copy-and-paste': 'unknown' },
  ],
  [
    'a placeholder does not hide that the path has no version',
    `curl -i https://digital.garden-fi.com/a/consumer/api/users/${user}/accounts -H "Authorization: Bearer {ACCESS_TOKEN}"\nHTTP/2 404`,
    { 'copy-and-paste': 'problem', version: 'problem' },
  ],
  [
    'a placeholder where the version belongs is no missing version',
    'curl -i https://digital.garden-fi.com/a/consumer/api/{VERSION}/users\nHTTP/2 404',
    { 'copy-and-paste': 'problem', version: 'unknown' },
  ],
])('%s', async (_, text, expected) => {
  const atHand = await packsAtHand(undefined);
  if (!atHand.ok) throw new Error('The packs are broken.');
  const { items } = diagnose(readPaste(text).paste, atHand.packs, 0);
  expect(Object.fromEntries(items.map(({ id, verdict }) => [id, verdict]))).toMatchObject(expected);
});

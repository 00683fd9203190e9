import { describe, expect, it } from 'vitest';
import { loadedFrom } from './pack-folder.ts';

async function load(live: string) {
  const head = `id: pets
name: Pets API
extends: http
${live}
template:
  title: Help
  fields: [{ name: Status, from: [response.status], hint: the status code }]
  reminder: Share no keys.
`;
  const loaded = await loadedFrom({ 'pack.yml': head });
  return loaded.ok
    ? { live: loaded.packs[0]?.live, problems: [] }
    : { live: undefined, problems: loaded.problems.map(({ line, message, mend }) => `${line}: ${message} ${mend}`) };
}

describe('`live` in pack.yml', () => {
  it('is off where nothing is said, also where the checklist extends another', async () => {
    expect(await load('')).toEqual({ live: undefined, problems: [] });
  });

  it('lists the hosts that may be asked, and needs no more', async () => {
    expect((await load('live: { hosts: [api.pets.example] }')).live).toEqual({
      hosts: ['api.pets.example'],
      discovery: [],
    });
  });

  it('names discovery documents at those hosts, and a status page', async () => {
    const { live } = await load(`live:
  hosts: [api.pets.example, login.pets.example]
  discovery: [https://login.pets.example/.well-known/openid-configuration]
  status: https://status.pets.example`);
    expect(live?.discovery).toEqual(['https://login.pets.example/.well-known/openid-configuration']);
    expect(live?.status).toBe('https://status.pets.example');
  });

  it.each([
    ['*.pets.example', 'a wildcard'],
    ['API.pets.example', 'capitals'],
    ['api.pets.example:8443', 'a port'],
    ['localhost', 'a name of this machine'],
    ['127.0.0.1', 'an IPv4 address'],
    ['0x7f.1', 'an IPv4 address in disguise'],
    ['[::1]', 'an IPv6 address'],
    ['{host}', 'a placeholder'],
    ['https://api.pets.example', 'an address'],
  ])('takes no host %s: %s', async (host) => {
    const { problems } = await load(`live: { hosts: ['${host}'] }`);
    expect(problems[0]).toMatch(/^4: .*A host is written in full and in lower case/);
  });

  it.each([
    ['http://api.pets.example/x', 'This is not an https address.'],
    ['https://other.example/x', 'is not among the `hosts`'],
    ['https://api.pets.example:8443/x', 'is not among the `hosts`'],
    ['https://ada@api.pets.example/x', 'is not among the `hosts`'],
  ])('takes no discovery document %s', async (url, problem) => {
    const { problems } = await load(`live: { hosts: [api.pets.example], discovery: ["${url}"] }`);
    expect(problems[0]).toContain(problem);
  });

  it.each(['https://status.pets.example/en', 'https://10.0.0.1', 'https://status.pets.example:8443'])(
    'takes no status page %s',
    async (url) => {
      const { problems } = await load(`live: { hosts: [api.pets.example], status: "${url}" }`);
      expect(problems).toEqual([expect.stringMatching(/^4: The status page is more than .* Write the page alone/)]);
    },
  );
});

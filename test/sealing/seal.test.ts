import { describe, expect, it } from 'vitest';
import { type Hint, seal } from '../../src/sealing/seal.ts';
import { leaks } from './leaks.ts';
import { places } from './places.ts';
import { protocolWords } from './protocol-words.ts';
import { survivors } from './survivors.ts';

const sealed = (text: string, hints: readonly Hint[] = []) => seal(text, hints, { personalData: true });

/** Fake, and each of another look: letters and digits, a UUID, hex, base64, a password of words. */
const secrets = [
  'Zk4vT9qLw2Xr8NbY3mHs6Pd1',
  'e91d7c34-2b6f-4a80-95d3-6c1f0e8b7a25',
  '9b1c7f3be5a9d2068441ef5b72d3ca8069bb12',
  'aB3+dE6/gH9+jK2/mN5+pQ8=',
];

describe('a secret is sealed in every place', () => {
  it.each(places)('$place', ({ paste, kept }) => {
    for (const secret of secrets) {
      const { text } = sealed(paste(secret));
      expect(text).toContain('‹');
      expect(leaks(text, secret), text).toBe(false);
      for (const stays of kept ?? []) expect(text).toContain(stays);
    }
  });
});

describe('what is short is sealed where a sentence says what it is', () => {
  it.each([
    ['otp 482913', '482913'],
    ['my SMS code is 482913', '482913'],
    ['I log in as bob with the password "corr3ct horse"', 'corr3ct horse'],
  ])('%s', (paste, secret) => {
    expect(sealed(paste).text).not.toContain(secret);
  });
});

describe('a whole paste that was percent-encoded twice, with a name beyond ASCII', () => {
  it.each(secrets)('%s', (secret) => {
    const paste = encodeURIComponent(encodeURIComponent(`пароль: ${secret}\nversion: 2`));
    expect(leaks(decodeURIComponent(decodeURIComponent(sealed(paste).text)), secret)).toBe(false);
  });
});

describe('what was cut off before the mark that closes it', () => {
  it.each(secrets)('%s', (secret) => {
    expect(sealed(`<Header><User>bob</User><Password Type="t">${secret}...`).text).toBe(
      '<Header><User>bob</User><Password Type="t">‹password 1›...',
    );
    expect(sealed(`DATABASE_URL=postgres://app:${secret}...`).text).toBe('DATABASE_URL=postgres://app:‹password 1›...');
  });
});

describe('what is no secret stays', () => {
  it.each([...survivors, ...protocolWords])('%s', (_what, paste) => {
    const { text, secrets: found } = sealed(paste);
    expect(text).toBe(paste);
    expect(found).toEqual([]);
  });
});

describe('labels', () => {
  it('are the same for the same value, and numbered for each kind', () => {
    const paste =
      'client_secret=Zk4vT9qLw2Xr&refresh_token=pQ8mN5jK2gH9dE6\nclient_secret=Zk4vT9qLw2Xr\nclient_secret=other1secret2';
    expect(sealed(paste).text).toBe(
      'client_secret=‹client secret 1›&refresh_token=‹refresh token 1›\nclient_secret=‹client secret 1›\nclient_secret=‹client secret 2›',
    );
  });

  it('go on from those of an answer that was pasted back', () => {
    const paste = 'client_secret=‹client secret 1›\nclient_secret=Zk4vT9qLw2Xr8NbY';
    expect(sealed(paste).text).toBe('client_secret=‹client secret 1›\nclient_secret=‹client secret 2›');
  });

  it.each([
    [
      'of a number',
      '{"accountNumber":123456789,"pin": 4821}',
      '{"accountNumber":"‹account number 1›","pin": "‹one-time code 1›"}',
    ],
    [
      'of a number in a list',
      '{"cards":[["x",4111111111111111],5555555555554444]}',
      '{"cards":[["x","‹card number 1›"],"‹card number 2›"]}',
    ],
    [
      'of a number in JSON in a string',
      '{"body":"{\\"accountNumber\\":123456789}"}',
      '{"body":"{\\"accountNumber\\":\\"‹account number 1›\\"}"}',
    ],
    [
      'beside a placeholder in brackets',
      '{"cardNumber":"<token>","pin":4821}',
      '{"cardNumber":"<token>","pin":"‹one-time code 1›"}',
    ],
  ])('keep JSON what it is: the label %s has quotes', (_what, json, expected) => {
    expect(sealed(json).text).toBe(expected);
    expect(sealed(expected).text).toBe(expected);
    expect(() => JSON.parse(expected)).not.toThrow();
  });

  it.each([
    [
      'of a number in TOML',
      '[db]\nhost = "db-1"\nport = 5432\npassword = 48213377\n',
      '[db]\nhost = "db-1"\nport = 5432\npassword = "‹password 1›"\n',
    ],
    [
      'of a number in code',
      'const id = "ada";\nconst pin = 482133;',
      'const id = "ada";\nconst pin = "‹one-time code 1›";',
    ],
    [
      'of a number in settings without quotes, which stay so',
      'host = db-1\npin = 4821\n',
      'host = db-1\npin = ‹one-time code 1›\n',
    ],
  ])('have the quotes of a language that has its strings in them: the label %s', (_what, text, expected) => {
    expect(sealed(text).text).toBe(expected);
    expect(sealed(expected).text).toBe(expected);
  });

  it('have no quotes where a number stands in no JSON', () => {
    expect(sealed('pin: 4821, card [4111111111111111]\n1,4111111111111111,x').text).toBe(
      'pin: ‹one-time code 1›, card [‹card number 1›]\n1,‹card number 1›,x',
    );
  });

  it('do not make an address with a secret in it a secret as a whole', () => {
    const address = '{"apiKey":"https://a.example/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=x"}';
    const once = sealed(address).text;
    expect(sealed(once).text).toBe(once);
  });

  it('tell what may be known of a secret', () => {
    const basic = 'Authorization: Basic YzVmMGExZDItODhiNC00ZjZkLWEzZTctMGI5ZDJmNDFjNmFhOmh1bnRlcjItaHVudGVyMw==';
    expect(sealed(basic).secrets).toEqual([
      {
        label: '‹credentials 1›',
        kind: 'credentials',
        length: 72,
        format: 'opaque',
        user: 'c5f0a1d2-88b4-4f6d-a3e7-0b9d2f41c6aa',
      },
    ]);
  });
});

describe('what is told of a secret that opens nothing', () => {
  const secretsOf = (text: string) => sealed(text).secrets;

  it.each([
    'AKIAIOSFODNN7EXAMPLE',
    'STRIPE_KEY=sk_test_4eC39HqLyjWDarjtT1zdp7dc',
    'Authorization: Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c',
    'code=SplxlOBeZQQYbYS6WxSbIA&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
  ])('is that a documentation shows it: %s', (text) => {
    const told = secretsOf(text);
    expect(told.length).toBeGreaterThan(0);
    expect(told.every(({ published }) => published === true)).toBe(true);
  });

  it.each([
    [
      'https://b.s3.example/k?X-Amz-Date=20240911T140541Z&X-Amz-Expires=900&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835',
      1726064441,
    ],
    [
      'https://b.blob.example/k?sv=2020-08-04&se=2024-09-11T14%3A05%3A41Z&sig=Zk4vT9qLw2Xr8NbY3mHs6Pd1Zk4vT9%3D',
      1726063541,
    ],
    ['https://d.cdn.example/k?Expires=1357034400&Signature=nitfHRCrtziwO2HwPfWw~yYDhUF5EwRunQA-j19DzZrv', 1357034400],
    ['https://a.example/k?Expires=60&Signature=nitfHRCrtziwO2HwPfWw~yYDhUF5EwRunQA-j19DzZrv', undefined],
  ])('is until when its address was signed: %s', (text, until) => {
    expect(secretsOf(text).map(({ expires }) => expires)).toEqual([until]);
  });
});

describe('claims of a token', () => {
  it('are told without what is secret in them', () => {
    const part = (json: unknown) => Buffer.from(JSON.stringify(json)).toString('base64url');
    const claims = {
      iss: 'https://a:S3cr3tPassw0rd@idp.example',
      aud: ['jane@mail.example', 'api'],
      scope: 'openid sk_live_Zk4vT9qLw2Xr8NbY3mHs6Pd1',
      client_id: 'jane@mail.example',
    };
    const { secrets: told } = sealed(`token: ${part({ alg: 'RS256' })}.${part(claims)}.c2lnbmF0dXJlLW9mLWl0`);
    expect(told.find(({ jwt }) => jwt !== undefined)?.jwt).toMatchObject({
      alg: 'RS256',
      iss: 'https://a:‹password 1›@idp.example',
      aud: ['‹email address 1›', 'api'],
      scope: ['openid', '‹API key 1›'],
      client: '‹email address 1›',
    });
  });
});

describe('issuers', () => {
  it('are told, with whether the checksum of the token is right', () => {
    const token = `ghp_${'zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ'}0mLq1`;
    const { secrets: found } = sealed(`GITHUB_TOKEN=${token}7\nOTHER_TOKEN=${token}8`);
    expect(found.map(({ issuer, checksum }) => [issuer, checksum])).toEqual([
      ['GitHub', 'right'],
      ['GitHub', 'wrong'],
    ]);
  });
});

describe('a value is sealed wherever it stands', () => {
  const secret = 'Zk4v+T9qLw2/Xr8NbY3mHs6Pd1==';
  const first = `client_secret="${secret}"\n`;

  it.each([
    ['alone', secret],
    ['percent-encoded', encodeURIComponent(secret)],
    [
      'percent-encoded in lower case',
      encodeURIComponent(secret).toLowerCase().includes('%2b') ? secret.replace('+', '%2b').replace('/', '%2f') : '',
    ],
    ['percent-encoded twice', encodeURIComponent(encodeURIComponent(secret))],
    ['with slashes escaped', secret.replaceAll('/', '\\/')],
    ['as \\u escapes', secret.replaceAll('+', '\\u002b')],
    ['as character references', secret.replaceAll('+', '&#43;').replaceAll('/', '&#x2F;')],
    ['wrapped', `${secret.slice(0, 10)}\n    ${secret.slice(10)}`],
    ['wrapped with a backslash', `${secret.slice(0, 10)}\\\n${secret.slice(10)}`],
    ['in base64', btoa(secret)],
    ['in base64 after something', btoa(`a:${secret}`)],
    ['in base64 in the middle', btoa(`ab:${secret}:c`)],
    ['its first 12 characters', `${secret.slice(0, 12)}…`],
    ['a piece of its middle', `…${secret.slice(5, 20)}…`],
    ['in an error message', `KeyError: '${secret.slice(0, 20)}' not found`],
  ])('%s', (_how, spelled) => {
    const { text } = sealed(`${first}then ${spelled} here`);
    expect(text).toContain('client_secret="‹client secret 1›"');
    expect(text).toMatch(/then \S*‹client secret 1›\S* here$|KeyError/);
    expect(leaks(text, secret)).toBe(false);
    expect(leaks(text.replace(/[\s\\]/g, ''), secret)).toBe(false);
    expect(leaks(text, btoa(secret).slice(0, 32))).toBe(false);
  });

  it('does not take hosts and ids that a cookie happens to hold', () => {
    const id = 'c5f0a1d2-88b4-4f6d-a3e7-0b9d2f41c6aa';
    const request = '0f6e2ad4b8c1957330de4a61c2b97f58';
    const paste = `Cookie: s=digital.garden-fi.com|${id}|${request}|openid profile\nGET https://digital.garden-fi.com/a/consumer/api/v0/users/${id}?client_id=${id}\nx-request-id: ${request}`;
    const { text } = sealed(paste);
    expect(text).toContain('s=‹cookie 1›\n');
    expect(text).toContain(
      `https://digital.garden-fi.com/a/consumer/api/v0/users/${id}?client_id=${id}\nx-request-id: ${request}`,
    );
  });
});

describe('the line below a secret stays', () => {
  const id = 'e91d7c34-2b6f-4a80-95d3-6c1f0e8b7a25';
  const random = 'Zk39fkW02mdkQpz81LsmVx7';
  it.each([
    ['a status line', `curl https://a.example -d client_secret=${id}`, 'HTTP/1.1 404 Not Found'],
    ['a status line of HTTP/2', `client_secret=${id}`, 'HTTP/2 401'],
    ['a status line, below what has no fixed length', `api_key=${random}`, 'HTTP/1.1 404 Not Found'],
    [
      'JSON, below a line of 80 columns',
      `curl https://a.example/${'p'.repeat(16)} -d client_secret=${random}`,
      '{"code":20003,"message":"Authenticate","status":401}',
    ],
    ['a path, below an id that is whole', `client_secret=${id}`, 'v0/users/3 gave me 404'],
  ])('%s', (_what, above, below) => {
    const { text } = seal(`${above}\n${below}`, [], { personalData: true });
    expect(text).toMatch(/=‹[^›]+›\n/);
    expect(text.split('\n').at(-1)).toBe(below);
  });
});

describe('derived strings', () => {
  it('have the labels of the text', () => {
    const { reseal } = sealed('Authorization: Bearer Zk4vT9qLw2Xr8NbY3mHs6Pd1\nCookie: a=1; sid=pQ8mN5jK2gH9');
    expect(reseal('Bearer Zk4vT9qLw2Xr8NbY3mHs6Pd1')).toBe('Bearer ‹access token 1›');
    expect(reseal('a=1; sid=pQ8mN5jK2gH9')).toBe('a=1; sid=‹cookie 2›');
    expect(reseal('a=1; sid=pQ8mN5jK2gH9', 'Cookie')).toBe('a=‹cookie 1›; sid=‹cookie 2›');
    expect(reseal('application/json')).toBe('application/json');
  });

  it('that the text does not show are sealed by what they are', () => {
    const { reseal, secrets: found } = sealed('curl -u bob:pw https://a.example');
    expect(reseal('Basic Ym9iOnB3')).toBe('Basic ‹credentials 1›');
    expect(found.map(({ label }) => label)).toEqual(['‹password 1›', '‹credentials 1›']);
  });
});

describe('offsets', () => {
  it('move with the text; within a secret, to the start of its label', () => {
    const paste = 'token=Zk4vT9qLw2Xr8NbY3mHs6Pd1&page=2';
    const { text, move } = sealed(paste);
    expect(text).toBe('token=‹token 1›&page=2');
    expect(move(0)).toBe(0);
    expect(move(6)).toBe(6);
    expect(move(12)).toBe(6);
    expect(text.slice(move(paste.indexOf('&page')))).toBe('&page=2');
    expect(move(paste.length)).toBe(text.length);
  });

  it('move past a secret that stands twice in a row, which has one label', () => {
    const secret = 'blue-hot-river-77';
    const paste = `x ${secret} y ${secret}${secret} &page=2`;
    const { text, move } = sealed(paste, [{ kind: 'password', value: secret }]);
    expect(text).toBe('x ‹password 1› y ‹password 1› &page=2');
    expect(text.slice(move(paste.indexOf('&page')))).toBe('&page=2');
  });
});

describe('hints of the reader', () => {
  it('seal a value that nothing else gives away, where it stands and elsewhere', () => {
    const paste = 'x blue-hot-river-77 y blue-hot-river-77';
    const hint = { kind: 'password', value: 'blue-hot-river-77', span: { start: 2, end: 19 } } as const;
    expect(sealed(paste, [hint]).text).toBe('x ‹password 1› y ‹password 1›');
  });

  it('are passed over where the value is a placeholder', () => {
    expect(sealed('Bearer {ACCESS TOKEN}', [{ kind: 'access token', value: '{ACCESS TOKEN}' }]).text).toBe(
      'Bearer {ACCESS TOKEN}',
    );
  });
});

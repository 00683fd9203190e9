import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../app-process.ts';

/** The built command, as `npx stepwise` runs it. */
const { cli } = await buildApp('stepwise-cli-test');

interface Run {
  readonly out: string;
  readonly err: string;
  readonly status: number | null;
}

function stepwise(
  args: readonly string[],
  input: string | Uint8Array = '',
  env: Readonly<Record<string, string>> = {},
): Run {
  const run = spawnSync(process.execPath, [cli, ...args], {
    input,
    env: { PATH: process.env.PATH ?? '', ...env },
    maxBuffer: 100_000_000,
  });
  return { out: run.stdout.toString(), err: run.stderr.toString(), status: run.status };
}

const secret = 'e91d7c34-2b6f-4a80-95d3-6c1f0e8b7a25';
const placeholder =
  'curl https://digital.garden-fi.com/a/consumer/api/v0/users/7b1d6e0a-4c39-4f0e-9a55-1de2c7a8f310/accounts -H "Authorization: Bearer {ACCESS_TOKEN}"';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stepwise-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Where a file says itself what runs it, as after a second `npm run build`.
it.skipIf(process.platform === 'win32')('is a program of its own', () => {
  expect(spawnSync(cli, ['--version'], { encoding: 'utf8' }).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

describe('stepwise check', () => {
  it('answers a paste from standard input, and says nothing else', () => {
    const { out, err, status } = stepwise(['check'], placeholder);
    expect(out).toMatch(/^Found it: “Is everything copied and pasted correctly\?”\n/);
    expect(err).toBe('');
    expect(status).toBe(0);
  });

  it('reads a file, also one that PowerShell wrote as UTF-16', () => {
    const file = join(folder, 'paste.txt');
    writeFileSync(file, Buffer.from(`\ufeff${placeholder}`, 'utf16le'));
    expect(stepwise(['check', file]).out).toMatch(/^Found it: /);
  });

  it('prints the diagnosis as JSON, with the members that other tools read', () => {
    const paste = `POST https://digital.garden-fi.com/a/consumer/api/v0/oidc/token HTTP/1.1
Content-Type: application/x-www-form-urlencoded

grant_type=refresh_token&client_secret=${secret}

HTTP/1.1 401 Unauthorized

{"error":"invalid_client","error_description":"client authentication failed"}`;
    const { out } = stepwise(['check', '--json'], paste);
    expect(out).not.toContain(secret);
    const diagnosis = JSON.parse(out);
    expect(diagnosis).toMatchObject({
      pack: 'consumer-api',
      findings: expect.arrayContaining([
        expect.objectContaining({
          item: 'external-application',
          rule: expect.any(String),
          certainty: expect.stringMatching(/^(sure|likely|possible)$/),
          say: expect.any(String),
          do: expect.any(String),
          evidence: expect.arrayContaining([{ excerpt: expect.any(String), line: expect.any(Number) }]),
          links: expect.any(Array),
        }),
      ]),
      exchanges: [
        {
          request: {
            method: 'POST',
            target: 'https://digital.garden-fi.com/a/consumer/api/v0/oidc/token',
            fields: [['Content-Type', 'application/x-www-form-urlencoded']],
            content: 'grant_type=refresh_token&client_secret=‹client secret 1›',
          },
          response: { status: 401, reason: 'Unauthorized', content: expect.stringContaining('invalid_client') },
        },
      ],
      secrets: [{ label: '‹client secret 1›', kind: 'client secret', length: 36 }],
      text: expect.stringContaining('client_secret=‹client secret 1›'),
    });
    expect(diagnosis.items).toContainEqual({ id: 'external-application', verdict: 'problem', missing: [] });
    expect(diagnosis.template).toMatchObject({ text: expect.any(String) });
    expect(diagnosis.template.fields[0]).toEqual({ name: 'x-request-id', value: null, hint: expect.any(String) });
  });

  it('goes through many tickets in one run, in their order, and past lines that it cannot read', () => {
    const lines = [
      JSON.stringify({ id: 'a', text: placeholder, now: '2026-01-01T00:00:00Z' }),
      'not JSON',
      '',
      JSON.stringify({ id: 'b' }),
      JSON.stringify({ id: 3, text: '', now: 1_767_225_600_000 }),
    ];
    const { out, err, status } = stepwise(['check', '--ndjson'], lines.join('\n'));
    const written = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(written.map(({ id }) => id)).toEqual(['a', null, 'b', 3]);
    expect(written[0].diagnosis.findings[0].item).toBe('copy-and-paste');
    expect(written[1].error).toBe('This line is not JSON.');
    expect(written[2].error).toContain('text');
    expect(written[3].diagnosis.findings).toEqual([]);
    expect([err, status]).toEqual(['', 0]);
  });

  it.each([
    ['a problem was found', placeholder, 1],
    ['none was', 'thanks, all is well', 0],
  ])('tells with --exit-code that %s', (_what, paste, status) => {
    expect(stepwise(['check', '--exit-code'], paste).status).toBe(status);
  });

  it('answers from the checklist that was asked for', () => {
    expect(JSON.parse(stepwise(['check', '--json', '--pack', 'http'], placeholder).out).pack).toBe('http');
    const { err, status } = stepwise(['check', '--pack', 'nope'], placeholder);
    expect([err, status]).toEqual([
      expect.stringContaining('There is no checklist “nope”. There are: consumer-api'),
      2,
    ]);
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n\t\n'],
    ['bytes that are no text', Uint8Array.from({ length: 5_000 }, (_, index) => (index * 7919) % 256)],
    ['an emoji', '🙃'],
    ['half a command', "curl -H 'Authorization: Bea"],
    ['half a JSON', '{"error":"invalid_gra'],
    ['another language', 'アカウントを取得すると 401 エラーになります'],
    ['NUL and lone surrogates', '\u0000\ud800 401'],
  ])('has an answer to %s', (_what, paste) => {
    const { out, err, status } = stepwise(['check'], paste);
    expect(out).toContain('Checked against the ');
    expect([err, status]).toEqual(['', 0]);
  });

  it('reads ten commands as ten exchanges', () => {
    const commands = Array.from({ length: 10 }, (_, index) => `curl https://api.example.com/${index}`);
    expect(JSON.parse(stepwise(['check', '--json'], commands.join('\n')).out).exchanges).toHaveLength(10);
  });
});

describe('stepwise redact', () => {
  it('prints the paste with labels in the place of secrets', () => {
    expect(stepwise(['redact'], `curl -d client_secret=${secret} https://api.example.com/token\n`)).toEqual({
      out: 'curl -d client_secret=‹client secret 1› https://api.example.com/token\n',
      err: '',
      status: 0,
    });
  });

  it('goes through many texts in one run', () => {
    const { out } = stepwise(['redact', '--ndjson'], `${JSON.stringify({ id: 'a', text: `password=${secret}` })}\n`);
    expect(JSON.parse(out)).toEqual({ id: 'a', text: 'password=‹password 1›' });
  });
});

describe('stepwise pack', () => {
  const head =
    'id: pets\nname: Pets API\ntemplate:\n  title: Help\n  fields: [{ name: Status, from: [response.status], hint: the status }]\n  reminder: Share no keys.\n';
  const item = (when: string): string =>
    `---\nid: key\nquestion: Is the key sent?\nrank: 1\nrules:\n  - id: missing\n    certainty: sure\n    when: { ${when} }\n    say: No key.\n    do: Send it.\n    applies: ["HTTP/1.1 401 Unauthorized", "I get 401 Unauthorized"]\n    spares: ["HTTP/1.1 200 OK", "thanks"]\n---\nSend a key.\n`;
  const write = (name: string, when: string): string => {
    const dir = join(folder, name);
    mkdirSync(join(dir, 'items'), { recursive: true });
    writeFileSync(join(dir, 'pack.yml'), head);
    writeFileSync(join(dir, 'items', '01-key.md'), item(when));
    return dir;
  };

  it('finds nothing wrong with a checklist whose examples hold', () => {
    const { out, status } = stepwise(['pack', 'check', write('right', 'response.status: 401')]);
    expect([out, status]).toEqual(['Pets API: 1 item, 1 rule, 4 examples.\nNo problem.\n', 0]);
  });

  it('counts what a language leaves out, and answers in the language that is asked for', () => {
    const dir = write('spanish', 'response.status: 401');
    mkdirSync(join(dir, 'languages'));
    writeFileSync(
      join(dir, 'languages', 'es.yml'),
      'items: { key: { question: "¿Va la clave?" } }\nwords: { checklist: Lista }\n',
    );
    expect(stepwise(['pack', 'check', dir]).out).toContain(
      'In es, 2 of 3 texts are left as they are, such as `say` of `missing`.',
    );
    const asked = ['check', '--pack', 'pets', '--language'];
    const { out } = stepwise([...asked, 'es-MX'], 'HTTP/1.1 401 Unauthorized', { PACKS_DIR: dir });
    expect(out).toContain('Found it: “¿Va la clave?”');
    expect(out).toMatch(/^Lista \(.*\)\n {2}✗ ¿Va la clave\?$/m);
    expect(stepwise([...asked, 'de'], 'HTTP/1.1 401 Unauthorized', { PACKS_DIR: dir }).out).toContain(
      'Is the key sent?',
    );
  });

  it('names file and line of a misspelt fact, and the one that was meant', () => {
    const { out, status } = stepwise(['pack', 'check', write('misspelt', 'response.statsu: 401')]);
    expect(out).toMatch(/01-key\.md:8: .*There is no fact `response\.statsu`\. Did you mean `response\.status`\?/);
    expect(status).toBe(1);
  });

  it('names the example that a rule does not answer', () => {
    const { out, status } = stepwise(['pack', 'check', write('wrong', 'response.status: 403')]);
    expect(out).toMatch(
      /01-key\.md:11: The rule `missing` does not fire on a paste that it must answer\. Nothing does\./,
    );
    expect(status).toBe(1);
  });

  it('explains a paste fact by fact', () => {
    const { out } = stepwise(['pack', 'explain', write('explained', 'response.status: 401')], 'I get 403 Forbidden');
    expect(out).toContain('  response.status: 403\n');
    expect(out).toContain('  key/missing: fails\n      `response.status` is `401`: it is 403\n');
  });

  it("answers from a team's own checklist", () => {
    const dir = write('own', 'response.status: 401');
    const { out } = stepwise(['check', '--json'], 'HTTP/1.1 401 Unauthorized', { PACKS_DIR: dir });
    expect(JSON.parse(out)).toMatchObject({ pack: 'pets', findings: [{ item: 'key', rule: 'missing' }] });
  });

  it('stops with every problem when a checklist is broken', () => {
    const { out, err, status } = stepwise(['check'], 'x', { PACKS_DIR: write('broken', 'response.statsu: 401') });
    expect([out, status]).toEqual(['', 2]);
    expect(err).toContain('There is no fact `response.statsu`.');
  });
});

describe('lines of JSON', () => {
  const line = JSON.stringify({ id: 1, text: 'a\u2028b' });
  const answered = '{"id":1,"text":"a\\nb"}\n';

  it.each<readonly [string, string | Uint8Array]>([
    ['with a sign in a text that ends lines elsewhere', `${line}\n`],
    ['without a line feed at the end', line],
    ['that end as on Windows', `${line}\r\n`],
    ['behind a byte order mark', `\ufeff${line}\n`],
    ['that PowerShell wrote as UTF-16', Buffer.from(`\ufeff${line}\r\n`, 'utf16le')],
  ])('are read %s', (_what, input) => {
    expect(stepwise(['redact', '--ndjson'], input).out).toBe(answered);
  });
});

it.skipIf(!existsSync('/dev/full'))('what cannot be written is told', () => {
  const full = openSync('/dev/full', 'w');
  const { stderr, status } = spawnSync(process.execPath, [cli, '--help'], { stdio: ['ignore', full, 'pipe'] });
  closeSync(full);
  expect([stderr.toString(), status]).toEqual(['stepwise: What was to be said cannot be written (ENOSPC).\n', 2]);
});

describe('wrong usage', () => {
  it.each([
    [[], 'Say what to do.'],
    [['chekc'], 'There is no command “chekc”. Did you mean “check”?'],
    [['pack', 'chek', 'x'], 'There is no “pack chek”. Did you mean “pack check”?'],
    [['toast'], 'There is no command “toast”.'],
    [['check', '--jsn'], 'There is no option “--jsn”. Did you mean “--json”?'],
    [['redact', '--json'], 'The option “--json” belongs to another command.'],
    [['check', 'a', 'b'], 'reads one file at a time'],
    [['check', '/no/such/file'], 'Cannot read /no/such/file: there is no such file.'],
    [['check', 'src'], 'Cannot read src: it is a folder.'],
    [['check', ''], 'The name of the file is empty.'],
    [['pack'], 'Say what to do with a checklist'],
    [['settings', 'x'], 'There is one argument too many.'],
  ])('%j is told on standard error', (args, message) => {
    const { out, err, status } = stepwise(args);
    expect([out, status]).toEqual(['', 2]);
    expect(err).toContain(message);
    expect(err).not.toMatch(/\n\s+at /);
  });

  const paste = `curl https://a.example -u ada:${secret} -H "X-Api-Key: ${secret}"`;
  it.each([
    [[paste]],
    [['check', paste]],
    [['redact', paste]],
    [['check', '--pack', paste]],
    [['settings', paste]],
    [['pack', paste]],
    [['pack', 'explain', paste]],
  ])('where a paste is given for something else, no secret of it is repeated: %j', (args) => {
    const { out, err, status } = stepwise(args);
    expect([out, status]).toEqual(['', 2]);
    expect(err).not.toContain(secret.slice(0, 12));
  });

  it('where a paste is given for a file, says where it goes', () => {
    expect(stepwise(['check', paste]).err).toContain('A paste goes in on standard input.');
  });

  it('--help tells all commands', () => {
    const { out, status } = stepwise(['--help']);
    expect(out).toContain('stepwise check [FILE]');
    expect(status).toBe(0);
  });
});

describe('what steers a terminal', () => {
  const steering = '\u001b]0;owned\u0007 \u0000 \u001b[2J \u009b31m \u202e \u061c \u2028';
  const paste = `curl "https://a.example/${steering}x" -H "X-Note: ${steering}"\n401 ${steering}`;
  const line = JSON.stringify({ id: steering, text: paste });

  it.each([
    [['check'], paste],
    [['check', '--json'], paste],
    [['check', '--ndjson'], line],
    [['redact'], paste],
    [['redact', '--ndjson'], line],
    [['check', steering.replaceAll('\u0000', '')], ''],
    [[steering.replaceAll('\u0000', '')], ''],
  ])('does not come out of %j', (args, input) => {
    const { out, err } = stepwise(args, input);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for.
    expect(out + err).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u2028\u202e]/);
    expect(out + err).not.toBe('');
  });
});

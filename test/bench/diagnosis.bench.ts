import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Pack } from '../../src/packs/pack.ts';
import { packsAtHand } from '../../src/packs-at-hand.ts';
import { buildApp } from '../app-process.ts';
import { loadedFrom } from '../packs/pack-folder.ts';
import { built } from './built.ts';
import { ms, time, timingOf } from './measure.ts';

const { troubleshoot } = await built();
const atHand = await packsAtHand(undefined);
if (!atHand.ok) throw new Error('The packs do not load.');
const { packs } = atHand;
const now = Date.parse('2026-01-01T00:00:00Z');

const cases = readFileSync(new URL('../fixtures/consumer-api.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const value: unknown = line === '' ? undefined : JSON.parse(line);
    return typeof value === 'object' && value !== null && 'text' in value ? [String(value.text)] : [];
  });

/** A paste of about 2 kB, as people send them: a command, its trace, and a sentence. */
const paste = `Hi all, since this morning I get this, any idea?

curl -i "https://digital.garden-fi.com/a/consumer/api/v0/users/7b1d6e0a-4c39-4f0e-9a55-1de2c7a8f310/accounts" \\
  -H "Accept: application/json" \\
  -H "Authorization: Bearer ${['eyJhbGciOiJFUzI1NiIsInR5cCI6IkpXVCJ9', 'eyJpc3MiOiJodHRwczovL2RpZ2l0YWwuZ2FyZGVuLWZpLmNvbSJ9', 'ZmFrZS1zaWduYXR1cmUtb2YtYW4tZXhhbXBsZQ'].join('.')}"

HTTP/2 401
date: Mon, 07 Jul 2025 16:10:12 GMT
content-type: application/json
x-request-id: 0f6e2ad4b8c1957330de4a61c2b97f58
www-authenticate: Bearer error="invalid_token"

{"error":"invalid_token","error_description":"invalid token provided"}

${'The application worked yesterday and nothing was changed on our side as far as I know. '.repeat(12)}`;

it(`diagnoses a paste of ${paste.length} characters`, () => {
  const { median, p99 } = time(() => troubleshoot(paste, packs, now), 3000);
  console.log(`one paste of ${paste.length} characters, ${packs.length} packs: median ${ms(median)}, p99 ${ms(p99)}`);
  expect(troubleshoot(paste, packs, now).diagnosis.findings[0]?.item).toBe('authorization-header');
});

it('diagnoses the real questions', () => {
  for (let round = 0; round < 20; round += 1) for (const text of cases) troubleshoot(text, packs, now);
  const runs = Array.from({ length: 40 }, () => cases).flatMap((texts) =>
    texts.map((text) => time(() => troubleshoot(text, packs, now), 1, 0).median),
  );
  const { median, p99 } = timingOf(runs);
  console.log(`${cases.length} real questions, mixed: median ${ms(median)}, p99 ${ms(p99)}`);
  expect(cases.length).toBeGreaterThan(20);
});

it('stays linear in the size of the paste', () => {
  for (const megabytes of [1, 2, 5, 10]) {
    const text = paste.repeat(Math.ceil((megabytes * 1_000_000) / paste.length));
    const { median } = time(() => troubleshoot(text, packs, now), 1, 0);
    const memory = Math.round(process.memoryUsage().rss / 1_000_000);
    console.log(`${megabytes} MB of such pastes: ${ms(median)}, resident ${memory} MB`);
  }
  const line = 'a'.repeat(10_000_000);
  console.log(`10 MB in one line: ${ms(time(() => troubleshoot(line, packs, now), 1, 0).median)}`);
});

/** What rules test: a status, a field, an error code, words in the paste. Each has values of its own. */
function ruleOf(index: number): string {
  const when = [
    `{ response.status: ${400 + (index % 100)}, error.code: code_${index} }`,
    `{ all: [response.status: 401, not: { request.fields: x-field-${index} }, request.method: PUT] }`,
    `{ request.target.path: { matches: '^/v${index}(?:/|$)' } }`,
    `{ paste.text: { matches: '(?i)phrase number ${index}\\b|another ${index} of them' } }`,
  ][index % 4];
  const example = "applies: ['HTTP/1.1 401 Unauthorized'], spares: []";
  return `  - { id: rule-${index}, certainty: likely, when: ${when}, say: It is ${index}., do: Mend it., ${example} }`;
}

async function packOf(rules: number): Promise<Pack> {
  const loaded = await loadedFrom({
    'pack.yml':
      'id: many\nname: Many rules\ntemplate: { title: Help, fields: [{ name: Status, from: [response.status], hint: the code }], reminder: Share no keys. }\n',
    'items/many.md': `---\nid: many\nquestion: Is it so?\nrank: 1\nrules:\n${Array.from({ length: rules }, (_, index) => ruleOf(index)).join('\n')}\n---\nText.\n`,
  });
  const [pack] = loaded.ok ? loaded.packs : [];
  if (pack === undefined) throw new Error(JSON.stringify(loaded).slice(0, 500));
  return pack;
}

it('is nearly flat in the number of rules', async () => {
  for (const rules of [100, 300, 1_000]) {
    const pack = await packOf(rules);
    const { median, p99 } = time(() => troubleshoot(paste, [pack], now), 1_000);
    console.log(`${rules} rules: median ${ms(median)}, p99 ${ms(p99)}`);
  }
});

it('starts', async () => {
  const { cli } = await buildApp('stepwise-diagnosis-bench');
  const runs = Array.from({ length: 7 }, () => {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, [cli, 'check'], { input: paste });
    expect(stderr.toString()).toBe('');
    expect(status).toBe(0);
    return performance.now() - start;
  });
  console.log(`stepwise check, from start to exit: median ${ms(timingOf(runs).median)}`);
});

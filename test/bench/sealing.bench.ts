import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import { describe, expect, it } from 'vitest';
import { leaks } from '../sealing/leaks.ts';
import { archives } from '../sealing/places/archives.ts';
import { bodies } from '../sealing/places/bodies.ts';
import { code } from '../sealing/places/code.ts';
import { commands } from '../sealing/places/commands.ts';
import { fields } from '../sealing/places/fields.ts';
import { files } from '../sealing/places/files.ts';
import { logs } from '../sealing/places/logs.ts';
import { pastes } from '../sealing/places/pastes.ts';
import { sentences } from '../sealing/places/sentences.ts';
import { unnamed } from '../sealing/places/unnamed.ts';
import { urls } from '../sealing/places/urls.ts';
import { type PlaceRow, places as simplePlaces } from '../sealing/places.ts';
import { survivors } from '../sealing/survivors.ts';
import { built } from './built.ts';
import { gitleaks } from './gitleaks.ts';
import { harSanitizer } from './har-sanitizer.ts';
import { hostileUnits } from './hostile-pastes.ts';

const { seal } = await built();
const rules = await gitleaks();
const sanitizer = await harSanitizer();

const places = [
  ...simplePlaces,
  ...fields,
  ...urls,
  ...bodies,
  ...files,
  ...code,
  ...logs,
  ...commands,
  ...sentences,
  ...pastes,
  ...unnamed,
];

const secrets = [
  'Zk4vT9qLw2Xr8NbY3mHs6Pd1',
  'e91d7c34-2b6f-4a80-95d3-6c1f0e8b7a25',
  `ghp_${'zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ'}0mLq17`,
];

type Redact = (text: string) => string | Promise<string>;

const ours: Redact = (text) => seal(text, [], { personalData: true }).text;

/** What secretlint reports, cut out. */
const theirs: Redact = async (text) => {
  const { messages } = await lintSource({
    source: { filePath: 'paste.txt', content: text, ext: '.txt', contentType: 'text' },
    options: { config: { rules: [{ id: 'preset', rule: creator }] }, noPhysicFilePath: true },
  });
  return messages.reduceRight(
    (redacted, { range }) => `${redacted.slice(0, range[0])}***${redacted.slice(range[1])}`,
    text,
  );
};

interface Measured {
  readonly pastes: number;
  readonly leaked: number;
  readonly lost: number;
}

async function measure(redact: Redact, rows: readonly PlaceRow[]): Promise<Measured> {
  let leaked = 0;
  let lost = 0;
  for (const place of rows) {
    for (const secret of secrets) {
      const text = await redact(place.paste(secret));
      if (leaks(text, secret)) leaked += 1;
      if (place.kept?.some((kept) => !text.includes(kept))) lost += 1;
    }
  }
  return { pastes: rows.length * secrets.length, leaked, lost };
}

/** Of pastes without a secret, those that are changed. */
async function alarmsOf(redact: Redact): Promise<number> {
  let alarms = 0;
  for (const [, paste] of survivors) if ((await redact(paste)) !== paste) alarms += 1;
  return alarms;
}

const line =
  '{"id":"7b1d6e0a-4c39-4f0e-9a55-1de2c7a8f310","total":12,"items":[{"a":1,"b":"two","url":"https://api.banno.com/a/b?c=d"}]}\n';

const loads: Readonly<Record<string, string>> = {
  prose: 'The quick brown fox jumps over the lazy dog, and then it goes home. ',
  'API responses': line,
  'minified code': 'function a(b,c){return b?c:d(e)}for(var f=0;f<g.length;f++){h[f]=g[f].i||{j:1,k:"l"}}',
  'base64 image': 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk',
  'UUID list': '7b1d6e0a-4c39-4f0e-9a55-1de2c7a8f310\n',
  'a word again and again': 'code:token:',
  'log with secrets': `level=info msg="ok" status=200 token=${secrets[0] ?? ''} path=/users\n`,
};

/** What a person pastes: a command and what came back, 2 kB. */
const paste = `curl -i 'https://digital.garden-fi.com/a/consumer/api/v0/users' -H 'Authorization: Bearer ${secrets[0] ?? ''}'\nHTTP/2 401\n${line.repeat(15)}`;

/** Megabytes a second of this process's own time. */
async function speed(redact: Redact, unit: string, megabytes: number): Promise<string> {
  const text = unit.repeat(Math.ceil((megabytes * 1e6) / unit.length));
  const before = process.cpuUsage();
  await redact(text);
  return ((text.length / (process.cpuUsage(before).user + 1)) * 1).toFixed(1);
}

/** Seconds of this process's own time. */
function secondsFor(unit: string, length: number): number {
  const text = unit.repeat(Math.ceil(length / unit.length));
  const before = process.cpuUsage();
  seal(text, [], { personalData: true });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

describe('sealing against its peers', () => {
  it('leaks, losses and false alarms', async () => {
    const stepwise = await measure(ours, places);
    const row = async (measured: Measured, redact: Redact) => ({
      ...measured,
      ordinary: survivors.length,
      alarms: await alarmsOf(redact),
    });
    console.table({
      stepwise: await row(stepwise, ours),
      secretlint: await row(await measure(theirs, places), theirs),
      ...(rules === undefined ? {} : { 'the rules of gitleaks': await row(await measure(rules, places), rules) }),
    });
    expect(stepwise.leaked).toBe(0);
  });

  it('leaks and losses of archives of a browser (HAR)', async () => {
    const stepwise = await measure(ours, archives);
    console.table({
      stepwise,
      ...(sanitizer === undefined ? {} : { 'har-sanitizer': await measure(sanitizer, archives) }),
    });
    expect(stepwise.leaked).toBe(0);
  });

  it('a paste of 2 kB, in ms of processor time', () => {
    const rounds = 2_000;
    for (let round = 0; round < rounds; round += 1) seal(paste, [], { personalData: true });
    const before = process.cpuUsage();
    for (let round = 0; round < rounds; round += 1) seal(paste, [], { personalData: true });
    console.log((process.cpuUsage(before).user / rounds / 1_000).toFixed(3));
  });

  it('speed, in MB/s', async () => {
    const rows: Record<string, Record<string, string>> = {};
    for (const [name, unit] of Object.entries(loads)) {
      rows[name] = {
        'stepwise 1 MB': await speed(ours, unit, 1),
        '2 MB': await speed(ours, unit, 2),
        '5 MB': await speed(ours, unit, 5),
        '10 MB': await speed(ours, unit, 10),
        'secretlint 1 MB': await speed(theirs, unit, 1),
      };
    }
    console.table(rows);
  });

  it('the worst pastes: s a MB, and how many times as long four times as much takes', () => {
    const rows = hostileUnits.map((unit) => {
      const [first, second] = [secondsFor(unit, 250_000), secondsFor(unit, 1_000_000)];
      return { unit, seconds: second, growth: second / Math.max(first, 0.02) };
    });
    const worst = [...rows].sort((left, right) => right.seconds - left.seconds).slice(0, 12);
    console.table(
      worst.map(({ unit, seconds, growth }) => ({ unit, seconds: seconds.toFixed(2), growth: growth.toFixed(1) })),
    );
    expect(Math.max(...rows.map(({ seconds }) => seconds))).toBeLessThan(5);
  });
});

import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Request } from '../../src/reading/paste.ts';
import { buildApp } from '../app-process.ts';
import { damages, plainRequests, printed, quotings } from '../reading/curl/printing.ts';
import { built } from './built.ts';
import { type Command, commands } from './curl-commands.ts';
import { shapes } from './curl-shapes.ts';
import { commandLine, curlconverter } from './curlconverter.ts';
import { ms, time, timingOf } from './measure.ts';
import { type Told, told } from './told.ts';

const { parse, recognize, readPaste } = await built();

type Reader = (text: string) => Told | undefined;

function expectedOf({ method, uri, fields, content }: Command): Told {
  const split = fields.map(
    (field) => [field.slice(0, field.indexOf(':')), field.slice(field.indexOf(':') + 1).trim()] as const,
  );
  return told(method, uri, split, content);
}

function toldRequest(request: Request | undefined): Told | undefined {
  if (request === undefined) return undefined;
  const fields = request.fields.map(({ name, value }) => [name, value] as const);
  const content = request.content?.data.kind === 'file' ? undefined : request.content?.text;
  return told(request.method ?? '', request.target?.uri ?? '', fields, content);
}

/** What was read, before it is sealed, so that it can be compared. */
const stepwise: Reader = (text) => {
  const piece = recognize(text).find(({ kind }) => kind === 'request');
  return toldRequest(piece?.kind === 'request' ? piece.request : undefined);
};

const parts = ['method', 'target', 'fields', 'content'] as const;

function shares(reader: Reader, cases: readonly (readonly [string, Told])[]): string {
  const right = { method: 0, target: 0, fields: 0, content: 0, all: 0 };
  for (const [text, expected] of cases) {
    const read = attempt(() => reader(text));
    for (const part of parts) if (read?.[part] === expected[part]) right[part] += 1;
    if (parts.every((part) => read?.[part] === expected[part])) right.all += 1;
  }
  return Object.entries(right)
    .map(([part, count]) => `${part} ${((100 * count) / cases.length).toFixed(1)} %`)
    .join(', ');
}

function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

function damagedCases(): readonly (readonly [string, Told])[] {
  const [single, double] = quotings;
  if (single === undefined || double === undefined) return [];
  return fc.sample(plainRequests, { numRuns: 20, seed: 20260101 }).flatMap((written) => {
    const implied =
      written.content === undefined ? [] : ([['Content-Type', 'application/x-www-form-urlencoded']] as const);
    const expected = told(written.method, written.uri, [...written.fields, ...implied], written.content);
    return damages.map(
      ([, damage]) =>
        [damage(printed(written, single[1], single[2]), printed(written, double[1], double[2])), expected] as const,
    );
  });
}

const plain = [...commands, ...shapes].map((command) => [command.text, expectedOf(command)] as const);

/** How long each command takes, by itself, when all have been read so often that the code is warm. */
function speedOf(work: (text: string) => unknown): string {
  const round = (): readonly number[] => plain.map(([text]) => time(() => attempt(() => work(text)), 1, 0).median);
  for (let warmUp = 0; warmUp < 400; warmUp += 1) round();
  const runs = Array.from({ length: 200 }, round).flat();
  const { median, p99 } = timingOf(runs);
  const mean = runs.reduce((sum, run) => sum + run, 0) / runs.length;
  const micro = (value: number): string => `${Math.round(1000 * value)} µs`.padStart(8);
  return `median ${micro(median)}   p99 ${micro(p99)}   mean ${micro(mean)}   ${Math.round(1000 / mean)} a second`;
}

/** The first in its process: what is read before makes code more general, and slower by a third. */
it('reads curl commands fast', async () => {
  const peer = await curlconverter();
  const rows: readonly (readonly [what: string, work: (text: string) => unknown])[] = [
    ['stepwise, parsing alone: a text to its requests', parse],
    ...(peer === undefined ? [] : [['curlconverter, parsing alone: a text to its requests', peer.parse] as const]),
    ['stepwise, restored, and looked through for all shapes', recognize],
    ['stepwise, the same, and every secret sealed: a whole read', (text) => readPaste(text)],
    ...(peer === undefined ? [] : [['curlconverter, parsing, and a HAR written', peer.read] as const]),
  ];
  console.log(`${plain.length} commands, one by one, Node ${process.version}`);
  for (const [what, work] of rows) console.log(`${what.padEnd(60)}${speedOf(work)}`);
});

it('reads curl commands right', async () => {
  const damaged = damagedCases();
  const peer = await curlconverter();
  const readers: readonly (readonly [name: string, reader: Reader])[] = [
    ['stepwise', stepwise],
    ...(peer === undefined ? [] : [['curlconverter', peer.read] as const]),
  ];
  console.log(`${plain.length} plain commands, ${damaged.length} damaged ones`);
  for (const [name, reader] of readers) {
    console.log(`${name}, plain:   right ${shares(reader, plain)}`);
    console.log(`${name}, damaged: right ${shares(reader, damaged)}`);
    for (const [text, expected] of plain) {
      const read = attempt(() => reader(text));
      const wrong = parts.filter((part) => read?.[part] !== expected[part]);
      if (wrong.length > 0)
        console.log(
          `  ${wrong.join(', ')} of ${JSON.stringify(text)}: ${wrong.map((part) => read?.[part]).join(' | ')}`,
        );
    }
  }
  if (peer === undefined) console.log('curlconverter is not installed: npm install --prefix test/bench');
  expect(plain.length).toBeGreaterThan(0);
});

it('reads a paste of 2 kB, and one of 10 MB', () => {
  const text = `${commands[4]?.text}\nHTTP/1.1 401 Unauthorized\nDate: Wed, 11 Sep 2024 14:05:41 GMT\n\n`;
  const paste = `${text}{"error":"invalid_token","error_description":"${'x'.repeat(2000 - text.length)}"}`;
  const { median, p99 } = time(() => readPaste(paste), 300);
  console.log(`a paste of ${paste.length} characters: median ${ms(median)}, p99 ${ms(p99)}`);
  const large = `${text}${'some words that mean nothing at all\n'.repeat(280_000)}`;
  const start = performance.now();
  readPaste(large);
  console.log(`a paste of ${(large.length / 2 ** 20).toFixed(1)} Mi characters: ${ms(performance.now() - start)}`);
});

/** Tells on standard error what a process holds when it ends, in MB. */
const tellsMemory =
  "process.on('exit', () => process.stderr.write(String(Math.round(process.memoryUsage.rss() / 1_000_000))))";

/** A command line of its own for each text, from start to exit. */
function cold(args: readonly string[]): string {
  const runs = commands.slice(0, 9).map(({ text }) => {
    const start = performance.now();
    const { stderr, status } = spawnSync(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(tellsMemory)}`, ...args],
      { input: text },
    );
    expect(status).toBe(0);
    return { took: performance.now() - start, memory: Number(stderr.toString()) };
  });
  const memory = timingOf(runs.map((run) => run.memory)).median;
  return `median ${ms(timingOf(runs.map(({ took }) => took)).median)}, ${memory} MB`;
}

it('starts, reads one command and ends', async () => {
  const program = (await buildApp('stepwise-reading-bench')).cli;
  const peer = commandLine();
  const rows: readonly (readonly [what: string, args: readonly string[]])[] = [
    ['node, doing nothing', ['--eval', '']],
    ['stepwise redact: read and sealed', [program, 'redact']],
    ['stepwise check: read, sealed, diagnosed and answered', [program, 'check']],
    ...(peer === undefined ? [] : [['curlconverter: a HAR', [peer, '--language', 'har', '-']] as const]),
  ];
  for (const [what, args] of rows) console.log(`${what.padEnd(60)}${cold(args)}`);
});

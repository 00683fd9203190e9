import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import type { Request } from '../../src/reading/paste.ts';
import { readPaste } from '../../src/reading/read.ts';
import { recognizePieces } from '../../src/reading/recognize.ts';
import { recognizers } from '../../src/reading/recognizers.ts';
import { restore } from '../../src/reading/restore/restore.ts';
import { sourceOf } from '../../src/reading/source.ts';
import { damages, plainRequests, printed, quotings } from '../reading/curl/printing.ts';
import { type Command, commands } from './curl-commands.ts';
import { shapes } from './curl-shapes.ts';
import { ms, time } from './measure.ts';

/** A request, told so that two readers can be compared: names in lower case, queries and forms as decoded pairs. */
interface Told {
  readonly method: string;
  readonly target: string;
  readonly fields: string;
  readonly content: string;
}

type Reader = (text: string) => Told | undefined;

function pairs(text: string): string {
  return JSON.stringify([...new URLSearchParams(text)]);
}

function told(
  method: string,
  uri: string,
  fields: readonly (readonly [string, string])[],
  content: string | undefined,
): Told {
  const question = uri.indexOf('?');
  const base = question === -1 ? uri : uri.slice(0, question);
  const isForm = content !== undefined && /^[\w.-]+=/.test(content) && !/\s/.test(content);
  return {
    method,
    target:
      base.replace(/^(https?:\/\/)[^/@]*@/, '$1').replace(/\/$/, '') +
      (question === -1 ? '' : pairs(uri.slice(question + 1))),
    fields: JSON.stringify(fields.map(([name, value]) => `${name.toLowerCase()}: ${value}`).toSorted()),
    content: content === undefined ? '' : isForm ? pairs(content) : content,
  };
}

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

/** All that a paste goes through, its secrets sealed. */
const stepwise: Reader = (text) => toldRequest(readPaste(text, { personalData: false }).paste.exchanges[0]?.request);

/** The same before it is sealed, so that it can be compared. */
const unsealed: Reader = (text) => {
  const piece = recognizePieces(sourceOf(restore(text).text), recognizers).find(({ kind }) => kind === 'request');
  return toldRequest(piece?.kind === 'request' ? piece.request : undefined);
};

const har = z.object({
  log: z.object({
    entries: z.array(
      z.object({
        request: z.object({
          method: z.string(),
          url: z.string(),
          headers: z.array(z.object({ name: z.string(), value: z.string().nullish() })),
          cookies: z.array(z.object({ name: z.string(), value: z.string() })),
          queryString: z.array(z.object({ name: z.string(), value: z.string().nullish() })),
          postData: z
            .object({
              text: z.string().optional(),
              params: z.array(z.object({ name: z.string(), value: z.string().optional() })).optional(),
            })
            .optional(),
        }),
      }),
    ),
  }),
});

const converter = z.object({ toHarString: z.function({ input: [z.string()], output: z.string() }) });

/** curlconverter, where `npm install --prefix test/bench --ignore-scripts` put it. */
async function curlconverter(): Promise<Reader | undefined> {
  const require = createRequire(import.meta.url);
  const path = (() => {
    try {
      return require.resolve('curlconverter');
    } catch {
      return undefined;
    }
  })();
  if (path === undefined) return undefined;
  const { toHarString } = converter.parse({ ...(await import(pathToFileURL(path).href)) });
  return (text) => {
    const request = har.parse(JSON.parse(toHarString(text))).log.entries[0]?.request;
    if (request === undefined) return undefined;
    const { method, url, headers, cookies, queryString, postData } = request;
    const query =
      queryString.length === 0
        ? ''
        : `?${new URLSearchParams(queryString.map(({ name, value }): [string, string] => [name, value ?? '']))}`;
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const given = headers
      .filter(({ name }) => name.toLowerCase() !== 'cookie')
      .map(({ name, value }) => [name, value ?? ''] as const);
    const params = postData?.params?.map(({ name, value }): [string, string] => [name, value ?? '']);
    const content = params === undefined ? postData?.text : `${new URLSearchParams(params)}`;
    return told(method, url + query, cookie === '' ? given : [...given, ['Cookie', cookie]], content);
  };
}

const parts = ['method', 'target', 'fields', 'content'] as const;

function shares(reader: Reader, cases: readonly (readonly [string, Told])[]): string {
  const right = { method: 0, target: 0, fields: 0, content: 0, all: 0 };
  for (const [text, expected] of cases) {
    const read = attempt(reader, text);
    for (const part of parts) if (read?.[part] === expected[part]) right[part] += 1;
    if (parts.every((part) => read?.[part] === expected[part])) right.all += 1;
  }
  return Object.entries(right)
    .map(([part, count]) => `${part} ${((100 * count) / cases.length).toFixed(1)} %`)
    .join(', ');
}

function attempt(reader: Reader, text: string): Told | undefined {
  try {
    return reader(text);
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

it('reads curl commands right, and fast', async () => {
  const plain = [...commands, ...shapes].map((command) => [command.text, expectedOf(command)] as const);
  const damaged = damagedCases();
  const other = await curlconverter();
  const readers: readonly (readonly [name: string, timed: Reader, compared: Reader])[] = [
    ['stepwise', stepwise, unsealed],
    ...(other === undefined ? [] : [['curlconverter', other, other] as const]),
  ];
  console.log(`${plain.length} plain commands, ${damaged.length} damaged ones, Node ${process.version}`);
  for (const [name, timed, reader] of readers) {
    const before = process.memoryUsage().heapUsed;
    const { median } = time(() => plain.map(([text]) => attempt(timed, text)), 30);
    const heap = (process.memoryUsage().heapUsed - before) / 2 ** 20;
    console.log(`${name}, plain:   right ${shares(reader, plain)}`);
    console.log(`${name}, damaged: right ${shares(reader, damaged)}`);
    console.log(
      `${name}: ${Math.round((1000 * plain.length) / median)} commands a second, heap grown by ${heap.toFixed(0)} MiB`,
    );
    for (const [text, expected] of plain) {
      const read = attempt(reader, text);
      const wrong = parts.filter((part) => read?.[part] !== expected[part]);
      if (wrong.length > 0)
        console.log(
          `  ${wrong.join(', ')} of ${JSON.stringify(text)}: ${wrong.map((part) => read?.[part]).join(' | ')}`,
        );
    }
  }
  const read = (): unknown => plain.map(([text]) => recognizePieces(sourceOf(restore(text).text), recognizers));
  const speed = (1000 * plain.length) / time(read, 30).median;
  console.log(`stepwise without sealing: ${Math.round(speed)} commands a second`);
  if (other === undefined)
    console.log('curlconverter is not installed: npm install --prefix test/bench --ignore-scripts');
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
